import { type WorkCalendar, workCalendar } from '../calendar.ts';
import { type Env, record, type Variables, type VariableType } from '../condition.ts';
import type { Parts } from '../parts.ts';
import type { Parameter } from '../schema/pack.ts';
import { say } from '../words.ts';
import type { When } from './types.ts';

/** Names every set knows besides those of its members: the days it is read for, and the parameters. */
export function placeVariables(parts: Parts): Variables {
  const known = variables.get(parts);
  if (known) return known;
  const made: Variables = {
    period: record({
      start: { type: 'date', title: say('期初', 'Start of the period') },
      end: { type: 'date', title: say('期末', 'End of the period') },
    }),
    as_of: { type: 'date', title: say('截至日', 'The day it is read on') },
    calendar: { type: 'calendar' },
    param: record(Object.fromEntries([...parts.parameters].map(([id, one]) => [id, parameterType(one)]))),
  };
  variables.set(parts, made);
  return made;
}

const variables = new WeakMap<Parts, Variables>();
const calendars = new WeakMap<Parts, WorkCalendar>();
const parameters = new WeakMap<Parts, Map<string, Readonly<Record<string, unknown>>>>();

/** The values of those names at a place. A parameter is read on the period's last day. */
export function placeEnv({ period, asOf }: When, parts: Parts): Env {
  const calendar = calendars.get(parts) ?? workCalendar(parts.calendars);
  calendars.set(parts, calendar);
  return { period, as_of: asOf, calendar, param: parametersOn(period.end, parts) };
}

function parametersOn(day: string, parts: Parts): Readonly<Record<string, unknown>> {
  const byDay = parameters.get(parts) ?? new Map<string, Readonly<Record<string, unknown>>>();
  parameters.set(parts, byDay);
  const known = byDay.get(day);
  if (known) return known;
  const made = Object.fromEntries([...parts.parameters.keys()].map((id) => [id, valueOn(id, day, parts)]));
  byDay.set(day, made);
  return made;
}

function valueOn(id: string, day: string, parts: Parts): unknown {
  const value = parts.parameter(id, day);
  return value.state === 'known' ? String(value.value) : undefined;
}

function parameterType({ values, unit, title }: Parameter): VariableType {
  const written = Object.values(values).filter((value) => value !== null);
  if (written.every((value) => /^-?\d+(\.\d+)?$/.test(String(value)))) return { type: 'number', unit, title };
  const days = written.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)));
  return { type: days ? 'date' : 'text', title };
}
