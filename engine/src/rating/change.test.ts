import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CLASSES, ratingPack, type Village, villages } from '../../test/rated.ts';
import { compile, type Policy } from '../index.ts';
import { startRun } from '../measure/run.ts';
import { periodFromKey } from '../period.ts';
import type { Period } from '../standing.ts';
import { valueToJson } from '../value-json.ts';
import { indexOf } from '../world-index.ts';
import { changesOf } from './change.ts';
import { openSheet, supposing } from './sheet.ts';
import type { Sheet } from './types.ts';

vi.setConfig({ testTimeout: 120_000 });

const PERIOD = periodFromKey('2026') as Period;
const list = fc
  .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 9 })
  .map((all) => all.map((marks, i): Village => ({ id: `v${i}`, marks })));

const among = { of: 'marks', best: 'highest', within: 'all', missing: 'stop' };
const STEPS = [
  CLASSES,
  { id: 'gap', rank: { ...among, ties: 'shared-with-gap' } },
  { id: 'near', rank: { ...among, within: { under: 'township' }, ties: 'shared-without-gap' } },
  {
    id: 'points',
    relative: { ...among, own: 'inside', how: { first: 90, last: 70, ties: 'mean' }, alone: 'not-applicable' },
  },
  {
    id: 'prize',
    top: {
      ...among,
      scale: 'class',
      awards: [
        { first: 2, gives: 'a' },
        { from: 3, to: 4, gives: 'b' },
      ],
      ...{ short: 'none', vacant: 'lapse', ties: 'all-in' },
    },
  },
  { id: 'last', top: { ...among, awards: [{ last: 2 }], short: 'none', vacant: 'lapse', ties: 'all-out' } },
];

function sheetOf(policy: Policy, all: readonly Village[], asOf = '2026-12-31'): Sheet {
  const { parts } = policy;
  const run = startRun(parts, indexOf(villages(all)), () => []);
  return openSheet({ parts, rating: 'year', period: PERIOD, asOf, run });
}

const policy = compile([ratingPack(STEPS, { result: { score: 'marks', grade: 'class' } })]);
const json = (sheet: Sheet, step: string, row: number) =>
  JSON.stringify(sheet.column(step)[row] && valueToJson(sheet.column(step)[row] as never));

describe('what would change a result', () => {
  it('keeps its word: who comes to a border has what it names', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(list, fc.nat(), (all, pick) => {
        const sheet = sheetOf(policy, all);
        const row = pick % sheet.length;
        for (const { id } of STEPS) {
          const now = json(sheet, id, row);
          for (const { at, now: own, included, gives } of sheet.rating.steps.get(id)?.run.borders?.(sheet, row) ?? []) {
            const beyond = included ? at : at.plus(at.gt(own) ? 0.01 : -0.01);
            const moved = all.map((one, i) => (i === row ? { ...one, marks: beyond.toNumber() } : one));
            const then = json(sheetOf(policy, moved), id, row);
            expect(then).toBe(JSON.stringify(valueToJson(gives)));
            if (id !== 'near' && id !== 'gap') expect(then).not.toBe(now);
            seen.add(`${id} ${at.gt(own) ? 'up' : 'down'}`);
          }
        }
      }),
    );
    expect([...seen].sort()).toEqual(STEPS.flatMap(({ id }) => [`${id} down`, `${id} up`]).sort());
  });

  it('supposes a value as if everything had been worked out again', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 100 }), (all, marks) => {
        const [sheet, moved] = [
          sheetOf(policy, all),
          sheetOf(
            policy,
            all.map((one, i) => (i === 0 ? { ...one, marks } : one)),
          ),
        ];
        const supposed = supposing(sheet, new Map([['marks', new Map([[0, moved.column('marks')[0] as never]])]]));
        for (const { id } of STEPS)
          expect(supposed.column(id).map((one) => valueToJson(one))).toEqual(
            moved.column(id).map((one) => valueToJson(one)),
          );
      }),
    );
  });

  it('of one step names only what that step needs', () => {
    const sheet = sheetOf(
      policy,
      [70, 90, 50, 40].map((marks, i) => ({ id: `v${i}`, marks })),
    );
    const steps = (goal: string, asked: 'result' | 'step') => [
      ...new Set(changesOf(sheet, 0, goal, asked).map(({ step }) => step)),
    ];
    expect(steps('class', 'step')).toEqual(['class']);
    expect(steps('class', 'result')).toEqual(STEPS.map(({ id }) => id));
  });

  it('says from which day a veto no longer holds by itself, and what it is then', () => {
    const recent = { count: { form: 'case', during: { last: { months: 6 } } } };
    const final = {
      id: 'final',
      veto: {
        of: 'class',
        cases: [{ when: 'recent > 0', gives: { grade: 'c' }, why: { 'zh-CN': '案件', en: 'a case' } }],
      },
    };
    const kept = {
      id: 'kept',
      ceiling: {
        of: 'class',
        limits: [{ when: 'recent > 0', at_most: { grade: 'b' }, why: { 'zh-CN': '案件', en: 'a case' } }],
      },
    };
    const steps = [CLASSES, { id: 'recent', formula: recent }, final, kept];
    const vetoed = compile([ratingPack(steps, { result: { score: 'marks', grade: 'final' } })]);
    const said = (asOf: string) =>
      changesOf(sheetOf(vetoed, [{ id: 'v0', marks: 90, cases: 1 }], asOf), 0, 'final').flatMap(
        ({ kind, step, on, result }) => (kind === 'turn' ? [`${step} ${on} ${JSON.stringify(result)}`] : []),
      );
    expect(said('2026-06-01')).toEqual([
      'final 2026-09-01 {"state":"known","value":"a"}',
      'kept 2026-09-01 {"state":"known","value":"a"}',
    ]);
    expect(said('2026-10-01')).toEqual([]);
  });
});
