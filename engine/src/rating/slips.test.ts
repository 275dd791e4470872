import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../test/rated.ts';

const item = (change: object, side = 'deduct') => ({
  id: 'item',
  title: { 'zh-CN': '安全', en: 'Safety' },
  item: {
    full: 10,
    starts: side === 'deduct' ? 'full' : 'zero',
    [side]: [{ title: { 'zh-CN': '每件', en: 'Each' }, ...change }],
    floor: 0,
    cap: 'full',
    missing: 'stop',
  },
});
const entries = { entries: { form: 'case' }, one_matter: 'each', repeat: 'single' };
const told = (steps: readonly object[]) => problemsOf(steps).map(({ code, wayOut }) => `${code}: ${wayOut.en}`);

describe('what authors write by mistake', () => {
  it.each([
    ['times', { points: -4, times: 'cases', units: 'full' }],
    ['when', { points: '-4', when: 'cases > 1' }],
    ['entries', { points: -4, ...entries }],
    ['a number with its unit', { points: { number: -4, unit: 'point' }, times: 'cases', units: 'full' }],
    ['a table', { points: { by: 'entry.date', table: { a: 1, b: -2 }, otherwise: 'zero' }, ...entries }],
    [
      'rows',
      { points: { of: 'days_between(entry.date, entry.date)', rows: [{ gives: -1 }], otherwise: 'zero' }, ...entries },
    ],
  ])('points below zero in %s', (_name, change) => {
    expect(told([item(change)])).toEqual([
      'negative-points: Write it above zero; under deduct it takes, under award it adds',
    ]);
  });

  it('an expression written as the step itself', () => {
    const way = (key: string) => `“${key}” stands under formula: formula: { ${key}: … }`;
    expect(() => told([{ id: 'f', count: { form: 'case' } }])).toThrow(way('count'));
    expect(() => told([{ id: 'f', result: { rating: 'year' } }])).toThrow(way('result'));
    expect(() => told([{ id: 'f' }])).toThrow('Write one of these keys: ');
  });

  it('a cap that lets nothing count', () => {
    const capped = (at_most: number) => told([item({ points: 1, ...entries, caps: [{ per: 'month', at_most }] })]);
    expect(capped(0)).toEqual(['counts-nothing: Correct the number; without a limit remove this cap']);
    expect(capped(1)).toEqual([]);
  });

  it('a title, or a unit, in a formula', () => {
    expect(told([item({ points: 1, times: 'cases', units: 'full' }), { id: 'f', formula: '安全 + 1' }])).toEqual([
      'formula: Formulas name steps by their ids: “安全” is item',
    ]);
    expect(told([{ id: 'f', formula: 'marks + 5分' }])).toEqual([
      'formula: Units are not written behind numbers: write 5',
    ]);
    const [yuan] = told([{ id: 'f', formula: 'marks * 50元' }]);
    expect(yuan).toBe('formula: Units are not written behind numbers: write 50, or yuan(50) where the unit matters');
  });

  it('yuan beside points', () => {
    const [way, ...more] = told([{ id: 'f', formula: 'yuan(500) - 50 * (100 - marks)' }]);
    expect(way).toContain('unit-mismatch: Convert first: yuan(50) * (…), or param');
    expect(more).toEqual([]);
    expect(told([{ id: 'f', formula: 'yuan(500) - yuan(50) * (100 - marks)' }])).toEqual([]);
    expect(told([{ id: 'f', formula: 'yaun(50) * marks' }])).toEqual(['unknown-unit: Did you mean “yuan”?']);
    expect(told([{ id: 'f', formula: 'marks * sum(1, 2)' }])[0]).toMatch(/^formula: Add steps as a \+ b/);
    expect(told([{ id: 'f', formula: 'marks * variance(1, 2)' }])[0]).toMatch(/^formula: Available/);
  });

  it('a rate averaged over the year, times the months served', () => {
    const rate = { id: 'pay.base', unit: 'yuan', role: 'rule', values: { '2026-01-01': 2000, '2026-07-01': 2400 } };
    const found = (formula: unknown) =>
      problemsOf([{ id: 'f', formula }], {}, [rate]).map(({ severity, code }) => `${severity} ${code}`);
    expect(found('param("pay.base", "months") * served("months", "full")')).toEqual(['warning averaged-rate']);
    const served = { in: 'months', part_months: 'full', rate: 'pay.base' };
    expect(found({ served })).toEqual([]);
    expect(found({ served: { ...served, rate: 'pay.bas' } })).toEqual(['error unknown-parameter']);
    expect(found({ served: { ...served, in: 'terms', posts: ['secretary'] } })).toContain('error no-rate');
  });

  it('the fields of an entry in the points of an item', () => {
    const [said] = told([
      item({ points: 'data.marks * 2', entries: { form: 'check' }, one_matter: 'each', repeat: 'single' }),
    ]);
    expect(said).toContain("points: { is: 'data.marks * 2' }");
  });
});

describe('bands that leave numbers out', () => {
  const bands = (rows: readonly object[], of = 'marks') => ({
    id: 'class',
    bands: { of, scale: 'class', rows, otherwise: { grade: 'c' } },
  });
  const codes = (...steps: object[]) => problemsOf(steps).map(({ code, severity }) => `${severity} ${code}`);

  it('are named by the ends they lie between, whatever the order of the rows, unless another row holds them', () => {
    const gaps = (...ends: object[]) =>
      problemsOf([bands(ends.map((one) => ({ ...one, gives: { grade: 'a' } })))]).flatMap(({ code, words }) =>
        code === 'gap-in-bands' ? [/between (.*) are/.exec(words.en)?.[1]] : [],
      );
    const [top, middle, low] = [{ at_least: 90 }, { at_least: 75, at_most: 80 }, { at_most: 60 }];
    expect(gaps(top, middle, low)).toEqual(['80 and 90', '60 and 75']);
    expect(gaps(low, middle, top)).toEqual(['60 and 75', '80 and 90']);
    expect(gaps(top, middle, { at_least: 50, at_most: 95 })).toEqual([]);
    expect(gaps(top, middle, { at_least: 80, at_most: 90 })).toEqual([]);
    expect(gaps({ above: 75 }, { at_most: 75 })).toEqual([]);
    expect(gaps({ above: 75 }, { below: 75 }, { at_least: 75, at_most: 75 })).toEqual([]);
  });

  it('between two rows are warned of', () => {
    const rows = (end: object) => [
      { at_least: 90, gives: { grade: 'a' } },
      { at_least: 75, ...end, gives: { grade: 'b' } },
    ];
    expect(codes(bands(rows({ at_most: 89 })))).toEqual(['warning gap-in-bands']);
    expect(codes(bands(rows({ below: 90 })))).toEqual([]);
    expect(codes(bands(rows({})))).toEqual([]);
    expect(codes(bands(rows({ at_most: 89 }), 'cases'))).toEqual([]);
  });

  it('may be a single one, of counts too', () => {
    const rows = [
      { above: 75, gives: { grade: 'a' } },
      { below: 75, gives: { grade: 'b' } },
    ];
    for (const read of ['marks', 'cases']) {
      const said = problemsOf([bands(rows, read)]).map(({ words, wayOut }) => `${words.en}. ${wayOut.en}`);
      expect(said).toEqual([
        'Exactly 75 is in no row and goes to otherwise. Write at_least: 75 in the upper row, or at_most: 75 in the lower one',
      ]);
    }
  });
});
