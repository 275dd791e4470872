import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { paths } from '../../paths.ts';
import { downloadAddress } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EntryPages } from './EntryPages.tsx';
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
  const filter = defined({ ...given, form });
  const options = (forms.data?.forms ?? []).map((one) => ({ value: one.form.id, label: pick(one.form.title) }));
  const narrowed = given.organisation !== undefined || given.subject !== undefined;
  return (
    <Page
      title={say('shell.records')}
      lead={say('records.lead')}
      back={narrowed && <Link to={paths.records()}>‹ {say('records.all')}</Link>}
      actions={
        <Button href={downloadAddress('records.export', { ...filter, format: 'xlsx' })}>{say('records.export')}</Button>
      }
    >
      {!narrowed && <PendingConfirmations />}
      {!narrowed && <Forms />}
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
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(next: string | null) => setForm(next ?? undefined)}
          />
        }
      >
        <EntryPages key={JSON.stringify(filter)} filter={filter} />
      </Section>
    </Page>
  );
}

function Forms() {
  const { pick, say } = useSpeech();
  const forms = useAction('records.forms', {});
  const all = forms.data?.forms ?? [];
  if (all.length === 0) return null;
  return (
    <Section title={say('records.enter')}>
      <div className="records-forms">
        {all.map(({ form }) => (
          <Link key={form.id} to={paths.enterRecord(form.id)} className="records-form">
            {pick(form.title)}
          </Link>
        ))}
      </div>
    </Section>
  );
}

const defined = (values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
