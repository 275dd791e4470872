import type { Decimal } from '../../decimal.ts';
import type { At } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import type { Value } from '../../value.ts';
import type { Papers } from './papers.ts';

/** What each rater gave all who are rated together; not known as long as one of the papers is not. */
export function allPapers(papers: (at: At) => Papers): (at: At) => Map<string, Decimal[]> | Value {
  const kept = new WeakMap<readonly At[], Map<string, Decimal[]> | Value>();
  return (at) => {
    const mates = at.steps?.mates(null) ?? [at];
    const made = kept.get(mates) ?? gathered(mates.map(papers));
    kept.set(mates, made);
    return made;
  };
}

function gathered(all: readonly Papers[]): Map<string, Decimal[]> | Value {
  const missing = all.flatMap((one) => one.missing);
  if (missing.length > 0) return lacking(missing);
  const byRater = new Map<string, Decimal[]>();
  for (const { scores } of all)
    for (const { rater, score } of scores) byRater.set(rater, [...(byRater.get(rater) ?? []), score]);
  return byRater;
}
