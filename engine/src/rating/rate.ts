import type { Explanation } from '../explanation.ts';
import type { SubjectRef, World } from '../facts.ts';
import { startRun } from '../measure/run.ts';
import type { StandingsOf } from '../measure/types.ts';
import { titleIn } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import type { Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import { indexOf } from '../world-index.ts';
import { changesOf, type WhatIf } from './change.ts';
import { getRating } from './compile.ts';
import { type Follows, followsFor } from './consequences.ts';
import { explainFollows } from './consequences-told.ts';
import { oneOfSeveral } from './one-of-several.ts';
import { ratingPeriod } from './period.ts';
import { openSheet } from './sheet.ts';
import type { RatedSubject, Sheet, StepFinding } from './types.ts';

export interface RatingQuery {
  readonly rating: string;
  /** `2026`, `2026-Q3` …; a year that begins on another day is named by the year it ends in. */
  readonly period: string;
  readonly asOf: string;
  /** The day on which the result was published, from which terms of consequences may count. */
  readonly published?: string;
  /** Works every value out by itself: slower, the same result. */
  readonly oneByOne?: boolean;
}

/** What a rating came to for one subject. */
export interface Rated {
  readonly subject: SubjectRef;
  readonly organisation: string;
  readonly name: string;
  /** Value of every step, in the order of the pack; worked out when asked for. */
  readonly steps: ReadonlyMap<string, Value>;
  readonly score: Value | null;
  readonly grade: Value | null;
  readonly place: Value | null;
  /** What follows, in the order of the pack. */
  readonly consequences: readonly Follows[];
}

export interface RatingResult {
  readonly rating: string;
  readonly period: Period;
  readonly asOf: string;
  readonly rated: readonly Rated[];
  /** What people must look at before the result stands. */
  readonly findings: readonly (StepFinding & { readonly step: string })[];
}

export interface RatingExplanation extends Explanation {
  readonly subject: SubjectRef;
  /** What would change the result: one more or one fewer, the nearest border, the rival at a quota. */
  readonly change: readonly WhatIf[];
}

/** All subjects of a rating in one pass. @throws Error when the rating or the period does not exist */
export function rate(parts: Parts, world: World, query: RatingQuery, standings: StandingsOf): RatingResult {
  const sheet = sheetOf(parts, world, query, standings);
  const { rating, steps } = sheet.rating;
  return {
    rating: rating.id,
    period: sheet.period,
    asOf: sheet.asOf,
    rated: sheet.subjects.map((_, row) => new RatedRow(sheet, row, query.published)),
    findings: [
      ...[...steps.values()].flatMap(({ step, run }) =>
        (run.findings?.(sheet) ?? []).map((finding) => ({ ...finding, step: step.id })),
      ),
      ...oneOfSeveral(sheet),
    ],
  };
}

/** One row of a sheet. A class, because objects with a getter each of their own are ten times as large. */
class RatedRow implements Rated {
  readonly subject: SubjectRef;
  readonly organisation: string;
  readonly name: string;
  readonly score: Value | null;
  readonly grade: Value | null;
  readonly place: Value | null;
  readonly consequences: readonly Follows[];
  readonly #sheet: Sheet;
  readonly #row: number;

  constructor(sheet: Sheet, row: number, published: string | undefined) {
    const { ref, organisation, name } = sheet.subjects[row] as RatedSubject;
    const { score, grade, place } = sheet.rating.rating.result;
    const pick = (id: string | undefined): Value | null => (id === undefined ? null : (sheet.column(id)[row] ?? null));
    this.#sheet = sheet;
    this.#row = row;
    this.subject = ref;
    this.organisation = organisation;
    this.name = name;
    this.score = pick(score);
    this.grade = pick(grade);
    this.place = pick(place);
    this.consequences = followsFor(sheet, row, published);
  }

  get steps(): ReadonlyMap<string, Value> {
    const { rating } = this.#sheet;
    return new Map([...rating.steps.keys()].map((id) => [id, this.#sheet.column(id)[this.#row] as Value]));
  }
}

/** Why a subject's result is what it is; of one step when asked, or told by only some of its steps. @throws Error when the subject is not rated */
export function explainRating(
  parts: Parts,
  world: World,
  query: RatingQuery & { readonly subject: SubjectRef; readonly step?: string; readonly only?: readonly string[] },
  standings: StandingsOf,
): RatingExplanation {
  const sheet = sheetOf(parts, world, query, standings);
  const row = rowOf(sheet, query.subject);
  const { subject, step, only } = query;
  const shown = step === undefined ? resultsOf(sheet) : [step];
  const [first = ''] = shown;
  const telling = sheet.telling(row);
  const children = (only ?? shown).map(telling.step);
  if (step === undefined && only === undefined) children.push(...explainFollows(telling, query.published));
  const { name } = sheet.subjects[row] as RatedSubject;
  const { rating } = sheet.rating;
  const value = sheet.column(first)[row] as Value;
  const { titles } = sheet.rating.steps.get(first)?.type ?? {};
  const shownAs = titles && titleIn(titles, value);
  return {
    construct: 'rating',
    words: say(`${name}：${rating.title['zh-CN']}`, `${name}: ${rating.title.en}`),
    result: valueToJson(value),
    ...(shownAs === undefined ? {} : { shown: shownAs }),
    rule: parts.ruleOf('rating', rating.id),
    period: sheet.period,
    details: { rating: rating.id },
    children,
    subject,
    change: changesOf(sheet, row, first, step === undefined ? 'result' : 'step'),
  };
}

/** The steps a reader wants explained: the grade if there is one, the score, the place, what the rating names besides. */
function resultsOf({ rating: { rating } }: Sheet): string[] {
  const { grade, score, place, also = [] } = rating.result;
  const named = [grade, score, place, ...also].filter((id) => id !== undefined);
  return named.length > 0 ? named : rating.steps.slice(-1).map(({ id }) => id);
}

function rowOf(sheet: Sheet, { kind, id }: SubjectRef): number {
  const row = sheet.subjects.findIndex(({ ref }) => ref.kind === kind && ref.id === id);
  if (row < 0)
    throw new Error(`The ${kind} “${id}” is not rated by “${sheet.rating.rating.id}” in ${sheet.period.key}`);
  return row;
}

function sheetOf(parts: Parts, world: World, query: RatingQuery, standings: StandingsOf): Sheet {
  const { rating, period, asOf, oneByOne = false } = query;
  const found = ratingPeriod(getRating(parts, rating).rating, period);
  if (!found) throw new Error(`There is no period “${period}”`);
  return openSheet({ parts, rating, period: found, asOf, oneByOne, run: startRun(parts, indexOf(world), standings) });
}
