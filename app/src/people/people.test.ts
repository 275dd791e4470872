import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { addPerson, correctPerson, getPerson, listPeople, readSecret } from './index.ts';

const database = await testDatabase();
await database.addJurisdictions('371522', '371523');
const county = await makeSmallCounty(database, '371522');
const other = await makeSmallCounty(database, '371523');
const { as } = acting(database, '2026-09-15T02:00:00.000Z');

const ID_NUMBER = '11010519491231002X';
const PHONE = '13812345678';

const add = (input: Partial<Parameters<typeof addPerson.run>[0]>, scope = county.officer) =>
  as(scope).do(addPerson, { id: uuidv7(), name: '王芳', memberOf: county.wangzhuang, ...input });

describe('people.add', () => {
  test('records a person once, however often it is sent', async () => {
    const id = uuidv7();
    expect(await add({ id, name: '单雄信' })).toEqual({ id, again: false, notes: [] });
    expect(await add({ id, name: '单雄信' })).toEqual({ id, again: true, notes: [] });
    await expect(add({ id, name: '单通' })).rejects.toMatchObject({ kind: 'conflict', code: 'other-content' });
  });

  test('a wrong check digit is noted, a malformed number refused; neither is repeated in words', async () => {
    const doubted = await add({ idNumber: '110105194912310021' });
    expect(doubted.notes).toHaveLength(1);
    expect(JSON.stringify(doubted)).not.toContain('1949');
    const refused = await add({ idNumber: '37152219900230001X' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ kind: 'invalid', code: 'id-number', fields: [{ field: 'idNumber' }] });
    expect(JSON.stringify(refused)).not.toContain('199002');
  });

  test('an ID number belongs to one person of a jurisdiction', async () => {
    await add({ idNumber: ID_NUMBER, phone: PHONE });
    await expect(add({ idNumber: ' 11010519491231002x ' })).rejects.toMatchObject({ code: 'id-number-taken' });
    const there = { memberOf: other.wangzhuang, idNumber: ID_NUMBER };
    await expect(add(there, other.officer)).resolves.toMatchObject({ again: false });
  });

  test('a township adds people to its own organisations only', async () => {
    await expect(add({}, county.eastOfficer)).resolves.toMatchObject({ again: false });
    await expect(add({ memberOf: county.zhaozhuang }, county.eastOfficer)).rejects.toMatchObject({ kind: 'not-found' });
    const { memberOf: _, ...unattached } = { memberOf: '', id: uuidv7(), name: '李四' };
    await expect(as(county.eastOfficer).do(addPerson, unattached)).rejects.toMatchObject({ code: 'member-of-needed' });
    await expect(as(county.officer).do(addPerson, unattached)).resolves.toMatchObject({ again: false });
  });

  test.each([{ gps: 'x' }, { religion: 'x' }, { note: `电话 ${PHONE}` }, { note: ID_NUMBER }])(
    'attributes hold neither secrets nor what stays outside: %j',
    async (attributes) => {
      await expect(add({ attributes: attributes as never })).rejects.toMatchObject({ kind: 'invalid' });
    },
  );
});

