import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../decimal.ts';
import { stageNeighbours } from './neighbours.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const stageOf = (score: number | null, reason: string, i: number): Stage => ({
  stage: {
    id: `s${i}`,
    title: say(`s${i}`),
    entries: { form: 'score' },
    of: 'data.marks',
    reason: i === 0 ? 'not-required' : 'reason',
  },
  score: score === null ? null : new Decimal(score),
  fact: null,
  reason,
  facts: [],
  missing: [],
});

const stages = fc
  .array(fc.tuple(fc.option(fc.integer({ min: 0, max: 10 })), fc.constantFrom('', 'because')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => list.map(([score, reason], i) => stageOf(score, reason, i)));

describe('a review chain', () => {
  it('holds the last score when every change says why', () => {
    fc.assert(
      fc.property(stages, (list) => {
        const reasoned = list.map((one) => ({ ...one, reason: 'because' }));
        const last = reasoned.findLast(({ score }) => score !== null) ?? null;
        expect(settle(reasoned, { unreasoned: 'stop' }).holds).toBe(last);
      }),
    );
  });

  it('is never moved by a change without a reason', () => {
    fc.assert(
      fc.property(stages, (list) => {
        const silent = list.map((one) => ({ ...one, reason: '' }));
        const first = silent.find(({ score }) => score !== null);
        expect(settle(silent, { unreasoned: 'earlier-holds' }).holds?.score).toEqual(first?.score);
      }),
    );
  });

  it('is not known without a score, or while a needed reason is missing', () => {
    fc.assert(
      fc.property(stages, (list) => {
        const none = list.map((one) => ({ ...one, score: null }));
        expect(settle(none, { unreasoned: 'earlier-holds' }).open?.state).toBe('not-known');
        const { open, holds } = settle(list, { unreasoned: 'stop' });
        expect(open === null).toBe(
          holds !== null &&
            list.every(({ score, reason }, i) => {
              const before = list.slice(0, i).findLast((one) => one.score !== null)?.score;
              return score === null || before === undefined || before === null || before.eq(score) || reason !== '';
            }),
        );
      }),
    );
  });

  it('does not change when a stage repeats the score before it', () => {
    fc.assert(
      fc.property(stages, (list) => {
        const settled = settle(list, { unreasoned: 'earlier-holds' }).holds;
        if (!settled) return;
        const again = { ...stageOf(settled.score?.toNumber() ?? null, '', list.length) };
        expect(settle([...list, again], { unreasoned: 'earlier-holds' }).holds?.score).toEqual(settled.score);
      }),
    );
  });

  it('holds the score of a later stage that need not say why, and says why one that does say differs', () => {
    const [first, silent, told] = [stageOf(9, '', 0), stageOf(7, '', 1), stageOf(6, 'because', 1)];
    const free = { ...silent, stage: { ...silent.stage, reason: 'not-required' as const } };
    const held = settle([first, free], { unreasoned: 'stop' });
    expect([held.holds?.score?.toNumber(), held.open, held.notes]).toEqual([7, null, [null, null]]);
    const reasoned = settle([first, told], { unreasoned: 'stop' });
    expect([reasoned.holds?.score?.toNumber(), reasoned.open]).toEqual([6, null]);
    expect(reasoned.notes).toEqual([
      null,
      { 'zh-CN': '由 9 改，理由：because', en: 'changed from 9 because: because' },
    ]);
    const stopped = settle([first, silent], { unreasoned: 'stop' });
    expect(stopped.open?.state === 'not-known' ? stopped.open.missing : []).toEqual([
      { what: 'form:score.reason', words: { 'zh-CN': '“s1”未写改动理由', en: '“s1” gives no reason for its change' } },
    ]);
    expect(stopped.notes[1]?.en).toBe('it changes the score without a reason');
    const before = settle([first, silent], { unreasoned: 'earlier-holds' });
    expect([before.holds?.score?.toNumber(), before.notes[1]?.en]).toEqual([
      9,
      'it changes the score without a reason and does not count',
    ]);
  });
});

describe('what would change it', () => {
  const full = new Decimal(10);
  const said = (...list: Stage[]): string[] =>
    stageNeighbours(list, full, { unreasoned: 'earlier-holds' }, { kind: 'number', unit: 'point' }).map(
      ({ words, value }) => `${words.en}: ${value.state === 'known' ? value.value : value.state}`,
    );

  it('is the change that holds, and no change before it', () => {
    const [own, review] = [stageOf(9, '', 0), stageOf(7, 'because', 1)];
    expect(said(own, review)).toEqual(['without “s1”: 9']);
    expect(said(own, review, stageOf(7, '', 2))).toEqual(['without “s2”: 7']);
    expect(said(own)).toEqual([]);
  });

  it('is a reason that is missing, and the next stage that has no score, none after it', () => {
    expect(said(stageOf(9, '', 0), stageOf(7, '', 1))).toEqual(['“s1” giving its reason: 7']);
    expect(said(stageOf(9, '', 0), stageOf(null, '', 1), stageOf(null, '', 2))).toEqual([
      '“s1” giving the full marks: 10',
      '“s1” giving 0: 0',
    ]);
  });
});
