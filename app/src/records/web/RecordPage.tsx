import type { Field, FieldValue, Form } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../paths.ts';
import { downloadAddress } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import type { Draft } from './draft.ts';
import { EntryForm } from './EntryForm.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { EntryState } from './EntryState.tsx';
import type { EntryView } from './entry-view.ts';
import { refusedFields } from './refused-fields.ts';
import { today } from './today.ts';

/** One record: what it says, what became of it, and the ways to correct or withdraw it. */
export function RecordPage({ id }: { readonly id: string }) {
  const { pick, say } = useSpeech();
  const record = useAction('records.get', { id });
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded of={record}>
      {({ entry, form, files, history, newest, mayCorrect }) => (
        <Page
          title={pick(entry.formTitle)}
          width="reading"
          lead={<EntryState entry={entry} />}
          actions={mayCorrect && !correcting && <Ways entry={entry} onCorrect={() => setCorrecting(true)} />}
        >
          {newest !== entry.id && (
            <p className="record-newer">
              <Link to={paths.record(newest)}>{say('records.newerExists')}</Link>
            </p>
          )}
          {correcting && form ? (
            <Correction entry={entry} form={form} onDone={() => setCorrecting(false)} />
          ) : (
            <Section>
              <FieldList rows={rowsOf(entry, form, pick, say('records.about'), say('records.restricted'))} />
              {files.map((file) => (
                <a key={file.sha256} href={downloadAddress('documents.fetch', { sha256: file.sha256 })}>
                  {file.name}
                </a>
              ))}
            </Section>
          )}
          <EntryHistory history={history} />
        </Page>
      )}
    </Loaded>
  );
}

type Pick = ReturnType<typeof useSpeech>['pick'];

function rowsOf(entry: EntryView, form: Form | null, pick: Pick, about: string, restricted: string) {
  const head = { label: about, value: `${entry.subject.name} · ${entry.organisation.name}` };
  if (!form || !entry.data) return [head, { label: '—', value: restricted }];
  const data = entry.data as Draft;
  return [
    head,
    ...form.fields.map((field) => ({ label: pick(field.title), value: shown(field, data[field.id], pick) })),
  ];
}

/** A value as people write it: the words of a choice, a number with its unit. */
function shown(field: Field, value: FieldValue | undefined, pick: Pick): string {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'boolean') return value ? '✓' : '✕';
  if ('options' in field) {
    const chosen = Array.isArray(value) ? value : [value];
    return chosen.map((id) => pick(field.options.find((option) => option.id === id)?.title ?? plain(id))).join('、');
  }
  return 'unit' in field && field.unit ? `${value} ${field.unit}` : String(value);
}

const plain = (id: unknown) => ({ 'zh-CN': String(id), en: String(id) });

const TOUCHES = ['records.get', 'records.list', 'obligations.mine', 'obligations.board'] as const;

function Ways({ entry, onCorrect }: { readonly entry: EntryView; readonly onCorrect: () => void }) {
  const { say } = useSpeech();
  const withdraw = useActionMutation('records.withdraw', TOUCHES);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button onClick={onCorrect}>{say('records.correct')}</Button>
      <Popconfirm
        title={say('records.withdrawWhy')}
        description={<Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
        okText={say('records.withdraw')}
        okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
        onConfirm={() => withdraw.mutateAsync({ id: uuidv7(), entry: entry.id, reason: reason.trim() })}
      >
        <Button danger loading={withdraw.isPending}>
          {say('records.withdraw')}
        </Button>
      </Popconfirm>
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </>
  );
}

function Correction({
  entry,
  form,
  onDone,
}: {
  readonly entry: EntryView;
  readonly form: Form;
  readonly onDone: () => void;
}) {
  const { say } = useSpeech();
  const correct = useActionMutation('records.correct', TOUCHES);
  const [id] = useState(() => uuidv7());
  const [reason, setReason] = useState('');
  return (
    <Section title={say('records.correct')}>
      <EntryForm
        form={form}
        today={today()}
        start={(entry.data ?? {}) as Draft}
        saving={correct.isPending}
        refused={refusedFields(correct.error)}
        submitLabel={say('records.saveCorrection')}
        onSubmit={(data) => {
          if (reason.trim() === '') return;
          correct.mutate({ id, entry: entry.id, data: data as never, reason: reason.trim() }, { onSuccess: onDone });
        }}
      >
        <div className="entry-row">
          <label className="entry-label" htmlFor="correction-reason">
            {say('records.correctWhy')}
          </label>
          <Input
            id="correction-reason"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </EntryForm>
    </Section>
  );
}
