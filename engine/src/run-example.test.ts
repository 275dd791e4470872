import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Example, runExample } from './index.ts';

type Expected = Readonly<Record<string, unknown>>;

const folder = new URL('../examples/', import.meta.url);
const read = (name: string): Example[] =>
  parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }) as Example[];
const names = readdirSync(folder);

/** The same expectation with one thing said otherwise, for everything it says. */
function otherwise(expected: Expected): [string, Expected][] {
  return Object.entries(expected).flatMap(([key, value]): [string, Expected][] => {
    if (key === 'steps')
      return Object.keys(value as Expected).map((step) => [step, { ...expected, steps: { [step]: 4711 } }]);
    if (key === 'findings') return [[key, { ...expected, findings: ['nobody'] }]];
    if (key === 'because' || key === 'change') return [[key, { ...expected, [key]: ['4711'] }]];
    if (['light', 'state'].includes(key)) return [[key, { ...expected, [key]: 'unheard-of' }]];
    if (['need', 'done', 'value'].includes(key)) return [[key, { ...expected, [key]: '4711' }]];
    if (['due', 'changes_on'].includes(key)) return [[key, { ...expected, [key]: '1999-01-01' }]];
    return [];
  });
}

describe('an example that expects something else fails', () => {
  it.each(names)('%s', (name) => {
    const [example] = read(name);
    if (!example) throw new Error('no example');
    for (const expected of example.expect)
      for (const [what, wrong] of otherwise(expected as Expected)) {
        const { passed, failures } = runExample([], { ...example, expect: [wrong] } as Example);
        expect({ what, passed }).toEqual({ what, passed: false });
        for (const language of ['zh-CN', 'en'] as const)
          expect(failures.map((one) => one[language]).join('\n')).toMatch(/4711|unheard-of|1999-01-01|nobody/);
      }
  });
});

it('a failure of a step tells how that step came about, and no other', () => {
  const example = read('total.yaml').find((one) =>
    one.expect.some((e) => 'rating' in e && Object.keys(e.steps ?? {}).length > 1),
  );
  const expected = example?.expect.find((one) => 'rating' in one);
  if (!example || !expected || !('rating' in expected)) throw new Error('no rating');
  const wrong = {
    ...example,
    expect: [{ ...expected, because: [], steps: { ...expected.steps, a: 4711 } }],
  } as Example;
  const said = runExample([], wrong).failures.map((one) => one['zh-CN']);
  expect(said[0]).toMatch(/：“甲项”（a）实得 \S+，应得 4711$/);
  expect(said[1]).toContain('甲项');
  expect(said[1]).not.toContain('合计（各项相加');
});

describe('a failure says what came instead, and why', () => {
  const failing = (name: string, change: Expected): string => {
    const [example] = read(name);
    const [expected] = example?.expect ?? [];
    const wrong = { ...example, expect: [{ ...(expected as Expected), ...change }] } as Example;
    const { failures } = runExample([], wrong);
    return [...failures.map(({ en }) => en), ...failures.map((one) => one['zh-CN'])].join('\n');
  };

  it('of a light', () => {
    const said = failing('every.yaml', { light: 'excused' });
    expect(said).toMatch(/^weekly of 李明 \S+: light is \S+, expected excused\n/);
    expect(said).toContain('explained:');
    expect(said).toContain('依据');
    expect(said).toContain('Rule');
  });

  it('of a value', () => {
    expect(failing('sum.yaml', { value: 4711 })).toMatch(/: value is 0.3, expected 4711\n.*explained:/);
    expect(failing('sum.yaml', { state: 'not-known' })).toContain(': state is known, expected not-known');
  });

  it('of a period that is not there', () => {
    expect(failing('every.yaml', { period: '1999-W01' })).toMatch(/1999-W01: no standing; there are /);
  });

  it('of a step that is not there', () => {
    expect(failing('bands.yaml', { steps: { nowhere: 1 } })).toContain(': nowhere is no such step, expected 1');
  });

  it('of a subject that is not rated', () => {
    expect(failing('bands.yaml', { subject: 'nobody' })).not.toBe('');
  });
});

it('numbers are the same when their value is: 2.50 is 2.5', () => {
  const [example] = read('bands.yaml');
  const [expected] = example?.expect ?? [];
  if (!example || !expected || !('rating' in expected)) throw new Error('no rating');
  const steps = Object.fromEntries(
    Object.entries(expected.steps ?? {}).map(([id, value]) => [
      id,
      typeof value === 'number' ? `${value.toFixed(3)}0` : value,
    ]),
  );
  expect(runExample([], { ...example, expect: [{ ...expected, steps }] } as Example).failures).toEqual([]);
});
