import { type Policy, type Rated, type Value, type ValueJson, valueToJson } from '@luoshi/engine';
import { gradesOf } from './list-ratings.ts';
import type { RunLayout, RunResult } from './run.ts';

/** A result as it is kept, shown from this day on. */
export const keptFrom = (
  rated: Rated,
  { shownOn, objectUntil }: Pick<RunResult, 'shownOn' | 'objectUntil'>,
): RunResult => ({
  subject: rated.subject,
  organisation: rated.organisation,
  name: rated.name,
  score: jsonOf(rated.score),
  grade: jsonOf(rated.grade),
  place: jsonOf(rated.place),
  steps: Object.fromEntries([...rated.steps].map(([id, value]) => [id, valueToJson(value)])),
  consequences: rated.consequences,
  shownOn,
  objectUntil,
});

const jsonOf = (value: Value | null): ValueJson | null => value && valueToJson(value);

/** For results that are compared or shown beside published ones, and are not published themselves. */
export const NOT_SHOWN = { shownOn: '', objectUntil: null } as const;

/** How the rows of a rating read. */
export function layoutOf(policy: Policy, id: string): RunLayout {
  const rating = policy.ratings.get(id);
  if (!rating) throw new Error(`the policy holds no rating ${id}`);
  return {
    title: rating.title,
    steps: policy
      .ratingGraph(id)
      .steps.map((step) => ({ id: step.id, title: step.title, number: step.scale === undefined })),
    grades: gradesOf(rating, policy),
    objections: rating.publication?.objections ?? null,
  };
}
