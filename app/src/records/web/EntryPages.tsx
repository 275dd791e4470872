import { Link } from '@tanstack/react-router';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { EntryState } from './EntryState.tsx';
import { summaryOf } from './entry-rows.ts';

const AT_ONCE = 50;

/** Entries newest first, page by page. */
export function EntryPages({ filter }: { readonly filter: Readonly<Record<string, string>> }) {
  const { say } = useSpeech();
  const narrow = useNarrow();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useAction('records.list', { ...filter, limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
  return (
    <Loaded of={page} lines={8}>
      {({ entries, next, forms, units }) =>
        entries.length === 0 ? (
          <EmptyState title={say('records.none')}>{say('records.noneHint')}</EmptyState>
        ) : (
          <>
            {narrow ? <Lines {...{ entries, forms, units }} /> : <Rows {...{ entries, forms, units }} />}
            {(cursors.length > 0 || next) && (
              <div className="records-pages">
                <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
                  {say('records.newer')}
                </Button>
                <Button disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
                  {say('records.older')}
                </Button>
              </div>
            )}
          </>
        )
      }
    </Loaded>
  );
}

type Entries = Pick<OutputOf<'records.list'>, 'entries' | 'forms' | 'units'>;

function Lines({ entries, forms, units }: Entries) {
  const speech = useSpeech();
  const { pick } = speech;
  return (
    <ul className="records-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link to={paths.record(entry.id)}>
            <strong>{pick(entry.formTitle)}</strong>
            <EntryState entry={entry} />
            <span className="records-who">{entry.subject.name}</span>
            <span className="records-when">{entry.happenedOn}</span>
            <span className="records-told">{summaryOf(entry, forms[entry.form], units, speech)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Rows({ entries, forms, units }: Entries) {
  const speech = useSpeech();
  const { pick, say } = speech;
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...entries]}
      columns={[
        { title: say('records.day'), dataIndex: 'happenedOn', width: 110 },
        {
          title: say('records.form'),
          render: (_, entry) => <Link to={paths.record(entry.id)}>{pick(entry.formTitle)}</Link>,
        },
        { title: say('records.about'), render: (_, entry) => entry.subject.name },
        {
          title: say('records.content'),
          width: 380,
          className: 'records-told',
          render: (_, entry) => summaryOf(entry, forms[entry.form], units, speech),
        },
        { title: say('records.recordedBy'), render: (_, entry) => `${entry.recordedBy} · ${entry.recordedOn}` },
        { title: say('records.state'), width: 110, render: (_, entry) => <EntryState entry={entry} /> },
      ]}
    />
  );
}
