import { describe, expect, test } from 'vitest';
import { checkPacks } from '../check/check.ts';
import { examplePackFiles } from '../example-pack.ts';
import { compile } from '../policy.ts';
import { loadPack } from './load.ts';
import type { Pack } from './pack.ts';

function made(parts: Readonly<Record<string, unknown>>): Pack {
  const { pack, problems } = loadPack(examplePackFiles(parts));
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

const nation = () =>
  made({
    manifest: { id: 'nation' },
    kinds: {
      organisations: [
        {
          id: 'village',
          title: '村',
          level: 5,
          parents: [],
          attributes: [{ id: 'code', title: '代码', type: 'text' }],
        },
      ],
      units: [{ id: 'time', title: '次' }],
    },
    forms: [{ id: 'patrol', subject: { organisation: ['village'] }, date: 'on', fields: [{ id: 'on', type: 'date' }] }],
  });

const TERRAIN = {
  of: ['village'],
  id: 'terrain',
  title: '地形',
  type: 'choice',
  options: [
    { id: 'plain', title: '平原' },
    { id: 'hill', title: '山区' },
  ],
};

const county = (attributes: readonly object[], asked = 'attr("terrain") == "plain" ? 4 : 2') =>
  made({
    manifest: { id: 'county', depends_on: ['nation'] },
    kinds: { attributes },
    obligations: [
      {
        id: 'patrols',
        who: { organisations: ['village'] },
        when: { every: 'month' },
        amount: { at_least: asked, unit: 'time' },
        counts: [{ form: 'patrol' }],
        part_period: { owes: 'full' },
        late: 'never',
        due_soon: { within: 1, days: 'calendar-days' },
      },
    ],
  });

const codes = (...packs: Pack[]) => checkPacks(packs).map(({ code, path, line }) => [code, `${path}:${line}`]);

describe('attributes of a local pack', () => {
  test('belong to the kind of the pack above, for its own rules', () => {
    const packs = [nation(), county([TERRAIN])];
    expect(codes(...packs)).toEqual([]);
    const policy = compile(packs);
    expect(policy.organisationKinds.get('village')?.attributes?.map(({ id }) => id)).toEqual(['code', 'terrain']);
    const village = (id: string, terrain: string) =>
      ({ id, kind: 'village', name: id, parent: null, from: '2020-01-01', attributes: { terrain } }) as const;
    const world = {
      organisations: [village('a', 'plain'), village('b', 'hill')],
      persons: [],
      postings: [],
      tenures: [],
      facts: [],
    };
    const needs = policy
      .evaluate(world, { asOf: '2026-09-15', from: '2026-09-01' })
      .map(({ subject, need }) => [subject.id, need]);
    expect(needs).toEqual([
      ['a', '4'],
      ['b', '2'],
    ]);
  });

  test('an option that does not exist is found where it is written', () => {
    const [found] = checkPacks([nation(), county([TERRAIN], 'attr("terrain") == "plane" ? 4 : 2')]);
    expect(found).toMatchObject({ severity: 'error', path: 'county/obligations/example.yaml' });
    expect(found?.wayOut.en).toContain('plain');
  });

  test.each([
    ['a kind nobody names', { ...TERRAIN, of: ['hamlet'] }, 'no-such-organisation-kind'],
    ['one the kind has already', { ...TERRAIN, id: 'code' }, 'duplicate-id'],
    ['a choice of nothing', { of: ['village'], id: 'terrain', title: '地形', type: 'choice' }, 'no-options'],
  ])('%s is refused', (_, attribute, code) => {
    expect(codes(nation(), county([attribute], '4'))).toEqual([
      [code, expect.stringMatching(/^county\/kinds\/example.yaml:\d+/)],
    ]);
  });

  test('say what is wrong and what there is instead, in both languages', () => {
    const said = (attribute: object) =>
      checkPacks([nation(), county([attribute], '4')]).map(({ words, wayOut }) => [words, wayOut].map(Object.values));
    expect(said({ ...TERRAIN, of: ['hamlet'] })).toEqual([
      [
        ['没有“hamlet”这类组织', 'There is no kind of organisation “hamlet”'],
        ['现有：village', 'There are: village'],
      ],
    ]);
    expect(said({ ...TERRAIN, id: 'code' })).toEqual([
      [
        ['“village”已有属性“code”', '“village” has an attribute “code” already'],
        ['直接使用，或换一个名字', 'Use it as it is, or choose another name'],
      ],
    ]);
    expect(said({ of: ['village'], id: 'terrain', title: '地形', type: 'choice' })).toEqual([
      [
        ['“terrain”没有可选的值', '“terrain” has nothing to choose from'],
        ['写 options: [{ id, title }, …]，或改用 type: text', 'Write options: [{ id, title }, …], or use type: text'],
      ],
    ]);
  });

  test('of one name are refused the second time, also in another pack, each where it stands', () => {
    expect(codes(nation(), county([TERRAIN, TERRAIN], '4'))).toEqual([
      ['duplicate-id', expect.stringMatching(/^county\/kinds\/example.yaml:(?!1$)\d+/)],
    ]);
    const other = made({ manifest: { id: 'town', depends_on: ['county'] }, kinds: { attributes: [TERRAIN] } });
    expect(codes(nation(), county([TERRAIN], '4'), other)).toEqual([
      ['duplicate-id', expect.stringMatching(/^town\/kinds\/example.yaml:\d+/)],
    ]);
  });

  test('of kinds without any, and of several kinds at once', () => {
    const kinds = (id: string) => ({ id, title: id, level: 5, parents: [] });
    const base = made({ manifest: { id: 'nation' }, kinds: { organisations: [kinds('village'), kinds('street')] } });
    const own = made({
      manifest: { id: 'county', depends_on: ['nation'] },
      kinds: { attributes: [{ of: ['village', 'street'], id: 'area', title: '面积', type: 'decimal' }] },
    });
    const policy = compile([base, own]);
    for (const id of ['village', 'street'])
      expect(policy.organisationKinds.get(id)?.attributes).toEqual([
        { id: 'area', title: { 'zh-CN': '面积', en: '面积' }, type: 'decimal' },
      ]);
  });
});

describe('further parents of kinds', () => {
  const zone = { id: 'zone', title: '管委会', level: 4, parents: [] };
  const local = (parents: readonly object[], organisations: readonly object[] = [zone]) =>
    made({ manifest: { id: 'county', depends_on: ['nation'] }, kinds: { organisations, parents } });

  test('are added once to those they have', () => {
    const policy = compile([
      nation(),
      local([
        { of: ['village'], add: ['zone'] },
        { of: ['village'], add: ['zone'] },
      ]),
    ]);
    expect(policy.organisationKinds.get('village')?.parents).toEqual(['zone']);
    expect(policy.organisationKinds.get('zone')?.parents).toEqual([]);
    expect(policy.organisationKinds.get('village')?.attributes?.map(({ id }) => id)).toEqual(['code']);
  });

  test('must be kinds, and of kinds, that there are', () => {
    const packs = [
      nation(),
      local([
        { of: ['village'], add: ['zone'] },
        { of: ['hamlet'], add: ['zone', 'park'] },
      ]),
    ];
    expect(checkPacks(packs).map(({ code, line, path, words }) => [code, path, line > 10, words.en])).toEqual([
      ['no-such-organisation-kind', 'county/kinds/example.yaml', true, 'There is no kind of organisation “hamlet”'],
      ['no-such-organisation-kind', 'county/kinds/example.yaml', true, 'There is no kind of organisation “park”'],
    ]);
    expect(checkPacks(packs)[0]?.wayOut.en).toBe('There are: village, zone');
  });
});
