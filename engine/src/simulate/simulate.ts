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
  const now = after.rate(world, query);
  return {
    rating,
    title: after.ratings.get(rating)?.title ?? { 'zh-CN': rating, en: rating },
    period: now.period,
    asOf,
    rows: compareRated({ rating, before, after, was: before.rate(world, query).rated, is: now.rated }),
  };
}

/** What a subject came out as, as far as one compares it: a result of the engine, or one that was kept. */
export type Comparable = Pick<Rated, 'subject' | 'organisation' | 'name' | 'steps' | 'score' | 'grade' | 'place'>;

/** Two results of a rating side by side, each with the rules it was worked out by. In the order of the second, then who is gone. */
export function compareRated({ rating, before, after, was, is }: Compared): SimulatedRow[] {
  const [old, now] = [bySubject(was), bySubject(is)];
  const find = causeFinder(before, after, rating);
  const scale = scaleOf(after, rating);
  return [...new Set([...now.keys(), ...old.keys()])].map((key) => {
    const [a, b] = [old.get(key) ?? null, now.get(key) ?? null];
    const { subject, organisation, name } = (b ?? a) as Comparable;
    return {
      ...{ subject, organisation, name, before: a && outcomeOf(a), after: b && outcomeOf(b) },
      ...moveOf(a, b, scale),
      causes: a && b ? find(a, b) : [],
    };
  });
}

interface Compared {
  readonly rating: string;
  readonly before: Policy;
  readonly after: Policy;
  readonly was: readonly Comparable[];
  readonly is: readonly Comparable[];
}

const bySubject = (rated: readonly Comparable[]): ReadonlyMap<string, Comparable> =>
  new Map(rated.map((one) => [`${one.subject.kind}:${one.subject.id}`, one]));

const outcomeOf = ({ score, grade, place }: Comparable): Outcome => ({
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
