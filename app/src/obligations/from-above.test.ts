import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { countyForm } from '../../test/world/county-form.ts';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { enterRecord } from '../records/index.ts';
import { explainStanding, readStandings, verifyStandings } from './index.ts';

const duty = (id: string, who: string, from = '') => `
id: ${id}
title: ${both(id)}
source: { document: test }
who: ${who}
when: { after: { form: notice, about: above, match: number }, within: 10, days: calendar-days }
amount: { at_least: 1, unit: time }
counts: [{ form: answer${from} }]
part_period: { owes: full }
late: { within: 30, days: calendar-days }
due_soon: { within: 1, days: calendar-days }
`;
const PACK = [
  manifestOf('notices'),
  { path: 'forms/notice.yaml', text: countyForm('notice', 'county', 'text') },
  { path: 'forms/answer.yaml', text: countyForm('answer', 'village', 'text') },
  { path: 'obligations/villages.yaml', text: duty('answering', '{ organisations: [village] }') },
  {
    path: 'obligations/heads.yaml',
    text: duty('head-answering', '{ holders: village-secretary, of: [village] }', ', from_subject: organisation'),
  },
];

const { county, operator: officer, settle } = await countyWithPack(PACK);

const enter = (of: string, subject: string, on: string, number: string) =>
  officer.do(enterRecord, {
    id: uuidv7(),
    form: of,
    subject: { kind: 'organisation', id: subject },
    data: { on, number },
  });

const lightsOf = async (village: string) => {
  const { standings } = await officer.do(readStandings, { organisation: village });
  return standings
    .filter(({ obligation }) => obligation === 'answering' || obligation === 'head-answering')
    .map(({ obligation, period, light }) => `${obligation} ${period.key} ${light}`)
    .sort();
};

it('a notice of the county turns lights in every village at once, as a full evaluation would', async () => {
  const { county: shen, wangzhuang, liulin } = county.organisations;
  expect(await lightsOf(wangzhuang)).toEqual([]);
  await enter('notice', shen, '2026-09-01', '7');
  await enter('notice', shen, '2026-09-12', '8');
  await settle();
  const open = ['answering 2026-09-01 overdue', 'answering 2026-09-12 open'];
  expect(await lightsOf(liulin)).toEqual(open);
  expect((await officer.do(verifyStandings, {})).different).toEqual([]);
});

it('the answer of a village is met where it names the notice, and explained by it', async () => {
  const { wangzhuang } = county.organisations;
  await enter('answer', wangzhuang, '2026-09-14', '8');
  await settle();
  expect(await lightsOf(wangzhuang)).toContain('answering 2026-09-12 met');
  expect(await lightsOf(wangzhuang)).toContain('head-answering 2026-09-12 met');
  expect(await lightsOf(wangzhuang)).toContain('answering 2026-09-01 overdue');
  expect((await officer.do(verifyStandings, {})).different).toEqual([]);
  const { explanation } = await officer.do(explainStanding, {
    obligation: 'answering',
    subjectKind: 'organisation',
    subject: wangzhuang,
    period: '2026-09-12',
  });
  expect(JSON.stringify(explanation)).toContain('2026-09-12');
});
