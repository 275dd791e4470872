import { expect, it } from 'vitest';
import { examplesIn } from '../../test/changed-example.ts';
import { exampleWorld } from '../example-world.ts';
import type { Example } from '../index.ts';
import { examplePolicy } from '../run-example.ts';

const [first] = examplesIn('days-of-year.yaml') as [Example];
const leap: Example = { ...first, pack: JSON.parse(JSON.stringify(first.pack).replace('"01-15"', '"02-29"')) };

it.each([
  ['2028-03-10', '2028-02-29'],
  ['2027-03-10', '2027-02-28'],
])('on %s the last day of February is asked for by the end of %s', (asOf, due) => {
  const standings = examplePolicy([], leap).evaluate(exampleWorld(leap), { asOf });
  const last = standings.filter(({ obligation }) => obligation === 'summary').map((one) => one.due ?? one.period.end);
  expect(last).toContain(due);
});
