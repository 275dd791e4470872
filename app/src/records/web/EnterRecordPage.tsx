import type { FieldValue, SubjectKind } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { emptyDraft } from './draft.ts';
import { EntryForm, type FormView } from './EntryForm.tsx';
import { refusedFields } from './refused-fields.ts';
import { Saved } from './Saved.tsx';
import { type PickedSubject, SubjectPicker } from './SubjectPicker.tsx';

interface EnterRecordPageProps {
  readonly formId: string;
  readonly subjectKind?: SubjectKind | undefined;
  readonly subject?: string | undefined;
  readonly date?: string | undefined;
}

/** Enter one record. */
export function EnterRecordPage({ formId, subjectKind, subject, date }: EnterRecordPageProps) {
  const { pick, say } = useSpeech();
  const forms = useAction('records.forms', {});
  const back = <Link to={paths.work()}>‹ {say('shell.work')}</Link>;
  return (
    <Loaded of={forms}>
      {({ forms: all, today, units }) => {
        const form = all.find((one) => one.form.id === formId)?.form;
        if (!form) {
          return (
            <Page title={say('records.enter')} width="reading" back={back}>
              <EmptyState title={say('records.notYours')}>{say('records.notYoursHint')}</EmptyState>
            </Page>
          );
        }
        const given = subject && subjectKind ? { kind: subjectKind, id: subject } : null;
        return (
          <Page
            title={pick(form.title)}
            width="reading"
            back={back}
            lead={
              form.help
                ? pick(form.help)
                : form.minutes < 1
                  ? say('records.lessThanAMinute')
                  : say('records.minutes', { minutes: form.minutes })
            }
            actions={<LinkButton to={paths.importRecords(form.id)}>{say('records.byExcel')}</LinkButton>}
          >
            <Section>
              <NewEntry key={`${formId} ${subject}`} {...{ form, today, units, given }} day={date ?? today} />
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

interface NewEntryProps extends FormView {
  readonly given: PickedSubject | null;
  readonly day: string;
}

/** The id is made here, so that a second tap or a lost answer cannot make a second entry. */
function NewEntry({ form, today, units, given, day }: NewEntryProps) {
  const { say } = useSpeech();
  const enter = useActionMutation('records.enter', TOUCHES);
  const [id, setId] = useState(() => uuidv7());
  const [subject, setSubject] = useState(given);
  const [tried, setTried] = useState(false);
  const submit = (data: Record<string, FieldValue>) => {
    if (subject) enter.mutate({ id, form: form.id, subject, data: data as never });
  };
  const another = () => {
    setId(uuidv7());
    setTried(false);
    enter.reset();
  };
  if (enter.data) return <Saved entered={enter.data} onAnother={another} />;
  return (
    <EntryForm
      key={id}
      {...{ form, today, units }}
      start={emptyDraft(form, day)}
      saving={enter.isPending}
      refused={refusedFields(enter.error)}
      submitLabel={say('records.save')}
      ready={() => {
        setTried(true);
        return subject !== null;
      }}
      onSubmit={submit}
    >
      <SubjectPicker form={form.id} value={subject} onChange={setSubject} missing={tried && subject === null} />
    </EntryForm>
  );
}
