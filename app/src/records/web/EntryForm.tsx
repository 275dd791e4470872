import type { Field, FieldProblem, FieldValue, Form, Words } from '@luoshi/engine';
import { visibleFields } from '@luoshi/engine';
import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { answersOf, type Draft, problemsByField } from './draft.ts';
import { EntryField } from './EntryField.tsx';
import './entry-form.css';

/** A form of a pack with what is needed to show it. */
export interface FormView {
  readonly form: Form;
  /** The civil day of the jurisdiction. */
  readonly today: string;
  /** Words of the units its fields count in. */
  readonly units: Readonly<Record<string, Words>>;
}

interface EntryFormProps extends FormView {
  readonly start: Draft;
  readonly saving: boolean;
  /** What the server refused, by field. */
  readonly refused: ReadonlyMap<string, FieldProblem>;
  readonly submitLabel: string;
  readonly onSubmit: (data: Record<string, FieldValue>) => void;
  /** Whether what stands above the fields is answered too; asked when one tries to save. */
  readonly ready?: () => boolean;
  /** Asked before the fields: whom it is about, or why it is corrected. */
  readonly children?: ReactNode;
}

/** A form made from a pack. Browser and server check it with the same code; the first wrong field gets the focus. */
export function EntryForm(props: EntryFormProps) {
  const { form, today, units, start, saving, refused, submitLabel, onSubmit, ready = () => true, children } = props;
  const { pick } = useSpeech();
  const base = useId();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const own = problemsByField(form, draft, today);
  const problems = tried ? new Map([...refused, ...own]) : refused;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isReady = ready();
    const first = visibleFields(form, draft).find((field) => own.has(field.id));
    if (isReady && first) document.getElementById(`${base}-${first.id}`)?.focus();
    if (isReady && own.size === 0) onSubmit(answersOf(form, draft));
  };
  const general = problems.get('');
  return (
    <form className="entry-form" onSubmit={submit} noValidate>
      {children}
      {visibleFields(form, draft).map((field) => (
        <Row key={field.id} field={field} id={`${base}-${field.id}`} problem={problems.get(field.id)}>
          <EntryField
            form={form.id}
            field={field}
            id={`${base}-${field.id}`}
            today={today}
            unit={unitOf(field, units, pick)}
            value={draft[field.id]}
            describedBy={problems.has(field.id) ? `${base}-${field.id}-problem` : undefined}
            onChange={(value) => setDraft({ ...draft, [field.id]: value })}
          />
        </Row>
      ))}
      {general && (
        <p className="entry-problem" role="alert">
          {pick(general.words)}
        </p>
      )}
      <div className="entry-save">
        <Button type="primary" htmlType="submit" size="large" loading={saving} className="entry-submit">
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

interface RowProps {
  readonly field: Field;
  readonly id: string;
  readonly problem: FieldProblem | undefined;
  readonly children: ReactNode;
}

function Row({ field, id, problem, children }: RowProps) {
  const { pick, say } = useSpeech();
  return (
    <div className={`entry-row ${problem ? 'entry-row-wrong' : ''}`}>
      <label htmlFor={id} id={`${id}-label`} className="entry-label">
        {pick(field.title)}
        {!field.required && <span className="entry-optional">{say('records.optional')}</span>}
      </label>
      {children}
      {field.hint && <p className="entry-hint">{pick(field.hint)}</p>}
      {problem && (
        <p className="entry-problem" id={`${id}-problem`}>
          {pick(problem.words)}
        </p>
      )}
    </div>
  );
}

/** The words of the unit a field counts in. */
export function unitOf(field: Field, units: FormView['units'], pick: (words: Words) => string): string | undefined {
  const unit = 'unit' in field ? field.unit : field.type === 'subjects' ? field.share?.unit : undefined;
  const words = unit ? units[unit] : undefined;
  return words && pick(words);
}
