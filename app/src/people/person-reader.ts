import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { PersonAttributes } from './person-attributes.ts';
import type { Named } from './person-schema.ts';
import { visiblePerson } from './person-scope.ts';
import { PERSON } from './problems.ts';
import type { Span } from './span.ts';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly memberOf: Named | null;
  readonly memberSince: string | null;
}

export interface PersonQuery {
  readonly organisation?: string | undefined;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The name an organisation bears, or bore last, as an SQL expression; `column` holds its id. */
export const latestName = (scope: Scope, column: string): RawBuilder<string> => sql<string>`coalesce((
  select n.name from organisation_name n where n.jurisdiction_id = ${scope.jurisdiction}
    and n.organisation_id = ${sql.ref(column)} order by n.valid_from desc limit 1), '')`;

/** An organisation as `{ id, name }`. */
export const named = (scope: Scope, column: string) =>
  sql<Named | null>`case when ${sql.ref(column)} is not null
    then json_build_object('id', ${sql.ref(column)}, 'name', ${latestName(scope, column)}) end`;

/** Lower-cased, and with `%`, `_` and `\` meaning themselves. */
export const likeText = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&');

/** A name by a part of it, its pinyin or its initials. */
export function matchesName(search: string | undefined): RawBuilder<boolean> {
  const text = likeText(search ?? '');
  if (text === '') return sql<boolean>`true`;
  return sql<boolean>`(lower(p.name) like ${`%${text}%`} or p.pinyin like ${`${text}%`} or p.initials like ${`${text}%`})`;
}

/** Of which organisation somebody is a member is told only where that organisation may be seen. */
const COLUMNS = (scope: Scope) =>
  sql`p.id, p.name, p.member_since as "memberSince",
    case when ${inSubtree(scope, 'p.member_of')} then ${named(scope, 'p.member_of')} end as "memberOf"`;

/** People in scope, by pinyin. */
export async function findPeople(tx: ReadTx, scope: Scope, query: PersonQuery): Promise<PersonLine[]> {
  const after = query.after
    ? sql`(p.pinyin, p.id) > (select q.pinyin, q.id from person q
        where q.jurisdiction_id = ${scope.jurisdiction} and q.id = ${query.after}::uuid)`
    : sql`true`;
  const tied = query.organisation ? tiedTo(scope, query.organisation) : sql`true`;
  const { rows } = await sql<PersonLine>`select ${COLUMNS(scope)} from person p
    where p.jurisdiction_id = ${scope.jurisdiction} and ${tied} and ${matchesName(query.search)} and ${after}
      and ${visiblePerson(scope)}
    order by p.pinyin, p.id limit ${query.limit}`.execute(tx);
  return rows;
}

/** A member of, in office in, or posted to the organisation or one below it, now or before. */
function tiedTo(scope: Scope, organisation: string): RawBuilder<boolean> {
  const below = (column: string) => sql`exists (select 1 from organisation_closure b
    where b.jurisdiction_id = ${scope.jurisdiction} and b.ancestor_id = ${organisation}::uuid
      and b.descendant_id = ${sql.ref(column)})`;
  return sql<boolean>`(${below('p.member_of')}
    or exists (select 1 from membership m where m.jurisdiction_id = ${scope.jurisdiction} and m.person_id = p.id
      and ${below('m.organisation_id')})
    or exists (select 1 from tenure t where t.jurisdiction_id = ${scope.jurisdiction} and t.person_id = p.id
      and ${below('t.organisation_id')})
    or exists (select 1 from posting d where d.jurisdiction_id = ${scope.jurisdiction} and d.person_id = p.id
      and ${below('d.organisation_id')}))`;
}

export interface PersonFile extends PersonLine {
  readonly attributes: PersonAttributes;
  readonly hasIdNumber: boolean;
  readonly hasPhone: boolean;
}

/** @throws ActionError `not-found` when there is no such person, or outside the scope. */
export async function getPersonFile(tx: ReadTx, scope: Scope, id: string): Promise<PersonFile> {
  const { rows } = await sql<PersonFile>`select ${COLUMNS(scope)}, p.attributes,
      coalesce(s.id_number is not null, false) as "hasIdNumber", coalesce(s.phone is not null, false) as "hasPhone"
    from person p
    left join person_secret s on s.jurisdiction_id = p.jurisdiction_id and s.person_id = p.id
    where p.jurisdiction_id = ${scope.jurisdiction} and p.id = ${id}::uuid and ${visiblePerson(scope)}`.execute(tx);
  if (!rows[0]) throw notFound(PERSON);
  return rows[0];
}

export interface TenureLine extends Span {
  readonly id: string;
  readonly post: string;
  readonly organisation: Named;
}

/** The offices a person holds or held, as far as the scope reaches, latest first. */
export async function findTenuresOf(tx: ReadTx, scope: Scope, person: string): Promise<TenureLine[]> {
  const { rows } = await sql<TenureLine>`
    select t.id, t.post, t.valid_from as "from", t.valid_to as "to", ${named(scope, 't.organisation_id')} as organisation
    from tenure t where t.jurisdiction_id = ${scope.jurisdiction} and t.person_id = ${person}::uuid
      and (t.person_id = ${scope.person}::uuid or ${inSubtree(scope, 't.organisation_id')})
    order by t.valid_from desc, t.id`.execute(tx);
  return rows;
}

export interface MembershipLine {
  readonly organisation: Named | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
}

/** Where a person who moved or left belonged, as far as the scope reaches, latest first. */
export async function findMembershipsOf(tx: ReadTx, scope: Scope, person: string): Promise<MembershipLine[]> {
  const { rows } = await sql<MembershipLine>`
    select m.valid_from as "from", m.valid_to as "to", m.end_reason as reason, ${named(scope, 'm.organisation_id')} as organisation
    from membership m where m.jurisdiction_id = ${scope.jurisdiction} and m.person_id = ${person}::uuid
      and (m.person_id = ${scope.person}::uuid or ${inSubtree(scope, 'm.organisation_id')})
    order by m.valid_from desc nulls last`.execute(tx);
  return rows;
}
