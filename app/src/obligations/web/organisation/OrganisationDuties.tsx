import type { Light } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { paths } from '../../../paths.ts';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { useLive } from '../../../platform/web/live.ts';
import { useAction } from '../../../platform/web/query.ts';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { LightMark } from '../LightMark.tsx';

/** Every duty on this organisation's row, subject by subject, with a way to the reason. */
export function OrganisationDuties({ organisation }: { readonly organisation: string }) {
  const { pick, say } = useSpeech();
  const standings = useAction('obligations.standings', { organisation });
  useLive({ onStandings: () => void standings.refetch(), onReturn: () => void standings.refetch() });
  return (
    <Loaded of={standings}>
      {(data) =>
        data.standings.length === 0 ? (
          <EmptyState title={say('organisation.noDuties')} />
        ) : (
          <Table
            size="small"
            rowKey={(row) => `${row.obligation} ${row.subject} ${row.period.key}`}
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={[...data.standings]}
            columns={[
              { title: say('organisation.light'), render: (_, row) => <LightMark light={row.light as Light} /> },
              {
                title: say('organisation.duty'),
                render: (_, row) => (
                  <Link to={paths.board({ cell: `${organisation}:${row.obligation}` })}>{pick(row.title)}</Link>
                ),
              },
              { title: say('organisation.who'), dataIndex: 'subjectName' },
              { title: say('organisation.period'), render: (_, row) => `${row.period.start} – ${row.period.end}` },
              { title: say('organisation.due'), dataIndex: 'due' },
              {
                title: say('organisation.amount'),
                render: (_, row) => (row.need === null ? '—' : `${short(row.done)} / ${short(row.need)}`),
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

const short = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);