describe('people.correct', () => {
  const correct = (id: string, changed: object, scope = county.officer) =>
    as(scope).do(correctPerson, { id, ...changed });

  test('changes what is given and nothing else', async () => {
    const { id } = await add({ name: '吴刚', phone: PHONE, attributes: { rank: '科员' } });
    await correct(id, { name: '吴钢', idNumber: '53010219200508011X' });
    const file = await as(county.officer).do(getPerson, { id });
    expect(file).toMatchObject({ name: '吴钢', attributes: { rank: '科员' }, memberOf: { id: county.wangzhuang } });
    expect(await as(county.officer).do(readSecret, { id })).toEqual({ idNumber: '53010219200508011X', phone: PHONE });
    expect((await as(county.officer).do(listPeople, { search: 'wug' })).people.map((one) => one.id)).toEqual([id]);
    const other = await add({ name: '郑和' });
    await expect(correct(other.id, { idNumber: '53010219200508011X' })).rejects.toMatchObject({
      code: 'id-number-taken',
    });
  });

  test('is for those to whom the person belongs, not for all who see them', async () => {
    const { id } = await add({ name: '冯唐' });
    await expect(correct(id, { name: '冯堂' }, county.eastOfficer)).resolves.toMatchObject({ id });
    await expect(correct(id, { name: '冯糖' }, county.westOfficer)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(correct(id, { memberOf: county.zhaozhuang }, county.eastOfficer)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(correct(id, { memberOf: null }, county.eastOfficer)).rejects.toMatchObject({
      code: 'member-of-needed',
    });
  });
});

describe('ID number and phone', () => {
  test('are sealed in the database and stand in no audit row', async () => {
    const { id } = await add({ name: '赵敏', idNumber: '440524188001010014', phone: PHONE });
    const dump = await database.asOwner(async (sql) => {
      const secrets =
        await sql`select encode(id_number, 'escape') as n, encode(phone, 'escape') as p from person_secret`;
      const audit = await sql`select * from audit where subject = ${id}`;
      const people = await sql`select * from person where id = ${id}`;
      return JSON.stringify([secrets, audit, people]);
    });
    expect(dump).toContain('people.add');
    expect(dump).not.toContain('440524188001010014');
    expect(dump).not.toContain(PHONE);
  });

  test('are read by the county alone, and every look leaves an audit row', async () => {
    const { id } = await add({ name: '钱伟', phone: PHONE });
    expect(await as(county.officer).do(readSecret, { id })).toEqual({ idNumber: null, phone: PHONE });
    await expect(as(county.eastOfficer).do(readSecret, { id })).rejects.toMatchObject({ kind: 'refused' });
    await expect(as(other.officer).do(readSecret, { id })).rejects.toMatchObject({ kind: 'not-found' });
    const rows = await database.asOwner(
      (sql) => sql`select outcome, subject from audit where action = 'people.secret' order by id`,
    );
    expect(rows.slice(-3)).toMatchObject([
      { outcome: 'done', subject: id },
      { outcome: 'refused', subject: null },
      { outcome: 'not-found', subject: id },
    ]);
  });
});

describe('people.list and people.get', () => {
  test('find by part of a name, pinyin and initials', async () => {
    await add({ name: '欧阳修竹' });
    for (const search of ['修竹', 'ouyang', 'OYXZ']) {
      const { people } = await as(county.officer).do(listPeople, { search });
      expect(people.map(({ name }) => name)).toEqual(['欧阳修竹']);
    }
    expect((await as(county.officer).do(listPeople, { search: '%' })).people).toEqual([]);
  });

  test('go on behind the last one seen', async () => {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await as(county.officer).do(listPeople, { limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.people.map(({ id }) => id));
      after = page.people.at(-1)?.id;
      if (!page.more) break;
    }
    const all = await as(county.officer).do(listPeople, { limit: 500 });
    expect(seen).toEqual(all.people.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('show a first secretary themselves, a township its own, and nobody another county', async () => {
    const own = await as(county.firstSecretary).do(listPeople, {});
    expect(own.people.map(({ id }) => id)).toEqual([county.secretary]);
    const east = await as(county.eastOfficer).do(listPeople, { limit: 500 });
    expect(east.people.map(({ name }) => name)).toContain('孙立新');
    expect(east.people.map(({ name }) => name)).not.toContain('周明远');
    await expect(as(other.officer).do(getPerson, { id: county.secretary })).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(as(county.westOfficer).do(getPerson, { id: county.secretary })).rejects.toMatchObject({
      kind: 'not-found',
    });
    const file = await as(county.clerk).do(getPerson, { id: county.secretary });
    expect(file.postings.map(({ id }) => id)).toEqual([county.posting]);
  });
});
