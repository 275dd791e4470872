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
});
