import { Input } from 'antd';
import { useId } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import type { Knob } from './knobs.ts';

interface KnobsProps {
  readonly title: string;
  readonly knobs: readonly Knob[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (name: string, value: string) => void;
}

/** More than these are folded away until asked for. */
const MANY = 12;

/** Things of one kind that can be tried otherwise, each with what it is now. */
export function Knobs({ title, knobs, values, onChange }: KnobsProps) {
  const id = useId();
  const { say, pick } = useSpeech();
  if (knobs.length === 0) return null;
  return (
    <details className="ratings-knobs" open={knobs.length <= MANY}>
      <summary>
        {title} <span className="ratings-quiet">{knobs.length}</span>
      </summary>
      <fieldset aria-label={title}>
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
    </details>
  );
}
