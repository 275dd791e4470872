import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, known, loadPack, notApplicable, notKnown, type Value, valueToJson } from '../index.ts';
import type { Predecessors } from '../schema/predecessors.ts';
import { joinStood, type Stood } from './predecessors.ts';
import type { FigureType } from './types.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const GONE = notApplicable(words('not there'));
const OPEN = notKnown({ what: 'x', words: words('open') });

const stood = (value: Value, residents?: number, share?: string): Stood => ({
  organisation: {
    ...{ id: 'o', kind: 'village', name: '旧村', parent: null, from: '2020-01-01' },
    ...(residents === undefined ? {} : { attributes: { residents } }),
  },
  share: share === undefined ? null : new Decimal(share),
  value,
});
const number = (value: number, residents?: number, share?: string): Stood =>
  stood(known(new Decimal(value)), residents, share);
const shown = (value: Value): unknown => {
  const json = valueToJson(value);
  return json.state === 'known' ? json.value : json.state;
};
const come = (take: Predecessors, all: readonly Stood[], type: FigureType = { kind: 'number' }): unknown =>
  shown(joinStood(take, all, type));

describe('figures of those an organisation came from', () => {
  it.each<[Predecessors, readonly Stood[], unknown]>([
    ['sum', [number(40), number(60)], '100'],
    ['sum', [number(40, 0, '0.25'), number(60)], '70'],
    ['mean', [number(40), number(60)], '50'],
    ['greatest', [number(40), number(60)], '60'],
    ['least', [number(40), number(60)], '40'],
    [{ mean_by: 'residents' }, [number(40, 300), number(60, 100)], '45'],
    [{ mean_by: 'residents' }, [number(40, 300, '0.5'), number(60, 50)], '45'],
    [{ mean_by: 'residents' }, [number(40, 300), number(60)], 'not-known'],
    [{ mean_by: 'residents' }, [number(40, 0), number(60, 0)], 'not-applicable'],
    ['sum', [number(40), stood(GONE)], '40'],
    ['sum', [stood(GONE), stood(GONE)], 'not-applicable'],
    ['sum', [number(40), stood(OPEN)], 'not-known'],
  ])('%j', (take, all, result) => expect(come(take, all)).toBe(result));

  it.each<[Predecessors, readonly Value[], unknown]>([
    ['any', [known(true), known(false)], true],
    ['any', [known(true), OPEN], true],
    ['any', [known(false), OPEN], 'not-known'],
    ['any', [known(false), GONE], false],
    ['all', [known(true), known(true)], true],
    ['all', [known(false), OPEN], false],
    ['all', [known(true), OPEN], 'not-known'],
  ])('of yes and no: %s', (take, values, result) => {
    expect(
      come(
        take,
        values.map((value) => stood(value)),
        { kind: 'boolean' },
      ),
    ).toBe(result);
  });

  it('of grades the best or the worst by their scale', () => {
    const grades: FigureType = { kind: 'text', scale: 's', options: ['good', 'fair', 'bad'] };
    const all = [stood(known('fair')), stood(known('good')), stood(known('bad'))];
    expect([come('greatest', all, grades), come('least', all, grades)]).toEqual(['good', 'bad']);
  });
});

const whose = { rating: 'r', whose: 'same', period: 'previous', not_rated: 'zero' };

it.each<[object, string, string, string]>([
  [
    { count: { organisations: 'village', predecessors: 'joined' } },
    'wrong-set',
    '只有记录才由合并而来的组织承继',
    'Remove predecessors, or count entries with `form`',
  ],
  [
    { result: { ...whose, step: 'marks', predecessors: 'any' } },
    'wrong-kind',
    '这样的值不能这样由原各组织合成',
    'For numbers write sum, mean, { mean_by: … }, greatest or least',
  ],
  [
    { result: { ...whose, step: 'done', predecessors: 'sum' } },
    'wrong-kind',
    '这样的值不能这样由原各组织合成',
    'For yes and no write any or all',
  ],
  [
    { result: { ...whose, step: 'done', predecessors: { mean_by: 'residents' } } },
    'wrong-kind',
    '这样的值不能这样由原各组织合成',
    'For yes and no write any or all',
  ],
  [
    { result: { ...whose, step: 'grade', predecessors: 'mean' } },
    'wrong-kind',
    '这样的值不能这样由原各组织合成',
    'For grades write greatest or least; other texts cannot be joined',
  ],
  [
    { result: { ...whose, step: 'marks', predecessors: { mean_by: 'terrain' } } },
    'wrong-kind',
    '“terrain”登记的不是数，不能加权',
    'Name an attribute of type integer or decimal',
  ],
  [
    { result: { ...whose, step: 'marks', whose: 'above', predecessors: 'sum' } },
    'wrong-set',
    '上级的结果不由合并的村承继',
    'Remove predecessors, or write whose: same',
  ],
  [
    { result: { ...whose, step: 'marks', period: 'same', predecessors: 'sum' } },
    'no-period',
    '本期的结果已是合并后的组织自己的；predecessors 用于更早的期间',
    'Write period: previous or year-before; entries of this period from before the merger are read by a set with predecessors: joined',
  ],
])('is refused with its reason: %j', (formula, code, found, wayOut) => {
  const { pack } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          {
            ...{ id: 'village', title: words('village'), level: 5, parents: [] },
            attributes: [
              { id: 'residents', title: words('residents'), type: 'integer' },
              { id: 'terrain', title: words('terrain'), type: 'text' },
            ],
          },
        ],
        units: [{ id: 'point', title: words('point') }],
      },
      forms: [
        {
          ...{ id: 'check', subject: { organisation: ['village'] }, date: 'on' },
          fields: [
            { id: 'on', type: 'date' },
            { id: 'marks', type: 'decimal', unit: 'point', decimals: 1 },
          ],
        },
      ],
      ratings: [
        {
          ...{ id: 'r', title: words('r'), of: { organisations: ['village'] }, period: { every: 'year' } },
          ...{ part_period: 'rated', unit: 'point', since: '2026-01-01' },
          scales: [{ id: 's', title: words('s'), grades: ['good', 'fair'].map((id) => ({ id, title: words(id) })) }],
          steps: [
            { id: 'marks', title: words('marks'), formula: { sum: { form: 'check', of: 'data.marks' } } },
            { id: 'done', title: words('done'), formula: 'marks > 1' },
            {
              ...{ id: 'grade', title: words('grade') },
              bands: {
                of: 'marks',
                scale: 's',
                rows: [{ at_least: 1, gives: { grade: 'good' } }],
                otherwise: { grade: 'fair' },
              },
            },
            { id: 'tried', title: words('tried'), formula },
          ],
          result: { score: 'marks', also: ['tried', 'done'], grade: 'grade' },
        },
      ],
    }),
  );
  const problems = pack ? checkPacks([pack]).filter(({ severity }) => severity === 'error') : [];
  expect(problems.map((one) => [one.code, one.words['zh-CN'], one.wayOut?.en])).toContainEqual([code, found, wayOut]);
});
