import { beforeAll, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import type { Pack } from '../pack/pack.ts';
import { compile } from '../policy.ts';
import { valueToJson } from '../value-json.ts';
import { checkPacks } from './check.ts';

const units = [{ id: 'day', title: { 'zh-CN': '天', en: 'days' } }];

function pack(id: string, level: { depends_on?: string[]; values: object; limits?: object; unit?: string }) {
  const { depends_on = [], values, limits, unit = 'day' } = level;
  const value = { id: 'office.days', unit, values, ...(limits ? { limits } : {}) };
  const kinds = id === 'nation' ? { kinds: { units } } : {};
  const { pack: made, problems } = loadPack(
    examplePackFiles({ manifest: { id, depends_on }, ...kinds, values: [value] }),
  );
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
}

let nation: Pack;
let province: Pack;
beforeAll(() => {
  nation = pack('nation', { values: { '2026-01-01': 4 }, limits: { at_least: 4, at_most: 10 } });
  province = pack('province', { depends_on: ['nation'], values: { '2026-03-01': 5 }, limits: { at_least: 5 } });
});
const county = (values: object) => pack('county', { depends_on: ['province'], values });
const errors = (...packs: Parameters<typeof checkPacks>[0]) =>
  checkPacks(packs).filter(({ severity }) => severity === 'error');

it('lets a lower pack tighten what the upper leaves open, whatever the order of the packs', () => {
  for (const packs of [
    [nation, province, county({ '2026-06-01': 8 })],
    [county({ '2026-06-01': 8 }), province, nation],
  ]) {
    expect(errors(...packs)).toEqual([]);
    const policy = compile(packs);
    const on = (day: string) => valueToJson(policy.parameter('office.days', day));
    expect([on('2026-02-01'), on('2026-04-01'), on('2026-07-01')]).toMatchObject([
      { value: '4' },
      { value: '5' },
      { value: '8' },
    ]);
    expect(policy.parts.ruleOf('parameter', 'office.days').pack).toBe('county');
  }
});

it('refuses a value beyond the limits of any pack above, naming both places', () => {
  expect(errors(nation, province, county({ '2026-06-01': 4 }))).toMatchObject([
    {
      code: 'beyond-limits',
      path: 'county/values/example.yaml',
      words: { en: expect.stringMatching(/is 4, below the lower limit 5 in province\/values\/example\.yaml:\d+:\d+/) },
    },
  ]);
  expect(errors(nation, province, county({ '2026-06-01': 11 }))).toMatchObject([
    { code: 'beyond-limits', words: { 'zh-CN': expect.stringContaining('高于上限 10') } },
  ]);
});

it('holds a pack to its own limits and to the unit above', () => {
  const own = pack('nation', { values: { '2026-01-01': 3 }, limits: { at_least: 4 } });
  expect(errors(own)).toMatchObject([{ code: 'beyond-limits' }]);
  const hours = pack('province', { depends_on: ['nation'], values: { '2026-03-01': 5 }, unit: 'hour' });
  expect(errors(nation, hours).map(({ code }) => code)).toContain('unit-mismatch');
});

it('refuses to set anew what no limits leave open, or from a pack that does not build on the upper', () => {
  const closed = pack('nation', { values: { '2026-01-01': 4 } });
  expect(errors(closed, pack('province', { depends_on: ['nation'], values: { '2026-01-01': 5 } }))).toMatchObject([
    { code: 'duplicate-id' },
  ]);
  expect(errors(nation, pack('province', { values: { '2026-01-01': 5 } }))).toMatchObject([{ code: 'duplicate-id' }]);
});
