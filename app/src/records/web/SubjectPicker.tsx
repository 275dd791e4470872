import type { SubjectKind } from '@luoshi/engine';
import { Button, Select } from 'antd';
import { useDeferredValue, useEffect, useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { labelOf, labelsOf } from './subject-label.ts';

export interface PickedSubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

interface SubjectPickerProps {
  readonly form: string;
  readonly value: PickedSubject | null;
  readonly onChange: (subject: PickedSubject | null) => void;
  /** Somebody tried to save without having chosen. */
  readonly missing: boolean;
}

/** Whom an entry is about: given by the way one came or chosen by itself when there is only one, else found by name. */
export function SubjectPicker({ form, value, onChange, missing }: SubjectPickerProps) {
  const { say } = useSpeech();
  const id = useId();
  const all = useAction('records.subjects', { form, limit: 50 });
  const listed = all.data?.subjects ?? [];
  const only = listed.length === 1 ? listed[0] : undefined;
  useEffect(() => {
    if (only && !value) onChange({ kind: only.kind, id: only.id });
  }, [only, value, onChange]);
  return (
    <div className={`entry-row ${missing ? 'entry-row-wrong' : ''}`}>
      <label className="entry-label" htmlFor={id} id={`${id}-label`}>
        {say('records.about')}
      </label>
      {value ? (
        <Chosen id={id} form={form} value={value} {...(only ? {} : { onAnother: () => onChange(null) })} />
      ) : (
        <Search id={id} form={form} missing={missing} onChange={onChange} />
      )}
      {missing && <p className="entry-problem">{say('records.chooseAbout')}</p>}
    </div>
  );
}

interface ChosenProps {
  readonly id: string;
  readonly form: string;
  readonly value: PickedSubject;
  readonly onAnother?: () => void;
}

function Chosen({ id, form, value, onAnother }: ChosenProps) {
  const { say } = useSpeech();
  const found = useAction('records.subjects', { form, only: [value.id] });
  const subject = found.data?.subjects[0];
  return (
    <div className="entry-chosen">
      <output id={id} aria-labelledby={`${id}-label`}>
        {subject ? labelOf(subject) : say(found.isPending ? 'ui.loading' : 'records.nobodyFound')}
      </output>
      {onAnother && (
        <Button type="link" onClick={onAnother}>
          {say('records.aboutAnother')}
        </Button>
      )}
    </div>
  );
}

interface SearchProps {
  readonly id: string;
  readonly form: string;
  readonly missing: boolean;
  readonly onChange: (subject: PickedSubject) => void;
}

function Search({ id, form, missing, onChange }: SearchProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useAction('records.subjects', { form, ...(search ? { search } : {}), limit: 50 });
  const subjects = found.data?.subjects ?? [];
  const labels = labelsOf(subjects);
  return (
    <Select
      id={id}
      className="entry-select"
      {...(missing ? { status: 'error' as const } : {})}
      value={null}
      loading={found.isPending}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say('records.aboutHint')}
      notFoundContent={found.isPending ? say('ui.loading') : say('records.nobodyFound')}
      options={subjects.map((subject) => ({ value: subject.id, label: labels.get(subject.id) }))}
      onChange={(next: string | null) => {
        const subject = subjects.find((candidate) => candidate.id === next);
        if (subject) onChange({ kind: subject.kind, id: subject.id });
      }}
    />
  );
}
