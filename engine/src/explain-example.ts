import { exampleWorld, getSubject } from './example-world.ts';
import type { Explanation } from './explanation.ts';
import type { Pack } from './pack/pack.ts';
import { examplePolicy } from './run-example.ts';
import type { Example } from './schema/example.ts';

/**
 * Why each thing an example expects is as it is, in its order: what its author may quote as a reason. Findings over
 * postings and duties without a period explain themselves elsewhere. @throws PolicyError, Error when something is not there
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
    return period === undefined ? [] : [policy.explain(world, { obligation, subject, period, asOf })];
  });
}
