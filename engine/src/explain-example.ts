import { exampleWorld, getSubject } from './example-world.ts';
import type { Explanation } from './explanation.ts';
import type { Pack } from './pack/pack.ts';
import { examplePolicy } from './run-example.ts';
import type { Example } from './schema/example.ts';

export interface Asked {
  /** Ratings by their results and all that leads to them, also where an example names steps. */
  readonly whole?: boolean;
  /** Only what is expected of this subject. */
  readonly subject?: string;
}

/**
 * Why each thing an example expects is as it is, in its order: what its author may quote as a reason. Findings over
 * postings, duties without a period and duties that are expected not to be owed have nothing to explain here. Of a rating the
 * steps an example names are told, and no others unless the whole is asked for. @throws PolicyError, Error when something is
 * not there
 */
export function explainExample(packs: readonly Pack[], example: Example, asked: Asked = {}): Explanation[] {
  const policy = examplePolicy(packs, example);
  const world = exampleWorld(example, policy.forms);
  const asOf = example.as_of;
  const wanted = example.expect.filter((one) => asked.subject === undefined || aboutOf(one) === asked.subject);
  return wanted.flatMap((expected): Explanation[] => {
    if ('measure' in expected) return [policy.explainMeasure(world, { ...expected, asOf })];
    if ('assignment' in expected) return [];
    const subject = getSubject(world, expected.subject);
    if ('rating' in expected) {
      const { rating, period, steps = {} } = expected;
      const only = Object.keys(steps);
      const query = { rating, period, subject, asOf };
      return [policy.explainRating(world, asked.whole || only.length === 0 ? query : { ...query, only })];
    }
    const { obligation, period } = expected;
    const owed = (): boolean =>
      policy
        .evaluate(world, { asOf, subjects: [subject] })
        .some((one) => one.obligation === obligation && one.period.key === period);
    return period === undefined || !owed() ? [] : [policy.explain(world, { obligation, subject, period, asOf })];
  });
}

const aboutOf = (expected: Example['expect'][number]): string | undefined =>
  'organisation' in expected ? expected.organisation : 'subject' in expected ? expected.subject : undefined;
