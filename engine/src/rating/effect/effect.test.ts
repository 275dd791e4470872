import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLASSES, problemsOf, type Rater, rater, type Village } from '../../../test/rated.ts';

const why = { 'zh-CN': '有案件', en: 'cases' };
const ceiling = (
  of: string,
  id: string,
  from: readonly object[] = [
    { at_least: 1, at_most: { grade: 'b' } },
    { at_least: 2, at_most: { grade: 'c' } },
  ],
) => ({
  id,
  ceiling: { of, limits: [{ count: 'cases', from, why }] },
});
const veto = (of: string, gives: object) => ({ id: 'final', veto: { of, cases: [{ when: 'cases > 1', gives, why }] } });
const rank = (of: string) => ({
  id: 'place',
  rank: { of, best: 'highest', within: 'all', ties: 'shared-with-gap', missing: 'stop' },
});

const list = fc
  .array(fc.record({ marks: fc.integer({ min: 40, max: 100 }), cases: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) => all.map((one, i): Village => ({ id: `v${i}`, ...one })));

describe('ceilings', () => {
  let policy: Rater;
  beforeAll(() => {
    policy = rater([CLASSES, ceiling('class', 'kept'), ceiling('kept', 'again')]);
  });

  it('never raise a grade, and one applied twice changes nothing', () => {
    fc.assert(
      fc.property(list, (all) => {
        const [before, kept] = [policy.values(all, 'class'), policy.values(all, 'kept')];
        for (const { id } of all) expect((kept.get(id) ?? '') >= (before.get(id) ?? 'z')).toBe(true);
        expect(policy.values(all, 'again')).toEqual(kept);
      }),
    );
  });

  it('are never better for one case more', () => {
    fc.assert(
      fc.property(list, (all) => {
        const kept = policy.values(all, 'kept');
        const more = policy.values(
          all.map((one) => ({ ...one, cases: (one.cases ?? 0) + 1 })),
          'kept',
        );
        for (const { id } of all) expect((more.get(id) ?? '') >= (kept.get(id) ?? 'z')).toBe(true);
      }),
    );
  });

  it('refuse an escalation that softens', () => {
    const soft = [
      { at_least: 1, at_most: { grade: 'c' } },
      { at_least: 2, at_most: { grade: 'b' } },
    ];
    expect(problemsOf([CLASSES, ceiling('class', 'kept', soft)]).map(({ code }) => code)).toEqual(['escalation']);
  });

  it('fit what the step they stand on gives', () => {
    const points = [{ at_least: 1, at_most: { points: 5 } }];
    expect(problemsOf([CLASSES, ceiling('class', 'kept', points)]).map(({ code }) => code)).toEqual(['wrong-kind']);
  });
});

describe('vetoes', () => {
  it('leave everybody else as they were, and the score of all', () => {
    const policy = rater([CLASSES, veto('class', { grade: 'c' })]);
    fc.assert(
      fc.property(list, (all) => {
        const [before, after] = [policy.values(all, 'class'), policy.values(all, 'final')];
        for (const { id, cases, marks } of all) {
          expect(after.get(id)).toBe((cases ?? 0) > 1 ? 'c' : before.get(id));
          expect(policy.values(all, 'marks').get(id)).toBe(String(marks));
        }
      }),
    );
  });

  it('put last behind everybody, who keep their order', () => {
    const policy = rater([rank('marks'), veto('place', { place: 'last', others: 'move-up' })]);
    fc.assert(
      fc.property(list, (all) => {
        const final = policy.values(all, 'final');
        const kept = all.filter(({ cases = 0 }) => cases <= 1);
        for (const one of all) {
          const ahead = kept.filter(({ marks }) => marks > one.marks).length;
          expect(Number(final.get(one.id))).toBe(kept.includes(one) ? ahead + 1 : kept.length + 1);
        }
      }),
    );
  });

  it('warn when no second person confirms the entries behind them', () => {
    const found = problemsOf([CLASSES, veto('class', { grade: 'c' })]);
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning veto-unconfirmed']);
  });
});

describe('direct grades', () => {
  const direct = (grade: string, lasts: unknown) => [
    {
      id: 'grade',
      direct: { scale: 'class', cases: [{ form: 'case', grade, lasts, why }], holds: 'any-day', several: 'worst' },
    },
  ];
  const codes = (grade: string, lasts: unknown) => problemsOf(direct(grade, lasts)).map(({ code }) => code);

  it('that lower must end and be confirmed', () => {
    expect(codes('c', 'for-good').toSorted()).toEqual(['endless-block', 'unconfirmed']);
    expect(codes('c', { years: 2 })).toEqual(['unconfirmed']);
    expect(codes('a', 'for-good')).toEqual([]);
  });

  it('name a field of the form for their end', () => {
    expect(codes('a', { until: 'nowhere' })).toEqual(['unknown-field']);
  });
});
