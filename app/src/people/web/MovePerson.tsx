import { Button, Checkbox, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { OrganisationSelect } from '../../organisations/web/OrganisationSelect.tsx';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
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
          <OrganisationSelect
            id={binding.id}
            value={organisation === null ? [] : [organisation]}
            disabled={leaves}
            onChange={([chosen]) => setOrganisation(chosen?.id ?? null)}
          />
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
