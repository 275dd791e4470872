import { describe, expect, test } from 'vitest';
import { acting } from '../../test/world/acting.ts';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import type { ActionError } from '../platform/actions/action-error.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { getPerson, importPeople, importPostings, importTenures, listPeople } from './index.ts';

const database = await testDatabase();
await database.addJurisdictions('371522');
const county = await makeSmallCounty(database, '371522');
const { as } = acting(database, '2026-09-15T02:00:00.000Z');
const officer = as(county.officer);

const count = (table: string) =>
  database.asOwner(async (sql) => Number((await sql.unsafe(`select count(*) from ${table}`))[0]?.count));

const PEOPLE = `key,name,id_number,phone,member_of_code,member_since,rank,deputy_section
P1,王芳,11010519491231002X,13812345678,371522101001,2001-07-01,科员,否
P2,李明,440524188001010014,,371522101002,,副科长,是
,陈静,,,371522102001,2010-01-01,,
`;

const errorOf = async (work: Promise<unknown>): Promise<ActionError> =>
  work.then(
    () => Promise.reject(new Error('was taken')),
    (error: ActionError) => error,
  );

describe('people.import', () => {
  test('takes a file whole, and the same content only once', async () => {
    const first = await officer.do(importPeople, { csv: PEOPLE, fileName: '人员.csv' });
    expect(first).toMatchObject({ rows: 3, added: 3, changed: 0, unchanged: 0, again: false, notes: [] });
    expect(await officer.do(importPeople, { csv: PEOPLE })).toMatchObject({ added: 0, unchanged: 3, again: true });
    const { people } = await officer.do(listPeople, { search: '李明' });
    const file = await officer.do(getPerson, { id: people[0]?.id ?? '' });
    expect(file).toMatchObject({
      attributes: { rank: '副科长', deputy_section: true },
      hasIdNumber: true,
      hasPhone: false,
    });
  });

  test('a changed file changes the people it names, by key, number or name', async () => {
    const before = await count('person');
    const changed = PEOPLE.replace('科员', '主任').replace('\n,陈静', '\n,陈静');
    expect(await officer.do(importPeople, { csv: changed })).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
    expect(await count('person')).toBe(before);
  });

  test('says every mistake of every row, and keeps nothing', async () => {
    const before = await count('person');
    const error = await errorOf(
      officer.do(importPeople, {
        csv: 'id,name,id_number,phone,member_of_code,member_since\n,张伟,123,,371522101001,\nx,,,1,9,2020-02-30\n,周杰,11010519491231002X,,371522101001,\n',
      }),
    );
    expect(error.code).toBe('rows');
    expect(error.fields.map(({ field }) => field)).toEqual([
      'rows.2.id_number',
      'rows.3.phone',
      'rows.3.member_since',
      'rows.3.name',
      'rows.3.id',
      'rows.3.member_of_code',
      'rows.4.id_number',
    ]);
    expect(error.fields[0]?.words['zh-CN']).toContain('第 2 行');
    expect(JSON.stringify(error)).not.toContain('11010519491231002X');
    expect(await count('person')).toBe(before);
    expect(await count('import_receipt')).toBe(2);
  });

  test('a township cannot change people elsewhere', async () => {
    const csv = 'key,name,member_of_code\nP2,李明,371522102001\n';
    const error = await errorOf(as(county.westOfficer).do(importPeople, { csv }));
    expect(error.fields.map(({ rule }) => rule)).toEqual(['not-found']);
    const outside = await errorOf(
      as(county.westOfficer).do(importPeople, { csv: 'name,member_of_code\n甲,371522101001\n' }),
    );
    expect(outside.fields.map(({ rule }) => rule)).toEqual(['organisation']);
  });
});

describe('postings.import and tenures.import', () => {
  const postings = `kind,person_key,organisation_code,sending_code,level,order_number,from,to
first-secretary,P1,371522101002,371522,county,莘组〔2026〕3号,2026-06-10,
first-secretary,440524188001010014,371522102001,371522,county,,2026-06-10,2027-06-09
first-secretary,陈静,371522101001,371522101,township,,2026-01-01,2026-05-31
`;

  test('find people by key, ID number or name, and take the file once', async () => {
    expect(await officer.do(importPostings, { csv: postings })).toEqual({
      rows: 3,
      added: 3,
      unchanged: 0,
      again: false,
    });
    expect(await officer.do(importPostings, { csv: postings })).toMatchObject({ added: 0, again: true });
    const more = `${postings}first-secretary,P2,371522101001,371522,county,,2027-07-01,\n`;
    expect(await officer.do(importPostings, { csv: more })).toMatchObject({ rows: 4, added: 1, unchanged: 3 });
  });

  test('refuse overlaps within the file and with what is recorded, strangers and unknown codes', async () => {
    const header = 'kind,person_key,organisation_code,sending_code,level,from,to\n';
    const rows = [
      'first-secretary,P1,371522101002,371522,county,2026-12-01,',
      'first-secretary,P2,371522101002,371522,county,2028-01-01,2028-03-01',
      'first-secretary,P2,371522101002,371522,county,2028-03-01,',
      'first-secretary,nobody,371522101002,371522,county,2028-03-01,',
      'First,P1,999,371522,county,2028-03-01,2028-02-01',
      'first-secretary,陈静,371522101001,371522101,township,2026-01-01,2026-04-30',
    ];
    const error = await errorOf(officer.do(importPostings, { csv: header + rows.join('\n') }));
    expect(error.fields.map(({ field, rule }) => `${field} ${rule}`).sort()).toEqual(
      [
        'rows.2.from overlap',
        'rows.4.from overlap',
        'rows.5.person_key person',
        'rows.6.kind pack-id',
        'rows.6.organisation_code organisation',
        'rows.6.to end-before-start',
        'rows.7.from other-content',
      ].sort(),
    );
  });

  test('tenures too', async () => {
    const csv = 'post,organisation_code,person_key,from,to\nvillage-secretary,371522101001,P1,2021-01-01,\n';
    expect(await officer.do(importTenures, { csv })).toMatchObject({ added: 1 });
    const again = `${csv}village-director,371522101001,P1,2021-01-01,2021-12-31\n`;
    expect(await officer.do(importTenures, { csv: again })).toMatchObject({ added: 1, unchanged: 1 });
  });
});
