import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { both, countyWithPack, manifestOf } from '../../test/world/county-with-pack.ts';
import { addPerson, correctPerson, getPerson, listPeople, movePerson } from '../people/index.ts';
import { inJurisdiction } from '../platform/database/transaction.ts';
import { enterRecord, readWorld } from '../records/index.ts';
import { readStandings, verifyStandings } from './index.ts';

const PACK = [
  manifestOf('members'),
  {
    path: 'forms/deed.yaml',
    text: `
id: deed
title: ${both('deed')}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { person: true }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
`,
  },
  {
    path: 'obligations/take-part.yaml',
    text: `
id: take-part
title: ${both('take-part')}
source: { document: test }
who: { members: [village] }
when: { every: month }
amount: { at_least: 1, unit: time }
counts: [{ form: deed }]
part_period: { owes: full }
late: never
due_soon: { within: 1, days: calendar-days }
`,
  },
];

const { database, county, operator, by, settle } = await countyWithPack(PACK);
const east = await by('east');

const add = async (home: string, memberSince = '2010-07-01'): Promise<string> => {
  const id = uuidv7();
  await operator.do(addPerson, { id, name: '吕小满', memberOf: home, memberSince });
  return id;
};

const move = (by: typeof operator, person: string, organisation: string | null, from: string, id = uuidv7()) =>
  by.do(movePerson, { id, person, organisation, from, reason: '调动' });

const dutiesAt = async (village: string, person: string) => {
  const { standings } = await operator.do(readStandings, { organisation: village });
  return standings
    .filter(({ obligation, subject }) => obligation === 'take-part' && subject === person)
    .map(({ period }) => period.key)
    .sort();
};

const worldOn = (asOf: string) =>
  inJurisdiction(database, '371522', (tx) => readWorld(tx, { jurisdiction: '371522', asOf }));

describe('a person who moves', () => {
  let person: string;

  it('owes there from that day on, and did what was owed where that one was before', async () => {
    const { wangzhuang, lizhuang } = county.organisations;
    person = await add(wangzhuang);
    await settle();
    await operator.do(enterRecord, {
      id: uuidv7(),
      form: 'deed',
      subject: { kind: 'person', id: person },
      data: { on: '2026-09-02' },
    });
    await move(east, person, lizhuang, '2026-09-01');
    await settle();
    expect(await dutiesAt(lizhuang, person)).toContain('2026-09');
    expect(await dutiesAt(lizhuang, person)).not.toContain('2026-08');
    expect(await dutiesAt(wangzhuang, person)).not.toContain('2026-09');
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
  });

  it('is read with all places and their days', async () => {
    const file = await east.do(getPerson, { id: person });
    expect(file.memberOf?.name).toBe('李庄村');
    expect(
      file.memberships.map(({ organisation, from, to, reason }) => [organisation?.name, from, to, reason]),
    ).toEqual([
      ['李庄村', '2026-09-01', null, null],
      ['王庄村', '2010-07-01', '2026-08-31', '调动'],
    ]);
    const former = await operator.do(listPeople, { organisation: county.organisations.wangzhuang });
    expect(former.people.map(({ id }) => id)).toContain(person);
  });

  it('was, as of a day before the move was recorded, where everybody thought', async () => {
    const then = await worldOn('2026-09-10');
    expect(then.memberships?.filter((one) => one.person === person)).toEqual([
      { person, organisation: county.organisations.wangzhuang, from: '2010-07-01' },
    ]);
    expect(then.persons.find(({ id }) => id === person)?.memberOf).toBe(county.organisations.wangzhuang);
    const now = await worldOn('2026-09-15');
    expect(now.persons.find(({ id }) => id === person)?.memberOf).toBe(county.organisations.lizhuang);
  });

  it('is moved once, however often it is sent', async () => {
    const id = uuidv7();
    const { wangzhuang, gaomiao } = county.organisations;
    expect(await move(east, person, gaomiao, '2026-09-10', id)).toEqual({ id, again: false });
    expect(await move(east, person, gaomiao, '2026-09-10', id)).toEqual({ id, again: true });
    await expect(move(east, person, wangzhuang, '2026-09-10', id)).rejects.toMatchObject({ code: 'other-content' });
  });

  it('corrected afterwards, has been in the right place since the last move', async () => {
    await operator.do(correctPerson, { id: person, memberOf: county.organisations.liulin });
    const { memberships } = await operator.do(getPerson, { id: person });
    expect(memberships[0]).toMatchObject({ organisation: { name: '柳林村' }, from: '2026-09-10', to: null });
    await settle();
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
  });
});

describe('who retires', () => {
  it('belongs nowhere from that day on, stays readable, and may come back', async () => {
    const { wangzhuang } = county.organisations;
    const person = await add(wangzhuang);
    const id = uuidv7();
    expect(await move(operator, person, null, '2026-08-01', id)).toEqual({ id, again: false });
    expect(await move(operator, person, null, '2026-08-01', uuidv7())).toMatchObject({ again: true });
    await settle();
    expect(await dutiesAt(wangzhuang, person)).not.toContain('2026-09');
    expect(await dutiesAt(wangzhuang, person)).toContain('2026-07');
    expect((await operator.do(verifyStandings, {})).different).toEqual([]);
    expect((await east.do(getPerson, { id: person })).memberOf).toBeNull();
    await move(operator, person, wangzhuang, '2026-09-15');
    expect((await east.do(getPerson, { id: person })).memberships.map(({ from, to }) => [from, to])).toEqual([
      ['2026-09-15', null],
      ['2010-07-01', '2026-07-31'],
    ]);
  });
});

describe('a move that cannot be', () => {
  it('is refused with its reason', async () => {
    const { wangzhuang, lizhuang, liulin } = county.organisations;
    const person = await add(wangzhuang, '2021-01-01');
    await expect(move(east, person, lizhuang, '2026-09-16')).rejects.toMatchObject({ code: 'future' });
    await expect(move(east, person, lizhuang, '2021-01-01')).rejects.toMatchObject({ code: 'before-last-move' });
    await expect(move(east, person, lizhuang, '2019-12-31')).rejects.toMatchObject({ code: 'organisation-life' });
    await expect(move(east, person, wangzhuang, '2026-09-01')).rejects.toMatchObject({ code: 'same-organisation' });
    await expect(move(east, person, null, '2026-09-01')).rejects.toMatchObject({ code: 'member-of-needed' });
    await expect(move(east, person, liulin, '2026-09-01')).rejects.toMatchObject({ kind: 'not-found' });
    expect((await east.do(getPerson, { id: person })).memberships).toEqual([]);
  });
});
