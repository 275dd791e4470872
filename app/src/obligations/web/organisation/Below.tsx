import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { paths } from '../../../paths.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useLive } from '../../../platform/web/live.ts';
import { useAction } from '../../../platform/web/query.ts';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import type { StandingLight } from '../../light.ts';
import { LightMark } from '../LightMark.tsx';
import { LOOKS } from '../lights.ts';
import { type Standing, sumOf } from './sum-of.ts';

/** Those directly below, each with the lights of everything within it. */
export function Below({ organisation }: { readonly organisation: string }) {
  const { say } = useSpeech();
  const narrow = useNarrow();
  const summary = useAction('obligations.summary', { organisation });
  useLive({ onStandings: () => void summary.refetch(), onReturn: () => void summary.refetch() });
  return (
    <Loaded of={summary} lines={8}>
      {({ organisations }) => {
        const below = organisations.filter((one) => one.id !== organisation).map(sumOf);
        if (below.length === 0) return <EmptyState title={say('organisation.none')} />;
        return narrow ? <Lines below={below} /> : <Rows below={below} />;
      }}
    </Loaded>
  );
}

const COLUMNS: readonly StandingLight[] = [
  'overdue',
  'beyond',
  'due-soon',
  'not-known',
  'open',
  'late',
  'met',
  'excused',
];
/** On a phone only what asks for something, and what is done. */
const BRIEF: readonly StandingLight[] = ['overdue', 'beyond', 'due-soon', 'met'];

interface BelowProps {
  readonly below: readonly Standing[];
}

function Rows({ below }: BelowProps) {
  const { say } = useSpeech();
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...below]}
      columns={[
        {
          title: say('organisation.name'),
          className: 'organisation-name',
          render: (_, one) => <Link to={paths.organisation(one.id)}>{one.name}</Link>,
        },
        ...COLUMNS.filter((light) => light !== 'beyond' || below.some(({ lights }) => lights.beyond > 0)).map(
          (light) => ({
            title: `${LOOKS[light].glyph} ${say(`light.${light}`)}`,
            align: 'right' as const,
            width: 92,
            render: (_: unknown, one: Standing) => <Count light={light} n={one.lights[light]} />,
          }),
        ),
      ]}
    />
  );
}

function Count({ light, n }: { readonly light: StandingLight; readonly n: number }) {
  if (n === 0) return <span className="organisation-zero">0</span>;
  return light === 'overdue' || light === 'beyond' ? (
    <strong className="organisation-overdue">{n}</strong>
  ) : (
    <span>{n}</span>
  );
}

function Lines({ below }: BelowProps) {
  return (
    <ul className="organisation-lines">
      {below.map((one) => (
        <li key={one.id}>
          <Link to={paths.organisation(one.id)}>
            <strong>{one.name}</strong>
            <span className="organisation-lights">
              {BRIEF.filter((light) => one.lights[light] > 0).map((light) => (
                <span key={light}>
                  <LightMark light={light} /> {one.lights[light]}
                </span>
              ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
