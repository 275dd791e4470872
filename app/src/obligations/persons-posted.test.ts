import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { endPosting, startPosting } from '../people/index.ts';
import { enterRecord } from '../records/index.ts';
import { explainStanding, readBoard, readMine, readStandings, verifyStandings } from './index.ts';

const PACK = [
  manifestOf('days'),
  {
    path: 'forms/stay.yaml',
    text: `
id: stay
title: ${both('stay')}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { posting: [first-secretary] }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
  - { id: days, title: ${both('days')}, type: integer, unit: day }
`,
  },
  {
    path: 'obligations/twenty-days.yaml',
    text: `
id: twenty-days
title: ${both('twenty-days')}
source: { document: test }
who: { persons_posted: [first-secretary] }
when: { every: month }
amount: { at_least: 20, unit: day }
counts: [{ form: stay, worth: data.days }]
part_period: { owes: full }
deadline: { grace: 30, days: calendar-days }
late: never
due_soon: { within: 1, days: calendar-days }
`,
  },
];

const { county, operator, by, settle } = await countyWithPack(PACK);

const stay = (posting: string, on: string, days: number) =>
  operator.do(enterRecord, {
    id: uuidv7(),
    form: 'stay',
    subject: { kind: 'posting', id: posting },
    data: { on, days },
  });

const lightsAt = async (village: string) => {
  const { standings } = await operator.do(readStandings, { organisation: village, window: '2026-08' });
  return standings
    .filter(({ obligation }) => obligation === 'twenty-days')
    .map(({ subject, period, light, done }) => [subject, period.key, light, done])
    .sort();
};

it('the days of both villages count in the month in which a first secretary changes the village', async () => {
  const { wangzhuang, gaomiao, department } = county.organisations;
  const { slx } = county.people;
  await stay(county.postings.wangzhuang, '2026-08-03', 12);
  await settle();
  expect(await lightsAt(wangzhuang)).toEqual([[slx, '2026-08', 'open', '12']]);
  await operator.do(endPosting, { id: county.postings.wangzhuang, lastDay: '2026-08-14' });
  const second = uuidv7();
  await operator.do(startPosting, {
    id: second,
    kind: 'first-secretary',
    level: 'county',
    person: slx,
    organisation: gaomiao,
    sendingOrganisation: department,
    from: '2026-08-15',
  });
  await stay(second, '2026-08-20', 9);
  await settle();
  expect(await lightsAt(wangzhuang)).toEqual([]);
  expect(await lightsAt(gaomiao)).toEqual([[slx, '2026-08', 'met', '21']]);
  expect((await operator.do(verifyStandings, {})).different).toEqual([]);
  const { explanation } = await operator.do(explainStanding, {
    obligation: 'twenty-days',
    subjectKind: 'person',
    subject: slx,
    period: '2026-08',
  });
  expect(JSON.stringify(explanation)).toContain('2026-08-03');
  const { duties } = await operator.do(readBoard, {});
  expect(duties.find(({ id }) => id === 'twenty-days')).toMatchObject({ bearer: 'person' });
});

it('a first secretary reads what is owed in person, and why', async () => {
  const secretary = await by('otherSecretary');
  const { zmy, slx } = county.people;
  const mine = await secretary.do(readMine, {});
  const owed = mine.items.filter(({ obligation }) => obligation === 'twenty-days').map(({ subject }) => subject);
  expect([...new Set(owed)]).toEqual([zmy]);
  const why = { obligation: 'twenty-days', subjectKind: 'person' as const, period: '2026-09' };
  expect((await secretary.do(explainStanding, { ...why, subject: zmy })).explanation).toBeDefined();
  await expect(secretary.do(explainStanding, { ...why, subject: slx })).rejects.toMatchObject({ kind: 'not-found' });
});
