import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { AS_MUCH_AS_LAST_YEAR, villageNumbers } from '../../test/world/village-numbers.ts';
import { mergeOrganisations, splitOrganisation } from '../organisations/index.ts';
import { enterRecord } from '../records/index.ts';
import { foreseeSuccession, readStandings } from './index.ts';

const PACK = [
  manifestOf('harvest'),
  villageNumbers('harvest', 'loads'),
  AS_MUCH_AS_LAST_YEAR,
  {
    path: 'ratings/year.yaml',
    text: `
id: year
title: ${both('year')}
source: { document: test }
of: { organisations: [village] }
period: { every: year }
part_period: not-rated
unit: time
steps:
  - { id: last, title: ${both('last')}, formula: { sum: { form: harvest, of: data.loads, during: previous-year, predecessors: joined } } }
result: { score: last }
`,
  },
];

const { county, operator, settle } = await countyWithPack(PACK);
const { wangzhuang, lizhuang, gaomiao } = county.organisations;

const bring = (village: string, loads: number) =>
  operator.do(enterRecord, {
    ...{ id: uuidv7(), form: 'harvest', subject: { kind: 'organisation', id: village } },
    data: { on: '2025-08-10', loads },
  });

const standing = async (village: string) => {
  const { standings } = await operator.do(readStandings, { organisation: village, obligation: 'as-much' });
  const [found] = standings;
  return found ? { light: found.light, need: found.need, done: found.done } : null;
};

describe('before a merger is recorded', () => {
  it('one reads who is concerned, and the very lights that come of it', async () => {
    await bring(wangzhuang, 4);
    await bring(lizhuang, 6);
    await settle();
    const before = await standing(wangzhuang);
    const foreseen = await operator.do(foreseeSuccession, {
      on: '2026-07-01',
      ends: [lizhuang],
      heirs: [{ organisation: wangzhuang, of: [{ organisation: lizhuang }] }],
    });
    const ending = foreseen.concerned.find(({ id }) => id === lizhuang);
    expect(ending).toMatchObject({ name: '李庄村', ends: true, entries: 1, members: 1, accounts: 1, below: 0 });
    const own = foreseen.duties.find(({ subject, title }) => subject === '王庄村' && title.en === 'as-much');
    expect(own?.before).toEqual(before);
    expect(await standing(wangzhuang)).toEqual(before);
    expect(foreseen.ratings).toEqual([
      { title: { 'zh-CN': 'year', en: 'year' }, records: true, days: false, ended: 'not-rated' },
    ]);

    await operator.do(mergeOrganisations, { id: wangzhuang, sources: [lizhuang], on: '2026-07-01' });
    await settle();
    expect(own?.after).toMatchObject({ need: '10' });
    expect(await standing(wangzhuang)).toEqual(own?.after);
  });
});

describe('before a division is recorded', () => {
  it('what a part would owe is what it owes once it is there', async () => {
    await bring(gaomiao, 8);
    await settle();
    const part = uuidv7();
    const foreseen = await operator.do(foreseeSuccession, {
      on: '2026-07-01',
      ends: [gaomiao],
      heirs: [{ organisation: part, name: '高庙东村', of: [{ organisation: gaomiao, share: 0.25 }] }],
    });
    const own = foreseen.duties.find(({ subject, title }) => subject === '高庙东村' && title.en === 'as-much');
    expect(own).toMatchObject({ before: null, after: { need: '2' } });
    await operator.do(splitOrganisation, {
      ...{ id: gaomiao, on: '2026-07-01', ends: true },
      parts: [{ id: part, name: '高庙东村', share: 0.25 }],
    });
    await settle();
    expect(await standing(part)).toEqual(own?.after);
  });
});
