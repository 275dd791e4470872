import { expect, it } from 'vitest';
import { examplesIn } from '../../test/changed-example.ts';
import { exampleWorld } from '../example-world.ts';
import type { Example } from '../index.ts';
import { examplePolicy } from '../run-example.ts';

const [first] = examplesIn('days-of-year.yaml') as [Example];
it('a light says which rule it comes from', () => {
  const { obligation, subject, period } = first.expect.find((one) => 'obligation' in one) as {
    obligation: string;
    subject: string;
    period: string;
  };
  const told = examplePolicy([], first).explain(exampleWorld(first), {
    obligation,
    subject: { kind: 'organisation', id: subject },
    period,
    asOf: first.as_of,
  });
  expect(told.rule).toMatchObject({ id: 'summary', place: expect.stringContaining('obligations') });
});
