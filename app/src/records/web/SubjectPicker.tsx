import type { SubjectKind } from '@luoshi/engine';
import { Select } from 'antd';
import { useDeferredValue, useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';

export interface PickedSubject {
  readonly kind: SubjectKind;
  readonly id: string;
}

interface SubjectPickerProps {
  readonly form: string;
  readonly value: PickedSubject | null;
  readonly onChange: (subject: PickedSubject) => void;
}

/** Whom an entry is about: chosen by itself when there is only one, else found by name or pinyin initials. */
export function SubjectPicker({ form, value, onChange }: SubjectPickerProps) {
  const { say } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useAction('records.subjects', { form, ...(search ? { search } : {}), limit: 50 });
  const subjects = found.data?.subjects ?? [];
  const only = subjects.length === 1 && !search ? subjects[0] : undefined;
  if (only && value?.id !== only.id) onChange({ kind: only.kind, id: only.id });
  const label = (subject: (typeof subjects)[number]) =>
    subject.name.includes(subject.organisation.name) ? subject.name : `${subject.name} · ${subject.organisation.name}`;
  return (
    <div className="entry-row">
      <label className="entry-label" htmlFor={id}>
        {say('records.about')}
      </label>
      <Select
        id={id}
        value={value?.id ?? null}
        loading={found.isPending}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder={say('records.aboutHint')}
        notFoundContent={say('records.nobodyFound')}
        options={subjects.map((subject) => ({ value: subject.id, label: label(subject) }))}
        onChange={(next) => {
          const subject = subjects.find((candidate) => candidate.id === next);
          if (subject) onChange({ kind: subject.kind, id: subject.id });
        }}
      />
    </div>
  );
}
