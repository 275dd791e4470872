import type { Attributes, Membership, Organisation, Person, Posting, SubjectRef, Tenure, World } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readSuccessions, withPredecessors } from './succession-reader.ts';

export interface WorldQuery {
  readonly jurisdiction: string;
  /** Names and parents are those of this day, for what had ended by then the last ones; what begins later is left out. */
  readonly asOf: string;
  /** Only these subjects and what their duties look at: postings, persons, offices and organisations around them. */
  readonly subjects?: readonly SubjectRef[];
}

/** Who there is, in the engine's shapes; the facts are read apart. */
export async function readWorld(tx: ReadTx, query: WorldQuery): Promise<Omit<World, 'facts'>> {
  const near = query.subjects ? await withPredecessors(tx, query.jurisdiction, query.subjects) : null;
  const [organisations, succeeds, people, postings, tenures] = await Promise.all([
    readOrganisations(tx, query, near),
    readSuccessions(tx, query),
    readPeople(tx, query, near),
    readPostings(tx, query, near),
    readTenures(tx, query, near),
  ]);
  const heirs = organisations.map((one): Organisation => {
    const before = succeeds.get(one.id);
    return before ? { ...one, succeeds: before } : one;
  });
  return { organisations: heirs, ...people, postings, tenures };
}

type Near = readonly string[] | null;

/** Rows of a named set of ids; everything when none are named. */
const among = (near: Near, condition: (ids: RawBuilder<unknown>) => RawBuilder<unknown>) =>
  near === null ? sql`true` : condition(sql`${[...near]}::uuid[]`);

/** Postings of, to or from the subjects. */
const nearPostings = (jurisdiction: string, ids: RawBuilder<unknown>) => sql`
  select q.person_id, q.organisation_id, q.sending_organisation_id from posting q
  where q.jurisdiction_id = ${jurisdiction} and (q.id = any(${ids}) or q.organisation_id = any(${ids})
    or q.sending_organisation_id = any(${ids}) or q.person_id = any(${ids}))`;

/** The subjects' own organisations, those of their postings, members and offices, and all above them. */
const nearOrganisations = (jurisdiction: string, ids: RawBuilder<unknown>) => sql`
  select up.ancestor_id from organisation_closure up
  where up.jurisdiction_id = ${jurisdiction} and up.descendant_id in (
    select unnest(${ids})
    union select organisation_id from (${nearPostings(jurisdiction, ids)}) there
    union select sending_organisation_id from (${nearPostings(jurisdiction, ids)}) sender
    union select m.organisation_id from membership m
      where m.jurisdiction_id = ${jurisdiction} and m.person_id = any(${ids})
    union select h.member_of from person h where h.jurisdiction_id = ${jurisdiction} and h.id = any(${ids})
    union select t.organisation_id from tenure t where t.jurisdiction_id = ${jurisdiction} and t.person_id = any(${ids}))`;

async function readOrganisations(tx: ReadTx, { jurisdiction, asOf }: WorldQuery, near: Near) {
  const { rows } = await sql<{
    id: string;
    kind: string;
    name: string | null;
    parent: string | null;
    from: string;
    to: string | null;
    attributes: Attributes;
  }>`
    select o.id, o.kind, n.name, p.parent_id as parent, o.founded_on as from, o.dissolved_on as to, o.attributes
    from organisation o
    left join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id
      and n.valid_from <= ${asOf}::date and (n.valid_to is null or n.valid_to >= ${asOf}::date)
    left join lateral (select e.parent_id from organisation_edge e
      where e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id and e.valid_from <= ${asOf}::date
      order by e.valid_from desc limit 1) p on true
    where o.jurisdiction_id = ${jurisdiction} and o.founded_on <= ${asOf}::date
      and ${among(near, (ids) => sql`o.id in (${nearOrganisations(jurisdiction, ids)} union select unnest(${ids}))`)}`.execute(
    tx,
  );
  return rows.map(({ to, name, ...row }): Organisation => ({ ...row, name: name ?? '', ...(to ? { to } : {}) }));
}

