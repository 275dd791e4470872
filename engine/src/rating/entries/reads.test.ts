import { describe, expect, it } from 'vitest';
import { problemsOf, ratingPack } from '../../../test/rated.ts';
import { compile, type Fact, type Value, type World } from '../../index.ts';

const title = { 'zh-CN': '每件', en: 'Each' };
const PLAN = { name: 'plan', form: 'check', takes: 'latest', missing: 'does-not-count' };
const change = (reads: readonly object[], more: object = {}) => ({
  ...{ title, entries: { form: 'case' }, reads, points: { is: 'plan.marks' }, one_matter: 'each', repeat: 'single' },
  ...more,
});
const item = (award: object) => ({
  id: 'item',
  item: { full: 100, starts: 'zero', award: [award], floor: 0, cap: 'full', missing: 'stop' },
});

describe('who writes what is read of another form is told', () => {
  const told = (reads: readonly object[], more: object = {}) =>
    problemsOf([item(change(reads, more))]).map(({ code, path, wayOut }) => [code, path, wayOut.en]);

  it('nothing where all of it is there', () => {
    expect(told([PLAN])).toEqual([]);
    expect(told([{ ...PLAN, same: { own: 'data.on', other: 'data.on' } }])).toEqual([]);
    expect(told([{ ...PLAN, same: { own: ['data.on', 'data.on'], other: ['data.on', 'data.on'] } }])).toEqual([]);
    expect(told([PLAN], { entries: { form: 'case', where: 'plan.marks > 2' } })).toEqual([]);
  });

  it.each<[string, readonly object[], object, string, string]>([
    ['a form that is not there', [{ ...PLAN, form: 'chek' }], {}, 'unknown-form', 'Did you mean “check”?'],
    ['a field that is not there', [PLAN], { points: { is: 'plan.mark' } }, 'condition', 'marks'],
    ['a name that is not there', [PLAN], { points: { is: 'plam.marks' } }, 'condition', 'plan'],
    ['the same in where', [PLAN], { entries: { form: 'case', where: 'plan.mark > 1' } }, 'condition', 'marks'],
    ['what both say', [{ ...PLAN, same: { own: 'data.om', other: 'data.on' } }], {}, 'condition', 'on'],
    ['what the other says', [{ ...PLAN, same: { own: 'data.on', other: 'data.om' } }], {}, 'condition', 'on'],
    ['which are read', [{ ...PLAN, where: 'data.mark > 1' }], {}, 'condition', 'marks'],
    [
      'the second of two',
      [{ ...PLAN, same: { own: ['data.on', 'data.om'], other: ['data.on', 'data.on'] } }],
      {},
      'condition',
      'on',
    ],
    [
      'two against one',
      [{ ...PLAN, same: { own: ['data.on', 'data.on'], other: 'data.on' } }],
      {},
      'unequal-values',
      'as many',
    ],
    ['a name with a meaning', [{ ...PLAN, name: 'data' }], {}, 'name-taken', 'another name'],
    ['a name given twice', [PLAN, PLAN], {}, 'name-taken', 'another name'],
    ['a field in a formula', [PLAN], { points: 'plan.marks' }, 'entry-in-formula', "{ is: 'plan.marks' }"],
  ])('%s', (_what, reads, more, code, wayOut) => {
    const found = told(reads, more);
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toBe(code);
    expect(found[0]?.[1]).toContain('ratings/');
    expect(found[0]?.[2]).toContain(wayOut);
  });
});

const fact = (form: string, date: string, data: Fact['data'] = {}, more: Partial<Fact> = {}): Fact => ({
  ...{ id: `${form} ${date}`, form, subject: { kind: 'organisation', id: 'v' }, date, data: { on: date, ...data } },
  ...{ recordedOn: date, recordedAt: `${date}T08:00:00Z`, recordedBy: { account: 't', name: 't' } },
  ...more,
});

/** What an award for the cases of a village comes to. */
function award(facts: readonly Fact[], reads: readonly object[], more: object = {}, asOf = '2026-12-31') {
  const policy = compile([ratingPack([item(change(reads, more))], { result: { score: 'item' } })]);
  const village = { id: 'v', kind: 'village', name: 'v', parent: null, from: '2020-01-01' };
  const world: World = { organisations: [village], persons: [], postings: [], tenures: [], facts };
  return policy.rate(world, { rating: 'year', period: '2026', asOf }).rated[0]?.steps.get('item');
}
const told = (value: Value | undefined): unknown =>
  value?.state === 'known'
    ? Number(value.value)
    : value?.state === 'not-known'
      ? value.missing.map(({ what, words }) => [what, words.en])
      : value;

