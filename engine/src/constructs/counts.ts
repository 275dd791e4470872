import {
  compileNumber,
  compilePredicate,
  conditionWords,
  type Env,
  type NumberOf,
  nameWords,
  type Predicate,
  type Variables,
} from '../condition.ts';
import { compileCount } from '../count.ts';
import { type DayNumber, fromDay } from '../day.ts';
import { countsProblems } from '../duty/counts-check.ts';
import { dutyEnv, dutyVariables, parametersMissing } from '../duty/entry-place.ts';
import { aboutWhom } from '../duty/form-variables.ts';
import { SCALE } from '../duty/need.ts';
import { nearestRelation, type Relation } from '../duty/relation.ts';
import type { CompileContext, Construct } from '../duty/types.ts';
import type { FactColumns } from '../fact-columns.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Form } from '../schema/form.ts';
import type { Counts, Who } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import type { WorldIndex } from '../world-index.ts';

/** How much each entry of a form is worth to one item of a duty, worked out once per entry. */
export interface Judged {
  readonly columns: FactColumns;
  /** Worth in millionths; `REFUSED` when the condition does not hold or is not known. */
  readonly worth: Float64Array;
  /** Entries of one group share a cap; null when every entry stands alone. */
  readonly group: Int32Array | null;
}

export const UNJUDGED = -2;
export const REFUSED = -1;

export interface CountsRun {
  readonly part: Counts;
  readonly form: Form;
  readonly relation: Relation;
  /** At most this much counts per group, in millionths. */
  readonly cap: number;
  /** How many days must lie after the last that counted, as laid down on a day; null without such a rule. */
  readonly apart: ((day: DayNumber) => number) | null;
  /** What keeps that, or what an entry is worth, from being known. */
  readonly missing: (day: DayNumber) => readonly Missing[];
  /** Picks or carries a state, instead of adding up what happened. */
  readonly isState: boolean;
  readonly judge: (index: WorldIndex, asOf: DayNumber) => Judged;
  /** Fills in rows [start, end) that were not judged before. */
  readonly fill: (judged: Judged, index: WorldIndex, asOf: DayNumber, start: number, end: number) => void;
  /** Why an entry is refused: false when a condition fails, and the empty fields when it is not known. */
  readonly refusal: (fact: Fact, index: WorldIndex, asOf: DayNumber) => Refusal;
}

export type Refusal =
  | { readonly known: true; readonly condition: Words }
  | { readonly known: false; readonly fields: readonly Words[] };

/** `counts: [{ form: visit, where: …, per: … }]`: which entries serve the duty, and for how much. */
export const counts: Construct<Counts, CountsRun> = {
  id: 'counts',
  check: (part, at, context) => countsProblems(part, at, context),
  compile: (part, context) => {
    const form = context.parts.forms.get(part.form) as Form;
    const read = readers(part, form, context);
    const apart = compileCount(part.apart?.days ?? 0, context.parts);
    const { parts } = context;
    const reads = [...(read.where?.reads ?? []), ...(read.worth?.reads ?? [])];
    return {
      part,
      form,
      relation: relationOf(part, form, context),
      cap: Math.round(Number(part.per?.at_most ?? 1) * SCALE),
      apart: part.apart === undefined ? null : (day) => apart.on(fromDay(day)) ?? 0,
      missing: (day) => [...apart.missing(fromDay(day)), ...parametersMissing(reads, parts, fromDay(day))],
      isState: part.latest === true || part.carries === true,
      judge: judging(part, form, reads.includes('entry.confirmed')),
      fill: (judged, index, asOf, start, end) => {
        const { facts } = judged.columns;
        for (let row = start; row < end; row++) {
          if (judged.worth[row] === UNJUDGED)
            judged.worth[row] = worthOf(facts[row] as Fact, read, { index, asOf, parts });
        }
      },
      refusal: (fact, index, asOf) => refusalOf(fact, read, { index, asOf, parts }, dutyVariables(form, parts)),
    };
  },
};

function relationOf({ from_subject }: Counts, form: Form, { obligation }: CompileContext): Relation {
  return from_subject === undefined || from_subject === 'same'
    ? nearestOwn(form, obligation.who, from_subject)
    : from_subject;
}

/** Of a person posted, entries about the postings are the person’s own. */
const nearestOwn = (form: Form, who: Who, written: 'same' | undefined): Relation =>
  written === undefined || 'persons_posted' in who ? nearestRelation(form, who) : written;

interface Readers {
  readonly where: Predicate | null;
  readonly worth: NumberOf | null;
}

function readers({ where, worth }: Counts, form: Form, { parts }: CompileContext): Readers {
  const variables = dutyVariables(form, parts);
  return {
    where: where === undefined ? null : compilePredicate(where, variables),
    worth: worth === undefined ? null : compileNumber(worth, variables),
  };
}

/** Judgements are kept per world; those that read `entry.confirmed` also per day. */
function judging(part: Counts, form: Form, changing: boolean): CountsRun['judge'] {
  const kept = new WeakMap<WorldIndex, Map<DayNumber, Judged>>();
  return (index, asOf) => {
    const days = kept.get(index) ?? new Map<DayNumber, Judged>();
    kept.set(index, days);
    const day = changing ? asOf : 0;
    const known = days.get(day);
    if (known) return known;
    const columns = index.columns(part.form);
    const made: Judged = {
      columns,
      worth: new Float64Array(columns.facts.length).fill(UNJUDGED),
      group: part.per === undefined ? null : groupsOf(columns.facts, part.per.distinct, form.date),
    };
    days.set(day, made);
    return made;
  };
}

function groupsOf(facts: readonly Fact[], field: string, dateField: string): Int32Array {
  const ids = new Map<unknown, number>();
  const groups = new Int32Array(facts.length);
  for (let row = 0; row < facts.length; row++) {
    const fact = facts[row] as Fact;
    const value = field === dateField ? fact.date : (fact.data[field] ?? '');
    const key = Array.isArray(value) ? value.join('\0') : value;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    groups[row] = id;
  }
  return groups;
}

interface Looked {
  readonly index: WorldIndex;
  readonly asOf: DayNumber;
  readonly parts: Parts;
}

const envOf = (fact: Fact, { index, asOf, parts }: Looked): Env => dutyEnv(fact, aboutWhom(fact, index), asOf, parts);

function worthOf(fact: Fact, { where, worth }: Readers, looked: Looked): number {
  if (where === null && worth === null) return SCALE;
  const env = envOf(fact, looked);
  if (where !== null && where(env) !== true) return REFUSED;
  const value = worth === null ? 1 : worth(env);
  return value === undefined ? REFUSED : Math.max(0, Math.round(value * SCALE));
}

function refusalOf(fact: Fact, { where, worth }: Readers, looked: Looked, variables: Variables): Refusal {
  const env = envOf(fact, looked);
  const undecided = where !== null && where(env) === undefined ? where : worth;
  if (where !== null && where(env) === false)
    return { known: true, condition: conditionWords(where.source, variables) };
  const unset = (name: string) => parametersMissing([name], looked.parts, fact.date).length > 0;
  const empty = (undecided?.reads ?? []).filter((name) => emptyIn(fact, name) || unset(name));
  return { known: false, fields: empty.map((name) => nameWords(name, variables)) };
}

const emptyIn = (fact: Fact, name: string): boolean => {
  if (!name.startsWith('data.')) return false;
  const value = fact.data[name.slice('data.'.length)];
  return value === undefined || value === null || value === '';
};
