import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Role, Scope } from '../../src/platform/access/scope.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inJurisdiction, type WriteTx } from '../../src/platform/database/transaction.ts';
import { SMALL_PACK } from './small-pack.ts';

/** A county of two townships and three villages, one department that sends, and the people who record there. */
export interface SmallCounty {
  readonly jurisdiction: string;
  readonly county: string;
  readonly east: string;
  readonly west: string;
  readonly department: string;
  readonly wangzhuang: string;
  readonly lizhuang: string;
  readonly zhaozhuang: string;
  /** First secretary in 王庄, from 2026-06-10. */
  readonly posting: string;
  /** First secretary in 赵庄, 2026-01-01 to 2026-08-31. */
  readonly endedPosting: string;
  readonly secretary: string;
  readonly officer: Scope;
  readonly eastOfficer: Scope;
  readonly westOfficer: Scope;
  readonly clerk: Scope;
  readonly otherClerk: Scope;
  readonly firstSecretary: Scope;
  readonly sendingUnit: Scope;
  readonly administrator: Scope;
}

export const FOUNDED = '2020-01-01';

/** Makes the county in an empty database; the jurisdiction itself must exist. */
export function makeSmallCounty(database: Database, jurisdiction: string): Promise<SmallCounty> {
  return inJurisdiction(database, jurisdiction, async (tx) => {
    const make = maker(tx, jurisdiction);
    const county = await make.organisation('county', '莘县', null, '371522');
    const east = await make.organisation('township', '东张镇', county, '371522101');
    const west = await make.organisation('township', '西河镇', county, '371522102');
    const department = await make.organisation('county-department', '农业农村局', county);
    const wangzhuang = await make.organisation('village', '王庄村', east, '371522101001');
    const lizhuang = await make.organisation('village', '李庄村', east, '371522101002');
    const zhaozhuang = await make.organisation('village', '赵庄村', west, '371522102001');
    const secretary = await make.person('孙立新', 'slx');
    const former = await make.person('周明远', 'zmy');
    const posting = await make.posting(secretary, wangzhuang, department, '2026-06-10', null);
    const endedPosting = await make.posting(former, zhaozhuang, department, '2026-01-01', '2026-08-31');
    await installSmallPack(tx, jurisdiction);
    return {
      ...{ jurisdiction, county, east, west, department, wangzhuang, lizhuang, zhaozhuang },
      ...{ posting, endedPosting, secretary },
      officer: await make.account('县委组织部 韩雪', 'county-officer', { subtrees: [county] }),
      eastOfficer: await make.account('东张镇 马骏', 'township-officer', { subtrees: [east] }),
      westOfficer: await make.account('西河镇 丁岚', 'township-officer', { subtrees: [west] }),
      clerk: await make.account('王庄村 王秀芹', 'village-clerk', { subtrees: [wangzhuang] }),
      otherClerk: await make.account('李庄村 李国栋', 'village-clerk', { subtrees: [lizhuang] }),
      firstSecretary: await make.account('第一书记 孙立新', 'first-secretary', {
        person: secretary,
        organisations: [wangzhuang],
        postings: [posting],
      }),
      sendingUnit: await make.account('农业农村局 何静', 'sending-unit', { postings: [posting, endedPosting] }),
      administrator: await make.account('管理员', 'administrator', {}),
    };
  });
}

function maker(tx: WriteTx, jurisdiction: string) {
  const home = { jurisdiction_id: jurisdiction };
  return {
    async organisation(kind: string, name: string, parent: string | null, code: string | null = null) {
      const id = uuidv7();
      await tx
        .insertInto('organisation')
        .values({ ...home, id, kind, code, founded_on: FOUNDED })
        .execute();
      const named = { organisation_id: id, name, pinyin: '', initials: '', valid_from: FOUNDED };
      await tx
        .insertInto('organisation_name')
        .values({ ...home, id: uuidv7(), ...named })
        .execute();
      const edge = { child_id: id, parent_id: parent, valid_from: FOUNDED };
      await tx
        .insertInto('organisation_edge')
        .values({ ...home, id: uuidv7(), ...edge })
        .execute();
      await sql`insert into organisation_closure (jurisdiction_id, ancestor_id, descendant_id, depth)
        select ${jurisdiction}, ancestor_id, ${id}::uuid, depth + 1 from organisation_closure
          where jurisdiction_id = ${jurisdiction} and descendant_id = ${parent}::uuid
        union all select ${jurisdiction}, ${id}::uuid, ${id}::uuid, 0`.execute(tx);
      return id;
    },
    async person(name: string, initials: string) {
      const id = uuidv7();
      await tx
        .insertInto('person')
        .values({ ...home, id, name, initials })
        .execute();
      return id;
    },
    async posting(person: string, organisation: string, sender: string, from: string, to: string | null) {
      const id = uuidv7();
      const between = { person_id: person, organisation_id: organisation, sending_organisation_id: sender };
      const span = { valid_from: from, valid_to: to };
      const kind = { kind: 'first-secretary', level: 'county' };
      await tx
        .insertInto('posting')
        .values({ ...home, id, ...kind, ...between, ...span })
        .execute();
      return id;
    },
    async account(displayName: string, role: Role, scope: Partial<Scope>): Promise<Scope> {
      const id = uuidv7();
      const person = scope.person ?? null;
      await tx
        .insertInto('account')
        .values({ ...home, id, login_id: id, person_id: person, display_name: displayName })
        .execute();
      const none = { subtrees: [], organisations: [], postings: [] };
      return { jurisdiction, account: id, displayName, person, roles: [role], ...none, ...scope };
    },
  };
}

async function installSmallPack(tx: WriteTx, jurisdiction: string): Promise<void> {
  const hash = createHash('sha256').update(JSON.stringify(SMALL_PACK)).digest('hex');
  await sql`insert into pack_version (hash, pack_id, version, files, installed_at)
    values (${hash}, 'small', '1.0.0', ${SMALL_PACK as unknown as string}::jsonb, '2026-01-01T00:00:00Z')
    on conflict do nothing`.execute(tx);
  await tx
    .insertInto('pack_in_force')
    .values({ jurisdiction_id: jurisdiction, id: uuidv7(), pack_id: 'small', hash, valid_from: '2026-01-01' })
    .execute();
}
