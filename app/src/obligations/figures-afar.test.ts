import { type Explanation, renderExplanation } from '@luoshi/engine';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { countyForm } from '../../test/world/county-form.ts';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { enterRecord } from '../records/index.ts';
import { explainStanding, readStandings, verifyStandings } from './index.ts';

const form = (id: string, kinds: string, more = '') => countyForm(id, kinds, 'integer', more);

/** A yearly duty of every organisation of a kind: as many answers as the figure says. */
const duty = (id: string, kind: string, figure: string) => `
id: ${id}
title: ${both(id)}
source: { document: test }
who: { organisations: [${kind}] }
when: { every: year }
amount: { share: 1, of: ${figure}, rounding: none, unit: time }
counts: [{ form: answer }]
part_period: { owes: full }
late: never
due_soon: { within: 1, days: calendar-days }
`;

const PACK = [
  manifestOf('figures'),
  { path: 'forms/order.yaml', text: form('order', 'county') },
  { path: 'forms/problem.yaml', text: form('problem', 'village') },
  { path: 'forms/answer.yaml', text: form('answer', 'county, township, village') },
  {
    path: 'forms/letter.yaml',
    text: form(
      'letter',
      'county',
      `\n  - { id: village, title: ${both('village')}, type: subject, of: { organisation: [village] } }`,
    ),
  },
  {
    path: 'measures/problems.yaml',
    text: `
id: problems
title: ${both('problems')}
source: { document: test }
unit: time
at: [village, township]
period: year
value: { count: { form: problem } }
rollup: sum
`,
  },
  { path: 'obligations/a.yaml', text: duty('below', 'township', '{ count: { form: problem, about: below } }') },
  { path: 'obligations/b.yaml', text: duty('villages', 'township', '{ count: { organisations: village } }') },
  { path: 'obligations/c.yaml', text: duty('rolled-up', 'township', '\'measure("problems")\'') },
  {
    path: 'obligations/d.yaml',
    text: duty('above', 'village', '{ sum: { form: order, about: above, of: data.number } }'),
  },
  {
    path: 'obligations/e.yaml',
    text: duty('named', 'village', '{ count: { form: letter, about: { field: village } } }'),
  },
  { path: 'forms/request.yaml', text: form('request', '').replace('organisation: []', 'person: true') },
  { path: 'obligations/f.yaml', text: duty('members', 'village', '{ count: { form: request } }') },
];

const { county, operator: officer, settle } = await countyWithPack(PACK);
const { county: shen, east, wangzhuang, liulin } = county.organisations;
const DUTIES = ['below', 'villages', 'rolled-up', 'above', 'named', 'members'];

const enter = (of: string, subject: string, data: { readonly [field: string]: string | number }) =>
  officer.do(enterRecord, { id: uuidv7(), form: of, subject: { kind: 'organisation', id: subject }, data });

/** The light of each duty of an organisation that is owed, and how much is owed. */
async function owed(organisation: string): Promise<Record<string, string>> {
  const { standings } = await officer.do(readStandings, { organisation });
  const rows = standings.filter(({ obligation }) => DUTIES.includes(obligation));
  return Object.fromEntries(
    rows.flatMap(({ obligation, light, need }) => (need === null ? [] : [[obligation, `${light} ${need}`]])),
  );
}

/** What every subject is owed is the same as when everything is worked out anew. */
async function settled() {
  await settle();
  expect((await officer.do(verifyStandings, {})).different).toEqual([]);
}

it('what is entered in a village is owed by its township at once', async () => {
  expect(await owed(east)).toEqual({ villages: 'open 3' });
  await enter('problem', wangzhuang, { on: '2026-09-01', number: 1 });
  await settled();
  expect(await owed(east)).toEqual({ villages: 'open 3', below: 'open 1', 'rolled-up': 'open 1' });
});

it('what the county lays down is owed in every village, a letter by the one it names', async () => {
  await enter('order', shen, { on: '2026-09-01', number: 3 });
  await settled();
  expect([await owed(wangzhuang), await owed(liulin)]).toEqual([{ above: 'open 3' }, { above: 'open 3' }]);
  await enter('letter', shen, { on: '2026-09-01', number: 3, village: wangzhuang });
  await settled();
  expect(await owed(wangzhuang)).toEqual({ above: 'open 3', named: 'open 1' });
});

it('an answer of the township or the village forgets nothing of it', async () => {
  await enter('answer', east, { on: '2026-09-02', number: 3 });
  await enter('answer', wangzhuang, { on: '2026-09-02', number: 3 });
  await settled();
  expect(await owed(east)).toEqual({ villages: 'open 3', below: 'met 1', 'rolled-up': 'met 1' });
  expect(await owed(wangzhuang)).toEqual({ above: 'open 3', named: 'met 1' });
});

it('what a member of a village enters is owed by the village', async () => {
  await officer.do(enterRecord, {
    id: uuidv7(),
    form: 'request',
    subject: { kind: 'person', id: county.people.wxq },
    data: { on: '2026-09-03', number: 1 },
  });
  await settled();
  expect(await owed(wangzhuang)).toEqual({ above: 'open 3', named: 'met 1', members: 'met 1' });
});

it.each([
  ['below', east, '2026-09-01 problem'],
  ['villages', east, '王庄村'],
  ['rolled-up', east, '王庄村'],
  ['above', wangzhuang, '2026-09-01 order'],
  ['named', wangzhuang, '2026-09-01 letter'],
])('the explanation of %s shows what was read', async (obligation, subject, shown) => {
  const asked = { obligation, subjectKind: 'organisation' as const, subject, period: '2026' };
  const { explanation } = await officer.do(explainStanding, asked);
  expect(renderExplanation(explanation as Explanation, 'zh-CN')).toContain(shown);
});
