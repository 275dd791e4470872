import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { buildCounty, type County, NOW } from '../../test/world/build-world.ts';
import { SMALL_PACK } from '../../test/world/small-pack.ts';
import { localOperator } from '../accounts/index.ts';
import { applyPack } from '../packs/index.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { enterRecord } from '../records/index.ts';
import { listRatings, listRuns, publishRating, readRating, readRatingHistory, recomputeRun } from './index.ts';

const SHEN = '371522';
const SCHEMES = `
- &scheme
  id: weekly
  title: 周排名
  source: { document: 小县办法 }
  of: { organisations: [village] }
  period: { every: week }
  part_period: rated
  unit: person
  steps: [{ id: came, title: 到会人数, formula: { sum: { form: meeting, of: data.attended } } }]
  result: { score: came }
- <<: *scheme
  id: two-months
  title: 双月
  period: { every: { months: 2 } }
- <<: *scheme
  id: ten-days
  title: 旬评
  period: { every: ten-days }
- <<: *scheme
  id: daily
  title: 日评
  period: { every: day }
- <<: *scheme
  id: term
  title: 任期
  period: { every: { years: 3, from: 2024 }, begins: 10-01 }
`;
const database = await testDatabase();
const { as, clock } = acting(database, NOW);
let county: County;
let officer: ReturnType<typeof as>;

beforeAll(async () => {
  await database.addJurisdictions(SHEN);
  county = await buildCounty(database, SHEN);
  const operator = await localOperator(database, SHEN);
  officer = as({ ...operator, roles: ['county-officer'] });
  const files = [...SMALL_PACK, { path: 'ratings/periods.yaml', text: SCHEMES }];
  await as(operator).do(applyPack, { files, from: '2026-01-01' });
  const subject = { kind: 'organisation' as const, id: county.organisations.wangzhuang };
  for (const [held_on, attended] of [
    ['2026-08-31', 7],
    ['2026-09-02', 9],
  ] as const)
    await officer.do(enterRecord, {
      id: uuidv7(),
      form: 'meeting',
      subject,
      data: { held_on, expected: 30, attended },
    });
});

const scoreOf = async (rating: string, period: string): Promise<unknown> => {
  const { rows } = await officer.do(readRating, { rating, period });
  return rows.find(({ subject }) => subject === county.organisations.wangzhuang)?.score;
};
const persons = (value: string) => ({ state: 'known', value, unit: 'person' });

test('weeks, two months and terms are listed from the present one back', async () => {
  const { ratings } = await officer.do(listRatings, {});
  const periods = new Map(ratings.map((one) => [one.id, one.periods]));
  expect(periods.get('weekly')?.slice(0, 3)).toEqual(['2026-W38', '2026-W37', '2026-W36']);
  expect(periods.get('weekly')).toHaveLength(12);
  expect(periods.get('ten-days')?.slice(0, 3)).toEqual(['2026-09-T2', '2026-09-T1', '2026-08-T3']);
  expect(periods.get('daily')).toHaveLength(31);
  expect(periods.get('two-months')?.slice(0, 2)).toEqual(['2026-09+2', '2026-07+2']);
  expect(periods.get('term')?.slice(0, 2)).toEqual(['2024+3', '2021+3']);
});

test('they are read by their keys, and no other', async () => {
  expect(await scoreOf('weekly', '2026-W36')).toEqual(persons('16'));
  expect(await scoreOf('ten-days', '2026-09-T1')).toEqual(persons('9'));
  expect(await scoreOf('ten-days', '2026-08-T3')).toEqual(persons('7'));
  expect(await scoreOf('daily', '2026-09-02')).toEqual(persons('9'));
  expect(await scoreOf('two-months', '2026-09+2')).toEqual(persons('9'));
  expect(await scoreOf('term', '2024+3')).toEqual(persons('16'));
  for (const [rating, period] of [
    ['weekly', '2026-09'],
    ['two-months', '2026-08+2'],
    ['ten-days', '2026-09-T4'],
    ['daily', '2026-09-31'],
    ['term', '2026'],
  ] as const)
    await expect(officer.do(readRating, { rating, period })).rejects.toMatchObject({ kind: 'invalid' });
});

test('they are published once they are over, and stay as they are', async () => {
  const publish = (rating: string, period: string) => officer.do(publishRating, { id: uuidv7(), rating, period });
  await expect(publish('two-months', '2026-09+2')).rejects.toMatchObject({ code: 'period-open' });
  await publish('weekly', '2026-W36');
  await publish('two-months', '2026-07+2');
  await publish('ten-days', '2026-09-T1');
  await publish('daily', '2026-09-02');
  const ten = await officer.do(listRuns, { rating: 'ten-days', period: '2026-09-T1' });
  expect(ten.runs).toMatchObject([{ period: '2026-09-T1', version: 1 }]);
  const { runs } = await officer.do(listRuns, { rating: 'weekly', period: '2026-W36' });
  expect(runs).toMatchObject([{ period: '2026-W36', version: 1 }]);
  const subject = { subjectKind: 'organisation' as const, subject: county.organisations.wangzhuang };
  const { periods } = await officer.do(readRatingHistory, { rating: 'weekly', ...subject, periods: 3 });
  expect(periods).toMatchObject([
    { period: '2026-W38', published: null },
    { period: '2026-W37', published: null },
    { period: '2026-W36', score: persons('16'), published: { version: 1 } },
  ]);
  clock.set('2026-10-08T02:00:00.000Z');
  const again = await officer.do(recomputeRun, { id: runs[0]?.id ?? '' });
  expect(again).toMatchObject({ equal: true, subjects: 5 });
});
