import type { FieldValue, Form } from '@luoshi/engine';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { Section } from '../../ui/Page.tsx';
import type { Draft } from './draft.ts';
import { EntryForm } from './EntryForm.tsx';
import { refusedFields } from './refused-fields.ts';

const TOUCHES = ['records.get', 'records.list', 'obligations.mine', 'obligations.board'] as const;

interface CorrectionProps extends Omit<OutputOf<'records.get'>, 'form'> {
  readonly form: Form;
  readonly onDone: () => void;
}

/** The same form again, with the reason asked first; what was wrong stays readable. */
export function Correction({ entry, form, today, units, onDone }: CorrectionProps) {
  const { say } = useSpeech();
  const correct = useActionMutation('records.correct', TOUCHES);
  const [id] = useState(() => uuidv7());
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (data: Record<string, FieldValue>) =>
    correct.mutate({ id, entry: entry.id, data: data as never, reason: reason.trim() }, { onSuccess: onDone });
  return (
    <Section title={say('records.correct')} actions={<Button onClick={onDone}>{say('records.leave')}</Button>}>
      <EntryForm
        {...{ form, today, units }}
        start={(entry.data ?? {}) as Draft}
        saving={correct.isPending}
        refused={refusedFields(correct.error)}
        submitLabel={say('records.saveCorrection')}
        ready={() => {
          setMissing(reason.trim() === '');
          return reason.trim() !== '';
        }}
        onSubmit={submit}
      >
        <div className={`entry-row ${missing ? 'entry-row-wrong' : ''}`}>
          <label className="entry-label" htmlFor={reasonId}>
            {say('records.correctWhy')}
          </label>
          <Input
            id={reasonId}
            value={reason}
            maxLength={500}
            aria-invalid={missing}
            onChange={(event) => setReason(event.target.value)}
          />
          {missing && (
            <p className="entry-problem" role="alert">
              {say('records.needReason')}
            </p>
          )}
        </div>
      </EntryForm>
    </Section>
  );
}
