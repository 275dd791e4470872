import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { AS_MUCH_AS_LAST_YEAR, villageNumbers } from '../../test/world/village-numbers.ts';
import { readStandings, verifyStandings } from '../obligations/index.ts';
import { getOrganisation, mergeOrganisations } from '../organisations/index.ts';
import { enterRecord } from '../records/index.ts';
import { explainRating, readRating } from './index.ts';

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
predecessors: joined
unit: time
steps:
  - { id: loads, title: ${both('loads')}, formula: { sum: { form: harvest, of: data.loads, predecessors: joined } } }
  - { id: last, title: ${both('last')}, formula: { sum: { form: harvest, of: data.loads, during: previous-year, predecessors: joined } } }
result: { score: loads, also: [last] }
`,
  },
];

const { county, operator, settle } = await countyWithPack(PACK);
const { wangzhuang, lizhuang, gaomiao } = county.organisations;

const bring = (village: string, on: string, loads: number) =>
  operator.do(enterRecord, {
    ...{ id: uuidv7(), form: 'harvest', subject: { kind: 'organisation', id: village }, data: { on, loads } },
  });

const need = async (village: string) => {
  const { standings } = await operator.do(readStandings, { organisation: village });
  return standings.find(({ obligation, period }) => obligation === 'as-much' && period.key === '2026-Q3')?.need;
};

const rated = async () => {
  const { rows } = await operator.do(readRating, { rating: 'year', period: '2026' });
  return Object.fromEntries(rows.map(({ subject, steps }) => [subject, steps]));
};

it('a village that took in another owes, and is rated, with what that one brought before', async () => {
  await bring(wangzhuang, '2025-08-10', 4);
  await bring(lizhuang, '2025-08-10', 6);
  await bring(gaomiao, '2025-08-10', 3);
  await bring(wangzhuang, '2026-05-10', 2);
  await bring(lizhuang, '2026-05-10', 5);
  await settle();
  expect(await need(wangzhuang)).toBe('4');

  await operator.do(mergeOrganisations, { id: wangzhuang, sources: [lizhuang], on: '2026-07-01' });
  await settle();
  expect(await need(wangzhuang)).toBe('10');
  expect(await need(gaomiao)).toBe('3');

  const results = await rated();
  expect(results[wangzhuang]).toMatchObject({ loads: { value: '7' }, last: { value: '10' } });
  expect(results[gaomiao]).toMatchObject({ loads: { value: '0' }, last: { value: '3' } });
  expect(results[lizhuang]).toBeUndefined();

  const why = await operator.do(explainRating, {
    ...{ rating: 'year', period: '2026', subjectKind: 'organisation', subject: wangzhuang },
  });
  expect(JSON.stringify(why)).toContain('含所承继的“李庄村”的记录');

  const shown = await operator.do(getOrganisation, { id: wangzhuang });
  expect(shown.predecessors).toMatchObject([{ name: '李庄村', on: '2026-07-01', share: null }]);
});

it('what is recorded of it afterwards reaches its successor', async () => {
  await bring(lizhuang, '2025-08-20', 1);
  await settle();
  expect(await need(wangzhuang)).toBe('11');
  expect((await operator.do(verifyStandings, {})).different).toEqual([]);
});
