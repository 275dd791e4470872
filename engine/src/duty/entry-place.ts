import type { Env, Variables } from '../condition.ts';
import { fromDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import { placeEnv, placeVariables } from '../measure/place.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import type { Missing } from '../value.ts';
import { entryEnv } from '../variables.ts';
import { formVariables } from './form-variables.ts';

/** Names usable in conditions of duties over entries of a form: those of the entry, working days and parameters. */
export function dutyVariables(form: Form, parts: Parts): Variables {
  const { calendar, param } = placeVariables(parts);
  return { ...formVariables(form, parts), ...(calendar && { calendar }), ...(param && { param }) };
}

/** What a condition over an entry of a duty reads. A parameter is read on the day of the entry. */
export function dutyEnv(fact: Fact, about: object | undefined, asOf: number, parts: Parts): Env {
  const { date } = fact;
  const day = fromDay(asOf);
  const { calendar, param } = placeEnv({ period: { key: date, start: date, end: date }, asOf: day }, parts);
  return Object.assign(entryEnv(fact, about, day), { calendar, param });
}

/** Parameters among the names a condition reads that are not set on a day. */
export const parametersMissing = (reads: readonly string[], parts: Parts, day: string): Missing[] =>
  reads
    .filter((name) => name.startsWith('param.'))
    .flatMap((name) => {
      const value = parts.parameter(name.slice('param.'.length), day);
      return value.state === 'not-known' ? value.missing : [];
    });