describe('which entry is read', () => {
  const checks = [
    fact('check', '2025-05-01', { marks: 1 }),
    fact('check', '2026-02-01', { marks: 2 }),
    fact('check', '2026-06-01', { marks: 4 }),
    fact('check', '2026-09-01', { marks: 8 }),
  ];
  const facts = [...checks, fact('case', '2026-06-01'), fact('case', '2026-08-31')];

  it.each([
    ['the last of the period', { takes: 'latest' }, 16],
    ['the first of the period', { takes: 'first' }, 4],
    ['the last up to the day of the entry, which counts too', { takes: 'in-force' }, 8],
    ['of the year before', { takes: 'latest', during: 'previous-period' }, 2],
    ['of all days', { takes: 'first', during: 'to-date' }, 2],
    ['only where it fits', { takes: 'latest', where: 'data.marks < 8' }, 8],
    ['about others', { takes: 'latest', about: 'below', where: 'data.marks < 3' }, 4],
  ])('%s', (_what, reads, points) => {
    expect(told(award(facts, [{ ...PLAN, ...reads }]))).toBe(points);
  });

  it('is that of the period of the rating, whatever days the entries are from', () => {
    const old = [...facts, fact('case', '2025-07-01')];
    expect(told(award(old, [PLAN], { entries: { form: 'case', during: 'to-date' } }))).toBe(24);
  });

  it('is one that stands: not withdrawn, and known on the day', () => {
    const gone = { endedOn: '2026-10-01', endedBy: { kind: 'withdrawn' as const } };
    const last = fact('check', '2026-09-01', { marks: 8 }, gone);
    const some = facts.map((one) => (one.id === last.id ? last : one));
    expect(told(award(some, [PLAN]))).toBe(8);
    expect(told(award(some, [PLAN], {}, '2026-09-30'))).toBe(16);
    expect(told(award(facts, [PLAN], {}, '2026-08-31'))).toBe(8);
  });

  it('is one of the same value; an empty value is none', () => {
    const own = { ...PLAN, same: { own: 'data.on', other: 'data.on' } };
    expect(told(award(facts, [own]))).toBe(4);
    const empty = [fact('check', '2026-03-01', { on: null, marks: 3 }), fact('case', '2026-03-02', { on: null })];
    expect(told(award(empty, [own]))).toBe(0);
  });

  it('may be several, each under its name', () => {
    const first = { ...PLAN, name: 'begun', takes: 'first' };
    expect(told(award(facts, [PLAN, first], { points: { is: 'plan.marks - begun.marks' } }))).toBe(12);
  });
});

describe('where there is none', () => {
  const one = [fact('case', '2026-03-01')];
  const open = { ...PLAN, missing: 'not-known' };

  it('the entry counts nothing, or leaves the item open', () => {
    expect(told(award(one, [PLAN]))).toBe(0);
    expect(told(award(one, [open]))).toEqual([['form:check', '2026-03-01 case: there is no “check” for it']]);
    expect(told(award([], [open]))).toBe(0);
  });

  it('so it is where only a condition reads it, unless that fails whatever it holds', () => {
    const where = (condition: string) => ({ entries: { form: 'case', where: condition }, points: 3 });
    expect(told(award(one, [PLAN], where('plan.marks > 1')))).toBe(0);
    expect(told(award(one, [open], where('plan.marks > 1')))).toEqual([
      ['form:check', '2026-03-01 case: there is no “check” for it'],
    ]);
    expect(told(award(one, [open], where('plan.marks > 1 && entry.date > data.on')))).toBe(0);
    const both = [...one, fact('check', '2026-01-01', { marks: 1 }), fact('check', '2026-02-01', { marks: 2 })];
    expect(told(award(both, [open], where('plan.marks > 1')))).toBe(3);
    expect(told(award(both, [{ ...open, takes: 'first' }], where('plan.marks > 1')))).toBe(0);
  });

  it('an empty field of the one that is read is what is missing', () => {
    const missing = [['form:check.marks', '2026-03-01 case: “marks” of “check” is not recorded']];
    const empty = [...one, fact('check', '2026-01-01', { marks: null })];
    expect(told(award(empty, [PLAN]))).toEqual(missing);
    expect(told(award(empty, [PLAN], { entries: { form: 'case', where: 'plan.marks > 1' }, points: 1 }))).toEqual(
      missing,
    );
  });
});
