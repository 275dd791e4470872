import type { SubjectRef, World } from '../facts.ts';
import type { Policy } from '../policy.ts';
import type { Rated } from '../rating/rate.ts';
import type { Period } from '../standing.ts';
import type { Value, ValueJson, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { type Cause, causeFinder } from './causes.ts';
import { type Move, moveOf } from './move.ts';

export interface SimulationQuery {
  readonly before: Policy;
  readonly after: Policy;
  readonly world: World;
  readonly rating: string;
  readonly period: string;
  readonly asOf: string;
}

/** What a subject is rated as. */
export interface Outcome {
  readonly score: ValueJson | null;
  readonly grade: ValueJson | null;
  readonly place: ValueJson | null;
}

/** One subject under both rules. */
export interface SimulatedRow extends Move {
  readonly subject: SubjectRef;
  readonly organisation: string;
  readonly name: string;
  /** Null when the rule does not rate the subject. */
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** Where the difference begins; empty when nothing differs. */
  readonly causes: readonly Cause[];
}

export interface Simulation {
  readonly rating: string;
  readonly title: Words;
  readonly period: Period;
  readonly asOf: string;
  /** In the order of the rules after, then those that are rated no more. */
  readonly rows: readonly SimulatedRow[];
}

/**
 * Two sets of rules on the same facts: who moves, by how much, and where it begins. Nothing is taken into force.
 * @throws Error when a policy has no such rating or period
 */
export function simulate({ before, after, world, rating, period, asOf }: SimulationQuery): Simulation {
  const query = { rating, period, asOf };
  const [old, now] = [before.rate(world, query), after.rate(world, query)];
  const [was, is] = [bySubject(old.rated), bySubject(now.rated)];
  const find = causeFinder(before, after, rating);
  const scale = scaleOf(after, rating);
  return {
    rating,
    title: after.ratings.get(rating)?.title ?? { 'zh-CN': rating, en: rating },
    period: now.period,
    asOf,
    rows: [...new Set([...is.keys(), ...was.keys()])].map((key) => {
      const [a, b] = [was.get(key) ?? null, is.get(key) ?? null];
      const { subject, organisation, name } = (b ?? a) as Rated;
      return {
        ...{ subject, organisation, name, before: a && outcomeOf(a), after: b && outcomeOf(b) },
        ...moveOf(a, b, scale),
        causes: a && b ? find(a, b) : [],
      };
    }),
  };
}

const bySubject = (rated: readonly Rated[]): ReadonlyMap<string, Rated> =>
  new Map(rated.map((one) => [`${one.subject.kind}:${one.subject.id}`, one]));

const outcomeOf = ({ score, grade, place }: Rated): Outcome => ({
  score: jsonOf(score),
  grade: jsonOf(grade),
  place: jsonOf(place),
});

const jsonOf = (value: Value | null): ValueJson | null => value && valueToJson(value);

/** Grades of the rating's result, from the best to the worst. */
function scaleOf({ ratings, ratingGraph }: Policy, id: string): readonly string[] {
  const rating = ratings.get(id);
  const scale = ratingGraph(id).steps.find(({ results }) => results.includes('grade'))?.scale;
  return rating?.scales?.find((one) => one.id === scale)?.grades.map((grade) => grade.id) ?? [];
}
