import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { enterRecord } from '../records/index.ts';
import { boardTable } from './board-table.ts';
import { readBoard, readHistory, readMine, readStandings, readSummary, verifyStandings } from './index.ts';
import { standingTable } from './standing-table.ts';

const duty = (id: string, amount: string, soon: string) => ({
  path: `obligations/${id}.yaml`,
  text: `
id: ${id}
title: ${both(id)}
source: { document: test }
who: { organisations: [village] }
when: { every: month }
amount: ${amount}
counts: [{ form: meeting-held }]
part_period: { owes: full }
late: never
due_soon: ${soon}
`,
});

const PACK = [
  manifestOf('meetings'),
  {
    path: 'forms/meeting-held.yaml',
    text: `
id: meeting-held
title: ${both('meeting-held')}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { organisation: [village] }
date: on
entered_by: [county-officer, village-clerk]
fields:
  - { id: on, title: ${both('day')}, type: date }
`,
  },
  duty('few', '{ at_most: 2, unit: time }', '{ left: 0 }'),
  duty('some', '{ at_least: 1, at_most: 2, unit: time }', '{ within: 3, days: calendar-days }'),
];

const { county, operator, by, settle } = await countyWithPack(PACK);
const { wangzhuang, lizhuang, east } = county.organisations;

const meet = (village: string, on: string) =>
  operator.do(enterRecord, {
    ...{ id: uuidv7(), form: 'meeting-held', subject: { kind: 'organisation', id: village }, data: { on } },
  });

it('who goes beyond a limit, alone or above a least amount, is beyond it and not overdue: on every list, count and file', async () => {
  for (const on of ['2026-09-01', '2026-09-02', '2026-09-03']) await meet(wangzhuang, on);
  await meet(lizhuang, '2026-09-01');
  await settle();

  const { standings } = await operator.do(readStandings, { organisation: wangzhuang });
  const own = standings.filter(({ obligation }) => obligation === 'few' || obligation === 'some');
  expect(own.map(({ obligation, light }) => [obligation, light]).toSorted()).toEqual([
    ['few', 'beyond'],
    ['some', 'beyond'],
  ]);
  expect(standingTable(own, 'zh-CN').rows.map(({ light }) => light)).toEqual(['超限', '超限']);

  const chart = await operator.do(readBoard, {});
  const at = chart.duties.findIndex(({ id }) => id === 'some');
  expect(chart.counts.byDuty[at]).toMatchObject({ b: 1, m: 1 });
  const told = boardTable(chart, 'zh-CN').rows.find(({ name }) => name === '王庄村');
  expect(told).toMatchObject({ few: '超限 3/2', some: expect.stringMatching(/^超限 /) });

  const { items } = await (await by('clerk')).do(readMine, {});
  expect(items.flatMap(({ obligation, light }) => (obligation === 'some' ? [light] : []))).toEqual(['beyond']);

  const { organisations } = await operator.do(readSummary, { organisation: east });
  expect(organisations.find(({ id }) => id === east)?.duties.some).toMatchObject({ beyond: 1, met: 1, overdue: 0 });
  expect((await operator.do(verifyStandings, {})).different).toEqual([]);
});

it('who did too little in a month that is over is overdue still', async () => {
  const { standings } = await operator.do(readStandings, { organisation: lizhuang, window: '2026-08' });
  const august = Object.fromEntries(standings.map(({ obligation, light }) => [obligation, light]));
  expect(august).toMatchObject({ few: 'met', some: 'overdue' });
  const { months } = await operator.do(readHistory, { organisation: wangzhuang });
  const counted = months.find(({ month }) => month === '2026-08')?.lights;
  expect(counted?.beyond).toBe(0);
  expect(counted?.overdue).toBeGreaterThan(0);
});
