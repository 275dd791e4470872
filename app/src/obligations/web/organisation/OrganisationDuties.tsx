import { Button, Table } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '../../../platform/web/client.ts';
import { useLive } from '../../../platform/web/live.ts';
import { useAction } from '../../../platform/web/query.ts';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import type { StandingLight } from '../../light.ts';
import { LightMark } from '../LightMark.tsx';
import { ALL_LIGHTS } from '../lights.ts';
import { StandingPanel } from '../StandingPanel.tsx';
import { useBoardSpeech } from '../speech.ts';

type Standing = OutputOf<'obligations.standings'>['standings'][number];

/** Every duty on this organisation's row, subject by subject, with the reason beside it. */
export function OrganisationDuties({ organisation }: { readonly organisation: string }) {
  const { say } = useBoardSpeech();
  const narrow = useNarrow();
  const standings = useAction('obligations.standings', { organisation });
  useLive({ onStandings: () => void standings.refetch(), onReturn: () => void standings.refetch() });
  const [asked, ask] = useState<Standing | null>(null);
  return (
    <>
      <Loaded of={standings} lines={8}>
        {(data) =>
          data.standings.length === 0 ? (
            <EmptyState title={say('organisation.noDuties')} />
          ) : narrow ? (
            <Lines standings={urgentFirst(data.standings)} onWhy={ask} />
          ) : (
            <Rows standings={urgentFirst(data.standings)} onWhy={ask} />
          )
        }
      </Loaded>
      {asked && <StandingPanel standing={asked} organisation={organisation} onClose={() => ask(null)} />}
    </>
  );
}

interface DutiesProps {
  readonly standings: readonly Standing[];
  readonly onWhy: (standing: Standing) => void;
}

/** As the legend of the chart orders the lights; within a light as they came: by the day they are due. */
const urgentFirst = (standings: readonly Standing[]): readonly Standing[] =>
  standings.toSorted(
    (a, b) => ALL_LIGHTS.indexOf(a.light as StandingLight) - ALL_LIGHTS.indexOf(b.light as StandingLight),
  );

const keyOf = (row: Standing) => `${row.obligation} ${row.subject} ${row.period.key}`;

function Rows({ standings, onWhy }: DutiesProps) {
  const { pick, say, periodWord } = useBoardSpeech();
  return (
    <Table
      size="small"
      rowKey={keyOf}
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...standings]}
      columns={[
        {
          title: say('organisation.light'),
          width: 96,
          render: (_, row) => <LightMark light={row.light as StandingLight} limit={row.limit} />,
        },
        {
          title: say('organisation.duty'),
          render: (_, row) => (
            <Button type="link" size="small" className="organisation-why" onClick={() => onWhy(row)}>
              {pick(row.title)}
            </Button>
          ),
        },
        { title: say('organisation.who'), dataIndex: 'subjectName' },
        { title: say('organisation.period'), render: (_, row) => periodWord(row.period.key) },
        { title: say('organisation.due'), dataIndex: 'due' },
        { title: say('organisation.amount'), align: 'right', render: (_, row) => progress(row) },
      ]}
    />
  );
}

function Lines({ standings, onWhy }: DutiesProps) {
  const { pick, periodWord } = useBoardSpeech();
  return (
    <ul className="organisation-lines">
      {standings.map((row) => (
        <li key={keyOf(row)}>
          <button type="button" className="organisation-duty" onClick={() => onWhy(row)}>
            <strong>{pick(row.title)}</strong>
            <LightMark light={row.light as StandingLight} limit={row.limit} />
            <span className="organisation-under">
              {row.subjectName} · {periodWord(row.period.key)}
            </span>
            <span className="organisation-under">{progress(row)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const progress = ({ need, done }: Standing) => (need === null ? '—' : `${short(done)} / ${short(need)}`);
const short = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);
