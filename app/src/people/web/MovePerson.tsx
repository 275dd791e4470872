import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction, useActionMutation } from '../../platform/web/query.ts';
import { FormField } from '../../ui/FormField.tsx';
import { wordsOf } from '../../ui/states.tsx';

interface MovePersonProps {
  readonly person: string;
  readonly today: string;
  /** Whether one may let somebody belong nowhere. */
  readonly mayLeave: boolean;
}

const TOUCHES = ['people.get', 'people.list', 'obligations.people'] as const;

/** To which organisation, from which day, and why; what the rules refuse is said in their words. */
export function MovePerson({ person, today, mayLeave }: MovePersonProps) {
  const { say, pick } = useSpeech();
  const [id] = useState(() => uuidv7());
  const [organisation, setOrganisation] = useState<string | null>(null);
  const [leaves, setLeaves] = useState(false);
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const move = useActionMutation('people.move', TOUCHES);
  const refused = move.error ? (wordsOf(move.error) ?? null) : null;
  const ready = from !== null && reason.trim() !== '' && (leaves || organisation !== null);
  const save = () =>
    from !== null &&
    move.mutate({ id, person, organisation: leaves ? null : organisation, from, reason: reason.trim() });
  return (
    <section className="people-move">
      <h3>{say('people.move')}</h3>
      <p className="people-quiet">{say('people.moveLead')}</p>
      <FormField label={say('people.to')}>
        {(binding) => (
          <OrganisationSelect id={binding.id} value={organisation} disabled={leaves} onChange={setOrganisation} />
        )}
      </FormField>
      {mayLeave && (
        <Checkbox checked={leaves} onChange={(event) => setLeaves(event.target.checked)}>
          {say('people.leaves')}
        </Checkbox>
      )}
      <FormField label={say('people.from')} hint={say('people.fromHint')} required>
        {(binding) => (
          <DatePicker
            id={binding.id}
            inputReadOnly
            value={from ? dayjs(from) : null}
            defaultPickerValue={dayjs(today)}
            maxDate={dayjs(today)}
            onChange={(next) => setFrom(next ? next.format('YYYY-MM-DD') : null)}
          />
        )}
      </FormField>
      <FormField label={say('people.reason')} required>
        {(binding) => (
          <Input id={binding.id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        )}
      </FormField>
      {move.error && (
        <p role="alert" className="form-field-error">
          {refused ? pick(refused) : say('ui.failedHint')}
        </p>
      )}
      <Button type="primary" disabled={!ready} loading={move.isPending} onClick={save}>
        {say('people.save')}
      </Button>
    </section>
  );
}

interface OrganisationSelectProps {
  readonly id: string;
  readonly value: string | null;
  readonly disabled: boolean;
  readonly onChange: (organisation: string | null) => void;
}

function OrganisationSelect({ id, value, disabled, onChange }: OrganisationSelectProps) {
  const { say } = useSpeech();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const found = useAction('organisations.search', { query }, { enabled: query !== '' });
  return (
    <Select
      id={id}
      className="people-select"
      value={value}
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={say('people.toHint')}
      notFoundContent={query === '' ? say('people.toHint') : say(found.isPending ? 'ui.loading' : 'people.none')}
      options={(found.data?.found ?? []).map((one) => ({
        value: one.id,
        label: one.under ? `${one.name}（${one.under}）` : one.name,
      }))}
      onChange={onChange}
    />
  );
}
