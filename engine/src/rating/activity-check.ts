import { isRecord } from '../pack/schema-shape.ts';
import type { Finding } from '../problem.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { say } from '../words.ts';
import type { Analysis } from './analyse.ts';

/** Steps that set persons against each other. */
const COMPARING: ReadonlySet<string> = new Set(['rank', 'top', 'quota', 'relative', 'distribute']);
/** How often, and how regularly, somebody recorded something. */
const COUNTING: ReadonlySet<string> = new Set(['count', 'distinct', 'gap']);
/** What was achieved: figures of entries, duties and measures, judgements and ballots. */
const RESULTS: ReadonlySet<string> = new Set([
  ...['sum', 'mean', 'min', 'max', 'latest', 'share', 'any', 'all', 'measure', 'standing'],
  ...['entries', 'ballots', 'scorers', 'reviewed', 'ledger', 'rating'],
]);

/**
 * Persons may be rated by what they achieved; they may not be ranked by how much they recorded. A ranking of persons, postings
 * or members whose score grows with counts of entries alone is refused.
 */
export function checkActivity({ of, steps }: Rating, { needs }: Analysis): Finding[] {
  if ('organisations' in of) return [];
  const byId = new Map(steps.map((step) => [step.id, step]));
  return steps.flatMap((step, i): Finding[] => {
    const key = Object.keys(step).find((name) => COMPARING.has(name));
    if (key === undefined) return [];
    const below = reached(step.id, needs).flatMap((id) => byId.get(id) ?? []);
    if (!below.some(counts) || below.some(achieves)) return [];
    return [
      {
        code: 'fairness',
        at: `/steps/${i}/${key}`,
        words: say(
          `“${step.title['zh-CN']}”按记录的多少给个人排先后：个人不按活跃度排名`,
          `“${step.title.en}” ranks persons by how much they recorded: persons are not ranked by activity`,
        ),
        wayOut: say(
          '改按办成的事评定（职责完成情况、事项的结果），或只评定组织',
          'Rate by what was achieved (duties met, results of matters), or rate organisations only',
        ),
      },
    ];
  });
}

function reached(from: string, needs: Analysis['needs']): readonly string[] {
  const found = new Set([from]);
  for (const id of found) for (const need of needs.get(id) ?? []) found.add(need);
  return [...found];
}

const counts = (step: Step): boolean => keysOf(step).some((key) => COUNTING.has(key));

/** Full marks from which only faults are taken are no reward for activity. */
const achieves = (step: Step): boolean =>
  ('item' in step && step.item.starts === 'full') || keysOf(step).some((key) => RESULTS.has(key));

/** Keys of the expressions of a step; faults that are deducted are left out, and so are formulas over other steps. */
function keysOf(value: unknown): string[] {
  if (typeof value === 'string') return /\bmeasure\(/.test(value) ? ['measure'] : [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'deduct' ? [] : [key, ...keysOf(inner)]));
}
