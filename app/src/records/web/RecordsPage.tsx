import { Link } from '@tanstack/react-router';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { downloadAddress } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { EntryState } from './EntryState.tsx';
import type { EntryView } from './entry-view.ts';
import { PendingConfirmations } from './PendingConfirmations.tsx';
import './records.css';

interface RecordsPageProps {
  readonly form?: string | undefined;
  readonly organisation?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What was recorded within one's scope, newest first, and the forms one may enter. */
export function RecordsPage(given: RecordsPageProps) {
  const { pick, say } = useSpeech();
  const forms = useAction('records.forms', {});
  const [form, setForm] = useState(given.form);
  const filter = { ...defined({ ...given, form }) };
  const options = (forms.data?.forms ?? []).map((one) => ({ value: one.form.id, label: pick(one.form.title) }));
  return (
    <Page
      title={say('shell.records')}
      lead={say('records.lead')}
      actions={
        <a href={downloadAddress('records.export', { ...filter, format: 'xlsx' })}>
          <Button>{say('records.export')}</Button>
        </a>
      }
    >
      <PendingConfirmations />
      <Section title={say('records.enter')}>
        <div className="records-forms">
          {(forms.data?.forms ?? []).map((one) => (
            <Link key={one.form.id} to={paths.enterRecord(one.form.id)} className="records-form">
              {pick(one.form.title)}
            </Link>
          ))}
        </div>
      </Section>
      <Section
        title={say('records.recent')}
        flush
        actions={
          <Select
            allowClear
            className="records-filter"
            aria-label={say('records.form')}
            placeholder={say('records.allForms')}
            value={form ?? null}
            options={options}
            onChange={(next) => setForm(next ?? undefined)}
          />
        }
      >
        <Entries filter={filter} />
      </Section>
    </Page>
  );
}

type Filter = Readonly<Record<string, string>>;

const defined = (values: Readonly<Record<string, string | undefined>>): Filter =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));

function Entries({ filter }: { readonly filter: Filter }) {
  const { say } = useSpeech();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const page = useAction('records.list', { ...filter, limit: 50, ...(cursor ? { cursor } : {}) });
  return (
    <Loaded of={page}>
      {({ entries, next }) =>
        entries.length === 0 ? (
          <EmptyState title={say('records.none')}>{say('records.noneHint')}</EmptyState>
        ) : (
          <>
            <EntryTable entries={entries} />
            <div className="records-pages">
              <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>
                {say('records.newer')}
              </Button>
              <Button disabled={!next} onClick={() => next && setCursors([...cursors, next])}>
                {say('records.older')}
              </Button>
            </div>
          </>
        )
      }
    </Loaded>
  );
}

function EntryTable({ entries }: { readonly entries: readonly EntryView[] }) {
  const { pick, say } = useSpeech();
  const narrow = useNarrow();
  if (narrow) {
    return (
      <ul className="records-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link to={paths.record(entry.id)}>
              <strong>{pick(entry.formTitle)}</strong>
              <span>{entry.subject.name}</span>
              <span className="records-when">{entry.happenedOn}</span>
              <EntryState entry={entry} />
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...entries]}
      columns={[
        { title: say('records.day'), dataIndex: 'happenedOn', width: 120 },
        {
          title: say('records.form'),
          render: (_, entry) => <Link to={paths.record(entry.id)}>{pick(entry.formTitle)}</Link>,
        },
        { title: say('records.about'), render: (_, entry) => entry.subject.name },
        { title: say('records.organisation'), render: (_, entry) => entry.organisation.name },
        { title: say('records.recordedBy'), render: (_, entry) => `${entry.recordedBy} · ${entry.recordedOn}` },
        { title: say('records.state'), render: (_, entry) => <EntryState entry={entry} /> },
      ]}
    />
  );
}
