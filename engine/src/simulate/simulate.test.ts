import { beforeAll, describe, expect, it } from 'vitest';
import { schemePack, schemeWith, schemeWorld } from '../../test/village-scheme.ts';
import { assuming } from '../assume.ts';
import type { Pack } from '../pack/pack.ts';
import { compile, type Policy } from '../policy.ts';
import { type Simulation, simulate } from './simulate.ts';
import { summarise } from './summary.ts';

let pack: Pack;
let before: Policy;
beforeAll(() => {
  pack = schemePack();
  before = compile([pack]);
});
const run = (changed: Parameters<typeof compile>[0]): Simulation =>
  simulate({
    before,
    after: compile(changed),
    world: schemeWorld(),
    rating: 'village-year',
    period: '2026',
    asOf: '2026-12-31',
  });
const row = ({ rows }: Simulation, name: string) => rows.find((one) => one.name === name);

describe('rules that are the same', () => {
  it('move nobody', () => {
    const { rows } = run([schemePack()]);
    expect(rows).toHaveLength(4);
    for (const one of rows) expect(one).toMatchObject({ moved: 'same', by: '0', causes: [] });
  });
});

describe('one weight', () => {
  // 王庄 18/20 0/20, 李庄 16/20 10/20, 赵庄 20/20 5/20, 钱庄 20/20 0/20
  let simulation: Simulation;
  beforeAll(() => {
    simulation = run([schemeWith(['"weight":60', '"weight":50'], ['"weight":40', '"weight":50'])]);
  });

  it('moves exactly the subjects it must, by what it must', () => {
    expect(simulation.rows.map(({ name, moved, by }) => [name, moved, by])).toEqual([
      ['王庄', 'down', '-9'],
      ['李庄', 'down', '-3'],
      ['赵庄', 'down', '-7.5'],
      ['钱庄', 'down', '-10'],
    ]);
  });

  it('names the step in which it stands, and no other', () => {
    for (const { causes } of simulation.rows)
      expect(causes.map(({ step, why }) => [step, why])).toEqual([['total', 'rule']]);
  });

  it('is summed up by grade', () => {
    const { grades } = summarise(simulation.rows, before, 'village-year');
    expect(grades.map(({ grade, before: was, after: is }) => [grade, was, is])).toEqual([
      ['good', 1, 0],
      ['fair', 3, 4],
    ]);
  });
});

describe('one deduction', () => {
  let simulation: Simulation;
  beforeAll(() => {
    simulation = run([schemeWith(['"points":1,', '"points":2,'])]);
  });

  it('moves those who were late; others only by their place', () => {
    expect(simulation.rows.map(({ name, moved, by }) => [name, moved, by])).toEqual([
      ['王庄', 'down', '-6'],
      ['李庄', 'down', '-12'],
      ['赵庄', 'same', '0'],
      ['钱庄', 'up', '0'],
    ]);
  });

  it('tells own causes from those of others', () => {
    expect(row(simulation, '李庄')?.causes.map(({ step, why }) => [step, why])).toEqual([['reports', 'rule']]);
    expect(row(simulation, '钱庄')?.causes).toMatchObject([
      { step: 'place', why: 'others', before: { value: '3' }, after: { value: '2' } },
    ]);
  });

  it('is summed up by way and by step', () => {
    const { moved, causes } = summarise(simulation.rows, before, 'village-year');
    expect(moved).toEqual({ up: 1, down: 2, same: 1, new: 0, gone: 0, open: 0 });
    expect(causes.map(({ step, subjects }) => [step, subjects])).toEqual([
      ['reports', 2],
      ['place', 1],
    ]);
  });
});

describe('a parameter', () => {
  it('is assumed on a copy and named as what the step reads', () => {
    const simulation = run(assuming([pack], [{ parameter: 'marks', value: 10 }]));
    expect(row(simulation, '王庄')).toMatchObject({ moved: 'down', by: '-6' });
    expect(row(simulation, '王庄')?.causes).toMatchObject([
      { step: 'reports', why: 'reads', reads: [{ kind: 'parameter', id: 'marks' }] },
    ]);
    expect(before.parameter('marks', '2026-12-31')).toMatchObject({ state: 'known' });
    expect(pack.parameters[0]?.values).toEqual({ '2026-01-01': 20 });
  });

  it('must exist, and so must what a pointer names', () => {
    expect(() => assuming([pack], [{ parameter: 'mark', value: 1 }])).toThrow('There is no parameter “mark”');
    const nowhere = { rating: 'village-year', at: '/steps/9/item/full', value: 1 };
    expect(() => assuming([pack], [nowhere])).toThrow('/steps/9/item/full');
    const weight = { rating: 'village-year', at: '/steps/2/weighted/parts/0/weight', value: 61 };
    expect(() => compile(assuming([pack], [weight]))).toThrow('The weights make 101, not 100');
  });
});

it('tells who is rated anew and who no more', () => {
  const reporting = '"subject":{"organisation":["village"]},"date":"sent_on"';
  const townships = schemeWith(
    ['"of":{"organisations":["village"]}', '"of":{"organisations":["township"]}'],
    [reporting, reporting.replace('"]', '","township"]')],
  );
  expect(run([townships]).rows.map(({ name, moved }) => [name, moved])).toEqual([
    ['东镇', 'new'],
    ['王庄', 'gone'],
    ['李庄', 'gone'],
    ['赵庄', 'gone'],
    ['钱庄', 'gone'],
  ]);
});
