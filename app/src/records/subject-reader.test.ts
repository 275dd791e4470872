import { describe, expect, it } from 'vitest';
import { makeSmallCounty } from '../../test/world/small-county.ts';
import { testDatabase } from '../platform/database/testing.ts';
import { inJurisdiction, readJurisdiction } from '../platform/database/transaction.ts';
import { findSubject, findSubjects } from './subject-reader.ts';

const SHEN = '371522';
const database = await testDatabase();
await database.addJurisdictions(SHEN);
const county = await makeSmallCounty(database, SHEN);
await inJurisdiction(database, SHEN, (tx) =>
  tx
    .updateTable('person')
    .set({ member_of: county.wangzhuang })
    .where('jurisdiction_id', '=', SHEN)
    .where('id', '=', county.secretary)
    .execute(),
);

const { officer, eastOfficer, westOfficer, clerk, otherClerk, firstSecretary, sendingUnit, administrator } = county;
const scopes = [officer, eastOfficer, westOfficer, clerk, otherClerk, firstSecretary, sendingUnit, administrator];
const organisations = [county.county, county.east, county.department, county.wangzhuang, county.zhaozhuang];
const refs = [
  ...organisations.map((id) => ({ kind: 'organisation' as const, id })),
  ...[county.posting, county.endedPosting, county.east].map((id) => ({ kind: 'posting' as const, id })),
  { kind: 'person' as const, id: county.secretary },
];

describe('subjects of many callers at once', () => {
  it('are those that each caller finds alone', async () => {
    const calls = scopes.flatMap((scope) => refs.map((ref) => ({ scope, ref })));
    const [together, alone] = await readJurisdiction(database, SHEN, async (tx) => [
      await findSubjects(tx, SHEN, calls),
      await Promise.all(calls.map(({ scope, ref }) => findSubject(tx, scope, ref))),
    ]);
    expect(together).toEqual(alone);
    const seen = alone.filter((subject) => subject !== null).length;
    expect(seen).toBeGreaterThan(20);
    expect(seen).toBeLessThan(calls.length - 20);
  });

  it('a person who is no member stands where the office or posting is', async () => {
    const found = await readJurisdiction(database, SHEN, (tx) =>
      findSubject(tx, officer, { kind: 'person', id: county.secretary }),
    );
    expect(found).toMatchObject({ organisation: county.wangzhuang, name: '孙立新', kind: 'person' });
  });
});
