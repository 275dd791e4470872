import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { changesIn, type Knob, knobsOf } from './knobs.ts';
import type { Grades, Scheme, Sheet, Tried } from './rating-data.ts';
import { WhoMoves } from './WhoMoves.tsx';

interface WhatIfPanelProps {
  readonly scheme: Scheme;
  readonly period: string;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}

/** Parameters and weights on a copy: change one and see who moves, before anything is in force. */
export function WhatIfPanel({ scheme, period, sheet, onClose }: WhatIfPanelProps) {
  const { say } = useSpeech();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<readonly string[]>([]);
  const knobs = knobsOf(scheme);
  const changes = changesIn(knobs, values);
  const groups = ['parameters', 'weights'] as const;
  return (
    <SidePanel open title={say('ratings.whatIf')} onClose={onClose}>
      <p className="ratings-quiet">{say('ratings.whatIfLead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(changes);
        }}
      >
        {groups.map((group) => (
          <Knobs
            key={group}
            title={say(`ratings.${group}`)}
            knobs={knobs.filter((knob) => knob.group === group)}
            values={values}
            onChange={(name, value) => setValues({ ...values, [name]: value })}
          />
        ))}
        <Button type="primary" htmlType="submit" disabled={changes.length === 0}>
          {say('ratings.try')}
        </Button>
      </form>
      {asked.length > 0 && <Outcome rating={scheme.id} period={period} set={asked} grades={sheet.grades} />}
    </SidePanel>
  );
}

interface KnobsProps {
  readonly title: string;
  readonly knobs: readonly Knob[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

function Knobs({ title, knobs, values, onChange }: KnobsProps) {
  const id = useId();
  const { say, pick } = useSpeech();
  if (knobs.length === 0) return null;
  return (
    <fieldset className="ratings-knobs">
      <legend>{title}</legend>
      {knobs.map(({ name, label, part, value, unit }) => (
        <div key={name} className="ratings-knob">
          <label htmlFor={`${id}${name}`}>
            {part ? say('ratings.weightOf', { step: pick(label), part: pick(part) }) : pick(label)}
          </label>
          <Input
            id={`${id}${name}`}
            inputMode="decimal"
            value={values[name] ?? value ?? ''}
            placeholder={say('ratings.notSet')}
            {...(unit ? { suffix: pick(unit) } : {})}
            onChange={(event) => onChange(name, event.target.value)}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface OutcomeProps {
  readonly rating: string;
  readonly period: string;
  readonly set: readonly string[];
  readonly grades: Grades;
}

function Outcome({ rating, period, set, grades }: OutcomeProps) {
  const tried = useAction('ratings.simulate', { rating, period, set: [...set] }, { staleTime: 0 });
  return (
    <section className="ratings-part" aria-live="polite">
      <Loaded of={tried} lines={6}>
        {(data) => <WhoMoves tried={data as Tried} grades={grades} />}
      </Loaded>
    </section>
  );
}
