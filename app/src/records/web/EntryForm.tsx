import type { FieldProblem, FieldValue, Form } from '@luoshi/engine';
import { visibleFields } from '@luoshi/engine';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { answersOf, type Draft, problemsByField } from './draft.ts';
import { EntryField } from './EntryField.tsx';
import './entry-form.css';

interface EntryFormProps {
  readonly form: Form;
  readonly today: string;
  readonly start: Draft;
  readonly saving: boolean;
  /** What the server refused, by field. */
  readonly refused: ReadonlyMap<string, FieldProblem>;
  readonly submitLabel: string;
  readonly onSubmit: (data: Record<string, FieldValue>) => void;
  /** Asked before the fields: whom it is about, or why it is corrected. */
  readonly children?: ReactNode;
}

/** A form made from a pack. Browser and server check it with the same code; the first wrong field gets the focus. */
export function EntryForm({ form, today, start, saving, refused, submitLabel, onSubmit, children }: EntryFormProps) {
  const { pick, say } = useSpeech();
  const base = useId();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const own = problemsByField(form, draft, today);
  const problems = tried ? new Map([...refused, ...own]) : refused;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const first = visibleFields(form, draft).find((field) => own.has(field.id));
    if (first) document.getElementById(`${base}-${first.id}`)?.focus();
    if (own.size === 0) onSubmit(answersOf(form, draft));
  };
  const general = problems.get('');
  return (
    <form className="entry-form" onSubmit={submit} noValidate>
      {children}
      {visibleFields(form, draft).map((field) => {
        const problem = problems.get(field.id);
        const id = `${base}-${field.id}`;
        return (
          <div key={field.id} className={`entry-row ${problem ? 'entry-row-wrong' : ''}`}>
            <label htmlFor={id} className="entry-label">
              {pick(field.title)}
              {'unit' in field && field.unit && <span className="entry-unit">（{field.unit}）</span>}
              {!field.required && <span className="entry-optional">{say('records.optional')}</span>}
            </label>
            <EntryField
              field={field}
              id={id}
              value={draft[field.id]}
              describedBy={problem ? `${id}-problem` : undefined}
              onChange={(value) => setDraft({ ...draft, [field.id]: value })}
            />
            {field.hint && <p className="entry-hint">{pick(field.hint)}</p>}
            {problem && (
              <p className="entry-problem" id={`${id}-problem`}>
                {pick(problem.words)}
              </p>
            )}
          </div>
        );
      })}
      {general && (
        <p className="entry-problem" role="alert">
          {pick(general.words)}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" loading={saving} className="entry-submit">
        {submitLabel}
      </Button>
    </form>
  );
}
