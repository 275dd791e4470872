import { exampleWorld, getSubject } from './example-world.ts';
import type { Explanation } from './explanation.ts';
import type { Pack } from './pack/pack.ts';
import { examplePolicy } from './run-example.ts';
import type { Example } from './schema/example.ts';

/**
 * Why each thing an example expects is as it is, in its order: what its author may quote as a reason. Findings over
 * postings, duties without a period and duties that are expected not to be owed have nothing to explain here. @throws PolicyError, Error when something is not there
 */
export function explainExample(packs: readonly Pack[], example: Example): Explanation[] {
  const policy = examplePolicy(packs, example);
  const world = exampleWorld(example, policy.forms);
  const asOf = example.as_of;
  return example.expect.flatMap((expected): Explanation[] => {
    if ('measure' in expected) return [policy.explainMeasure(world, { ...expected, asOf })];
    if ('assignment' in expected) return [];
    const subject = getSubject(world, expected.subject);
    if ('rating' in expected) return [policy.explainRating(world, { ...expected, subject, asOf })];
    const { obligation, period } = expected;
    const owed = (): boolean =>
      policy
        .evaluate(world, { asOf, subjects: [subject] })
        .some((one) => one.obligation === obligation && one.period.key === period);
    return period === undefined || !owed() ? [] : [policy.explain(world, { obligation, subject, period, asOf })];
  });
}
