import type { FieldValue, Form, SubjectKind } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { emptyDraft } from './draft.ts';
import { EntryForm } from './EntryForm.tsx';
import { refusedFields } from './refused-fields.ts';
import { type PickedSubject, SubjectPicker } from './SubjectPicker.tsx';
import { today } from './today.ts';

interface EnterRecordPageProps {
  readonly formId: string;
  readonly subjectKind?: SubjectKind | undefined;
  readonly subject?: string | undefined;
  readonly date?: string | undefined;
}

/** Enter one record. The id is made here, so that a second tap or a lost answer cannot make a second entry. */
export function EnterRecordPage({ formId, subjectKind, subject, date }: EnterRecordPageProps) {
  const { pick, say } = useSpeech();
  const forms = useAction('records.forms', {});
  return (
    <Loaded of={forms}>
      {({ forms: all }) => {
        const form = all.find((one) => one.form.id === formId)?.form;
        if (!form) {
          return (
            <Page title={say('records.enter')} width="reading">
              <EmptyState title={say('records.notYours')}>{say('records.notYoursHint')}</EmptyState>
            </Page>
          );
        }
        const given = subject && subjectKind ? { kind: subjectKind, id: subject } : null;
        return (
          <Page
            title={pick(form.title)}
            width="reading"
            lead={form.help ? pick(form.help) : say('records.minutes', { minutes: form.minutes })}
            actions={
              <Link to={paths.importRecords(form.id)}>
                <Button>{say('records.byExcel')}</Button>
              </Link>
            }
          >
            <Section>
              <NewEntry key={formId} form={form} given={given} day={date ?? today()} />
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}

const TOUCHES = [
  'records.list',
  'obligations.mine',
  'obligations.board',
  'obligations.standings',
  'obligations.explain',
] as const;

function NewEntry({
  form,
  given,
  day,
}: {
  readonly form: Form;
  readonly given: PickedSubject | null;
  readonly day: string;
}) {
  const { say } = useSpeech();
  const enter = useActionMutation('records.enter', TOUCHES);
  const [id, setId] = useState(() => uuidv7());
  const [subject, setSubject] = useState(given);
  const submit = (data: Record<string, FieldValue>) => {
    if (subject) enter.mutate({ id, form: form.id, subject, data: data as never });
  };
  if (enter.data) {
    return (
      <Saved
        id={enter.data.id}
        waits={enter.data.confirmation !== 'none'}
        onAnother={() => {
          setId(uuidv7());
          enter.reset();
        }}
      />
    );
  }
  return (
    <EntryForm
      key={id}
      form={form}
      today={today()}
      start={emptyDraft(form, day)}
      saving={enter.isPending}
      refused={refusedFields(enter.error)}
      submitLabel={say('records.save')}
      onSubmit={submit}
    >
      <SubjectPicker form={form.id} value={subject} onChange={setSubject} />
    </EntryForm>
  );
}

function Saved({
  id,
  waits,
  onAnother,
}: {
  readonly id: string;
  readonly waits: boolean;
  readonly onAnother: () => void;
}) {
  const { say } = useSpeech();
  return (
    <div className="entry-saved" role="status">
      <p className="entry-saved-title">✓ {say('records.saved')}</p>
      <p>{say(waits ? 'records.savedWaits' : 'records.savedCounts')}</p>
      <div className="entry-saved-ways">
        <Link to={paths.work()}>
          <Button type="primary">{say('records.toWork')}</Button>
        </Link>
        <Link to={paths.record(id)}>
          <Button>{say('records.show')}</Button>
        </Link>
        <Button onClick={onAnother}>{say('records.another')}</Button>
      </div>
    </div>
  );
}
