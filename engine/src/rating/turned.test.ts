import { describe, expect, it, test } from 'vitest';
import { checkPacks } from '../check/check.ts';
import { examplePackFiles } from '../example-pack.ts';
import { joinPacks } from '../join.ts';
import { loadPack } from '../pack/load.ts';

const option = (id: string, zh: string) => ({ id, title: { 'zh-CN': zh, en: zh } });

interface Written {
  readonly grades?: readonly (readonly [id: string, zh: string])[];
  readonly rows?: readonly object[];
  readonly item?: object;
  readonly about?: object;
  readonly best?: string;
  readonly values?: object;
}

const ROWS = [
  { at_least: 90, gives: { grade: 'good' } },
  { at_least: 60, gives: { grade: 'pass' } },
];
const NEWS = {
  title: '采用',
  entries: { form: 'news' },
  points: { by: 'data.level', table: { county: 1, province: 2 }, otherwise: 'stop' },
  one_matter: 'each',
  repeat: 'single',
};
const END = { floor: 0, cap: 'full', missing: 'stop' };

/** Findings of a small scheme, as `severity code file:line`. */
function found({ grades, rows, item, about, best = 'highest', values }: Written): string[] {
  const files = examplePackFiles({
    manifest: { in_force: { from: '2026-01-01' } },
    kinds: {
      organisations: [
        { id: 'town', title: { 'zh-CN': '镇', en: 'Town' }, level: 4, parents: [] },
        { id: 'village', title: { 'zh-CN': '村', en: 'Village' }, level: 5, parents: ['town'] },
      ],
      units: [{ id: 'point', title: { 'zh-CN': '分', en: 'points' } }],
    },
    values: [
      {
        id: 'share.good',
        unit: 'share',
        values: values ?? { '2026-01-01': 0.3 },
        title: { 'zh-CN': '比例', en: 'Share' },
      },
    ],
    forms: [
      {
        id: 'news',
        subject: about ?? { organisation: ['town'] },
        date: 'on',
        fields: [
          { id: 'on', type: 'date', required: true },
          { id: 'level', type: 'choice', options: [option('county', '县级'), option('province', '省级')] },
        ],
      },
    ],
    ratings: [
      {
        id: 'year',
        of: { organisations: ['town'] },
        period: { every: 'year' },
        part_period: 'rated',
        unit: 'point',
        result: { score: 'marks', grade: 'band', place: 'place' },
        scales: [
          {
            id: 'grades',
            title: { 'zh-CN': '等次', en: 'Grades' },
            grades: (
              grades ?? [
                ['good', '优秀'],
                ['pass', '合格'],
                ['fail', '不合格'],
              ]
            ).map(([id, zh]) => option(id, zh)),
          },
        ],
        steps: [
          { id: 'marks', title: '得分', item: { full: 100, starts: 'zero', award: [NEWS], ...END, ...item } },
          {
            id: 'band',
            title: '定等',
            bands: { of: 'marks', scale: 'grades', rows: rows ?? ROWS, otherwise: { grade: 'fail' } },
          },
          {
            id: 'place',
            title: '名次',
            rank: { of: 'marks', best, within: 'all', ties: 'shared-with-gap', missing: 'without' },
          },
        ].map((step) => ({ ...step, title: { 'zh-CN': step.title, en: step.title } })),
      },
    ],
  });
  const { pack, problems } = loadPack(files);
  if (!pack) return problems.map(({ code, path, line, words }) => `unread ${code} ${path}:${line} ${words.en}`);
  expect(joinPacks([pack]).ratings.size).toBe(1);
  return checkPacks([pack]).map(({ severity, code }) => `${severity} ${code}`);
}

it('finds nothing in a scheme that is the right way round', () => {
  expect(found({})).toEqual([]);
});

describe('what is the wrong way round', () => {
  const turned: Written['grades'] = [
    ['pass', '合格'],
    ['good', '优秀'],
    ['fail', '不合格'],
  ];
  test.each<[string, Written, string[]]>([
    ['a scale, as its words and the bands of the score say', { grades: turned }, ['error turned-scale']],
    [
      'a scale, as its words alone say',
      { grades: turned, rows: [{ at_least: 90, gives: { grade: 'good' } }] },
      ['warning turned-scale'],
    ],
    [
      'bands of the score',
      {
        rows: [
          { at_least: 90, gives: { grade: 'pass' } },
          { at_least: 60, gives: { grade: 'good' } },
        ],
      },
      ['warning turned-bands'],
    ],
    [
      'points of a table',
      {
        item: {
          award: [{ ...NEWS, points: { by: 'data.level', table: { county: 2, province: 1 }, otherwise: 'stop' } }],
        },
      },
      ['warning turned-points'],
    ],
    ['an item from zero that is only lessened', { item: { award: undefined, deduct: [NEWS] } }, ['error still-item']],
    ['an item from full marks that is only raised', { item: { starts: 'full' } }, ['error still-item']],
    ['places by the lowest of what bands call better when it is higher', { best: 'lowest' }, ['warning best-end']],
    ['points of nothing', { item: { award: [{ ...NEWS, points: 0 }] } }, ['warning no-points']],
    ['a form about others than those rated', { about: { organisation: ['village'] } }, ['error never-reached']],
    ['a parameter that begins after the pack', { values: { '2026-07-01': 0.3 } }, ['warning not-set-before']],
  ])('%s', (_what, written, expected) => {
    expect(found(written)).toEqual(expected);
  });

  test.each<[string, Written]>([
    ['an item that may fall below zero', { item: { award: undefined, deduct: [NEWS], floor: 'none' } }],
    ['an item that may pass its full marks', { item: { starts: 'full', cap: 'none' } }],
    [
      'a parameter of which it is said that there was none before',
      { values: { '2026-01-01': null, '2026-07-01': 0.3 } },
    ],
    ['a parameter of a rule that came years later', { values: { '2030-01-01': 0.3 } }],
    [
      'entries of those below, where they are asked for',
      {
        about: { organisation: ['village'] },
        item: { award: [{ ...NEWS, entries: { form: 'news', about: 'below' } }] },
      },
    ],
    [
      'words nobody knows',
      {
        grades: [
          ['pass', '甲'],
          ['good', '乙'],
          ['fail', '丙'],
        ],
        rows: [{ at_least: 90, gives: { grade: 'good' } }],
      },
    ],
  ])('takes %s', (_what, written) => {
    expect(found(written)).toEqual([]);
  });
});
