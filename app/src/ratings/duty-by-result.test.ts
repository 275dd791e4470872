import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { villageNumbers } from '../../test/world/village-numbers.ts';
import { explainStanding, readStandings, verifyStandings } from '../obligations/index.ts';
import { correctRecord, enterRecord } from '../records/index.ts';
import { publishRating } from './index.ts';

const PACK = [
  manifestOf('risk'),
  villageNumbers('check', 'marks'),
  {
    path: 'obligations/visits.yaml',
    text: `
id: visits
title: ${both('visits')}
source: { document: test }
who: { organisations: [village] }
when: { every: quarter }
amount: { at_least: 'published("risk", "class", "previous") == "high" ? 3 : 1', unit: time }
counts: [{ form: check }]
part_period: { owes: full }
late: never
due_soon: { within: 1, days: calendar-days }
`,
  },
  {
    path: 'ratings/risk.yaml',
    text: `
id: risk
title: ${both('risk')}
source: { document: test }
of: { organisations: [village] }
period: { every: half-year }
part_period: rated
unit: time
scales:
  - { id: class, title: ${both('class')}, grades: [{ id: low, title: ${both('low')} }, { id: high, title: ${both('high')} }] }
steps:
  - { id: marks, title: ${both('marks')}, formula: { sum: { form: check, of: data.marks } } }
  - { id: class, title: ${both('class')}, bands: { of: marks, scale: class, rows: [{ at_least: 60, gives: { grade: low } }], otherwise: { grade: high } } }
result: { score: marks, grade: class }
`,
  },
];

const { county, operator, settle } = await countyWithPack(PACK);
const { wangzhuang, lizhuang } = county.organisations;

async function check(village: string, on: string, marks: number): Promise<string> {
  const id = uuidv7();
  const subject = { kind: 'organisation' as const, id: village };
  await operator.do(enterRecord, { id, form: 'check', subject, data: { on, marks } });
  return id;
}

const standing = async (village: string) => {
  await settle();
  const { standings } = await operator.do(readStandings, { organisation: village });
  const found = standings.find(({ obligation, period }) => obligation === 'visits' && period.key === '2026-Q3');
  return [found?.light, found?.need];
};

it('a duty asks by the class that was published, from the day it is, and by the corrected one', async () => {
  await check(wangzhuang, '2026-05-10', 70);
  const wrong = await check(lizhuang, '2026-05-10', 80);
  await check(lizhuang, '2026-07-10', 5);
  expect(await standing(wangzhuang)).toEqual(['not-known', null]);
  const publish = (more: object = {}) =>
    operator.do(publishRating, { id: uuidv7(), rating: 'risk', period: '2026-H1', ...more });
  await publish();
  expect(await standing(wangzhuang)).toEqual(['open', '1']);
  expect(await standing(lizhuang)).toEqual(['met', '1']);

  await operator.do(correctRecord, {
    ...{ id: uuidv7(), entry: wrong, reason: 'a slip', data: { on: '2026-05-10', marks: 8 } },
  });
  expect(await standing(lizhuang)).toEqual(['met', '1']);
  await publish({ reason: 'a slip in the records' });
  expect(await standing(lizhuang)).toEqual(['open', '3']);

  const { explanation } = await operator.do(explainStanding, {
    ...{ obligation: 'visits', subjectKind: 'organisation', subject: lizhuang, period: '2026-Q3' },
  });
  expect(JSON.stringify(explanation)).toContain('“risk” (2026-H1, public from');
  expect((await operator.do(verifyStandings, {})).different).toEqual([]);
});