/** Persons, and the history of those who moved or left; these belong where the history says, as it was known on the day. */
async function readPeople(tx: ReadTx, query: WorldQuery, near: Near): Promise<Pick<World, 'persons' | 'memberships'>> {
  const persons = await readPersons(tx, query, near);
  const memberships = await readMemberships(tx, query, near === null ? null : persons.map(({ id }) => id));
  if (memberships.length === 0) return { persons };
  const history = Map.groupBy(memberships, ({ person }) => person);
  const now = ({ memberOf: _, ...person }: Person): Person => {
    const there = history
      .get(person.id)
      ?.find(({ from = query.asOf, to = query.asOf }) => from <= query.asOf && query.asOf <= to);
    return there ? { ...person, memberOf: there.organisation } : person;
  };
  return { persons: persons.map((person) => (history.has(person.id) ? now(person) : person)), memberships };
}

async function readMemberships(tx: ReadTx, { jurisdiction, asOf }: WorldQuery, persons: Near): Promise<Membership[]> {
  const { rows } = await sql<{ person: string; organisation: string; from: string | null; to: string | null }>`
    select m.person_id as person, m.organisation_id as organisation, m.valid_from as from,
      case when m.end_known_on > ${asOf}::date then null else m.valid_to end as to
    from membership m where m.jurisdiction_id = ${jurisdiction}
      and coalesce(m.known_on, m.valid_from, '-infinity') <= ${asOf}::date
      and coalesce(m.valid_from, '-infinity') <= ${asOf}::date
      and ${among(persons, (ids) => sql`m.person_id = any(${ids})`)}
    order by m.person_id, m.valid_from nulls first`.execute(tx);
  return rows.map(({ from, to, ...row }) => ({ ...row, ...(from ? { from } : {}), ...(to ? { to } : {}) }));
}

async function readPersons(tx: ReadTx, { jurisdiction }: WorldQuery, near: Near): Promise<Person[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    memberOf: string | null;
    memberSince: string | null;
    attributes: Attributes;
  }>`
    select h.id, h.name, h.member_of as "memberOf", h.member_since as "memberSince", h.attributes
    from person h where h.jurisdiction_id = ${jurisdiction} and ${among(
      near,
      (ids) => sql`(h.id = any(${ids}) or h.member_of = any(${ids})
        or h.id in (select m.person_id from membership m
          where m.jurisdiction_id = ${jurisdiction} and m.organisation_id = any(${ids}))
        or h.id in (select person_id from (${nearPostings(jurisdiction, ids)}) sent)
        or h.id in (select t.person_id from tenure t
          where t.jurisdiction_id = ${jurisdiction} and t.organisation_id = any(${ids})))`,
    )}`.execute(tx);
  return rows.map(({ memberOf, memberSince, ...row }) => ({
    ...row,
    ...(memberOf ? { memberOf } : {}),
    ...(memberSince ? { memberSince } : {}),
  }));
}

async function readPostings(tx: ReadTx, { jurisdiction, asOf }: WorldQuery, near: Near): Promise<Posting[]> {
  const { rows } = await sql<Omit<Posting, 'to'> & { to: string | null }>`
    select p.id, p.kind, p.person_id as person, p.organisation_id as organisation,
      p.sending_organisation_id as "sendingOrganisation", p.level, p.valid_from as from,
      case when p.end_known_on > ${asOf}::date then null else p.valid_to end as to, p.attributes
    from posting p where p.jurisdiction_id = ${jurisdiction} and p.valid_from <= ${asOf}::date and ${among(
      near,
      (ids) => sql`(p.id = any(${ids}) or p.organisation_id = any(${ids})
        or p.sending_organisation_id = any(${ids}) or p.person_id = any(${ids}))`,
    )}`.execute(tx);
  return rows.map(({ to, ...row }) => ({ ...row, ...(to ? { to } : {}) }));
}

async function readTenures(tx: ReadTx, { jurisdiction, asOf }: WorldQuery, near: Near): Promise<Tenure[]> {
  const { rows } = await sql<Omit<Tenure, 'to'> & { to: string | null }>`
    select t.id, t.post, t.organisation_id as organisation, t.person_id as person, t.valid_from as from,
      case when t.end_known_on > ${asOf}::date then null else t.valid_to end as to
    from tenure t where t.jurisdiction_id = ${jurisdiction} and t.valid_from <= ${asOf}::date and ${among(
      near,
      (ids) => sql`(t.organisation_id = any(${ids}) or t.person_id = any(${ids}))`,
    )}`.execute(tx);
  return rows.map(({ to, ...row }) => ({ ...row, ...(to ? { to } : {}) }));
}
