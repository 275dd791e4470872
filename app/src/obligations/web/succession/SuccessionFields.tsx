import { Button, Checkbox, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { v7 as uuidv7 } from 'uuid';
import { OrganisationSelect } from '../../../organisations/web/OrganisationSelect.tsx';
import { useSpeech } from '../../../platform/web/i18n.ts';
import { FormField } from '../../../ui/FormField.tsx';
import { type Draft, type Named, type Part, WAYS } from './draft.ts';

interface FieldsProps {
  readonly organisation: Named & { readonly children: readonly Named[]; readonly today: string };
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

export const newPart = (): Part => ({ id: uuidv7(), name: '', percent: null, children: [] });

/** What happens, with whom, and since when. */
export function SuccessionFields(props: FieldsProps) {
  const { say } = useSpeech();
  const { organisation, draft, change } = props;
  const { today } = organisation;
  return (
    <>
      <fieldset className="succession-way">
        <legend>{say('succession.way')}</legend>
        <Radio.Group
          className="succession-ways"
          value={draft.way}
          onChange={(event) => change({ way: event.target.value, others: [], percents: {} })}
          options={WAYS.map((way) => ({ value: way, label: say(`succession.${way}`) }))}
        />
      </fieldset>
      {draft.way === 'split' ? <Parts {...props} /> : <Others {...props} />}
      <FormField label={say('succession.on')} hint={say('succession.onHint')} required>
        {({ id }) => (
          <DatePicker
            id={id}
            inputReadOnly
            value={draft.on ? dayjs(draft.on) : null}
            defaultPickerValue={dayjs(today)}
            maxDate={dayjs(today)}
            onChange={(next) => change({ on: next ? next.format('YYYY-MM-DD') : null })}
          />
        )}
      </FormField>
    </>
  );
}

const ASKS = { into: 'succession.target', absorb: 'succession.sources', succeed: 'succession.predecessors' } as const;

function Others({ organisation, draft, change }: FieldsProps) {
  const { say } = useSpeech();
  const { way, others, percents } = draft;
  if (way === 'split') return null;
  return (
    <>
      <FormField key={way} label={say(ASKS[way])} required>
        {({ id }) => (
          <OrganisationSelect
            id={id}
            value={others.map((one) => one.id)}
            several={way !== 'into'}
            ended={way === 'succeed'}
            without={organisation.id}
            onChange={(chosen) => change({ others: chosen })}
          />
        )}
      </FormField>
      {way === 'succeed' &&
        others.map(({ id: one, name }) => (
          <FormField key={one} label={say('succession.percent', { name })} hint={say('succession.percentHint')}>
            {({ id }) => (
              <Percent
                id={id}
                value={percents[one] ?? null}
                onChange={(next) => {
                  const { [one]: _, ...rest } = percents;
                  change({ percents: next === null ? rest : { ...rest, [one]: next } });
                }}
              />
            )}
          </FormField>
        ))}
    </>
  );
}

interface PercentProps {
  readonly id: string;
  readonly value: number | null;
  readonly onChange: (percent: number | null) => void;
}

const Percent = (props: PercentProps) => (
  <InputNumber {...props} min={0.01} max={100} controls={false} changeOnWheel={false} inputMode="decimal" suffix="%" />
);

function Parts({ organisation, draft, change }: FieldsProps) {
  const { say } = useSpeech();
  const { parts, ends } = draft;
  const put = (at: number, part: Partial<Part>) =>
    change({ parts: parts.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      {parts.map((part, at) => (
        <fieldset key={part.id} className="succession-part">
          <legend>{say('succession.part', { n: at + 1 })}</legend>
          <PartFields part={part} below={belowFor(organisation.children, parts, part)} put={(next) => put(at, next)} />
          {parts.length > 1 && (
            <Button type="link" onClick={() => change({ parts: parts.filter(({ id }) => id !== part.id) })}>
              {say('succession.dropPart')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button onClick={() => change({ parts: [...parts, newPart()] })}>{say('succession.addPart')}</Button>
      <Checkbox checked={ends} onChange={(event) => change({ ends: event.target.checked })}>
        {say('succession.ends')}
      </Checkbox>
    </>
  );
}

/** Each of those below goes with one part. */
const belowFor = (children: readonly Named[], parts: readonly Part[], part: Part): readonly Named[] =>
  children.filter(({ id }) => !parts.some((other) => other.id !== part.id && other.children.includes(id)));

interface PartFieldsProps {
  readonly part: Part;
  readonly below: readonly Named[];
  readonly put: (part: Partial<Part>) => void;
}

function PartFields({ part, below, put }: PartFieldsProps) {
  const { say } = useSpeech();
  return (
    <>
      <FormField label={say('succession.partName')} required>
        {({ id }) => (
          <Input id={id} value={part.name} maxLength={100} onChange={(event) => put({ name: event.target.value })} />
        )}
      </FormField>
      <FormField label={say('succession.partShare')} hint={say('succession.partShareHint')}>
        {({ id }) => <Percent id={id} value={part.percent} onChange={(percent) => put({ percent })} />}
      </FormField>
      {below.length > 0 && (
        <FormField label={say('succession.partChildren')}>
          {({ id }) => (
            <Select
              id={id}
              className="organisation-select"
              mode="multiple"
              optionFilterProp="label"
              value={[...part.children]}
              options={below.map((one) => ({ value: one.id, label: one.name }))}
              onChange={(children) => put({ children })}
            />
          )}
        </FormField>
      )}
    </>
  );
}
