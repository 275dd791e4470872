import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Asked, explainExample } from './explain-example.ts';
import { renderExplanation } from './render-explanation.ts';
import type { Example } from './schema/example.ts';

/** An example of a table of items, with steps named for its subjects. */
const [example] = (
  parse(readFileSync(new URL('../examples/count.yaml', import.meta.url), 'utf8'), { merge: true }) as Example[]
).filter((one) => one.example.en === 'Nearer than seven days they count once');

const told = (asked?: Asked): string[] => {
  if (!example) throw new Error('The example is gone');
  const wanted = example.expect.map((one) =>
    'rating' in one && one.subject === '王庄' ? { ...one, steps: { visits: 2 } } : one,
  );
  return explainExample([], { ...example, expect: wanted }, asked).map((one) => renderExplanation(one, 'en'));
};

test('a rating is told by the steps that an example names, under its result', () => {
  const [first = '', second = ''] = told();
  expect(first.split('\n')[0]).toBe('王庄: Assessment of the year: 23');
  expect(first).toContain('Visits (worked out as follows): 2');
  expect(first).not.toContain('Together');
  expect(second).toContain('Talks (worked out as follows): 0');
});

test('the whole is told when it is asked for, and one subject alone', () => {
  expect(told({ whole: true })[0]).toContain('Together');
  expect(told({ whole: true })[0]).not.toContain('Visits (');
  expect(told({ subject: '李庄' })).toHaveLength(1);
  expect(told({ subject: '李庄' })[0]).toMatch(/^李庄/);
});
