import { canonical } from '../diff/compare.ts';
import type { Policy } from '../policy.ts';
import type { GraphStep } from '../rating/graph.ts';
import type { RatingInput } from '../rating/inputs.ts';
import type { Rated } from '../rating/rate.ts';
import type { Value, ValueJson, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { alike } from './move.ts';

/** A step at which a difference begins. */
export interface Cause {
  readonly step: string;
  readonly title: Words;
  /** Its rule text changed; a part it reads changed; or the other subjects moved. */
  readonly why: 'rule' | 'reads' | 'others';
  /** The changed parts it reads. */
  readonly reads: readonly RatingInput[];
  readonly before: ValueJson | null;
  readonly after: ValueJson | null;
}

type Steps = Pick<Rated, 'steps'>;

/**
 * Finds where differences begin: the first steps in the order of evaluation that differ while what they need does not, and
 * those that differ and whose rule text changed.
 */
export function causeFinder(before: Policy, after: Policy, rating: string): (was: Steps, is: Steps) => Cause[] {
  const text = (policy: Policy) =>
    new Map(policy.ratings.get(rating)?.steps.map((step) => [step.id, canonical(step)] as const));
  const [old, now] = [text(before), text(after)];
  const { steps } = after.ratingGraph(rating);
  const gone = before.ratingGraph(rating).steps.filter(({ id }) => !now.has(id));
  const changed = new Map([...steps, ...gone].map((step) => [step.id, changedReads(step, before, after)]));
  return (was, is) => {
    const differs = (id: string): boolean => !alike(was.steps.get(id), is.steps.get(id));
    return [...steps, ...gone].flatMap((step): Cause[] => {
      const { id, title, needs, over } = step;
      const rewritten = old.get(id) !== now.get(id);
      if (!differs(id) || (needs.some(differs) && !rewritten)) return [];
      const reads = changed.get(id) ?? [];
      const why = rewritten ? 'rule' : reads.length > 0 || over === 'row' ? 'reads' : 'others';
      return [{ step: id, title, why, reads, before: jsonOf(was.steps.get(id)), after: jsonOf(is.steps.get(id)) }];
    });
  };
}

const jsonOf = (value: Value | undefined): ValueJson | null => (value ? valueToJson(value) : null);

/** The parts a step reads, directly or through measures, that the other rules write otherwise. */
function changedReads({ reads }: GraphStep, before: Policy, after: Policy): RatingInput[] {
  return reads.filter((input) => canonical(partOf(input, before)) !== canonical(partOf(input, after)));
}

function partOf({ kind, id }: RatingInput, { parts }: Policy): unknown {
  const { forms, measures, parameters, obligations, ratings } = parts;
  return { form: forms, measure: measures, parameter: parameters, obligation: obligations, rating: ratings }[kind].get(
    id,
  );
}
