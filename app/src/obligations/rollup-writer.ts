import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';

/** How many current standings of a duty on an organisation's own row have a light. */
export type LightCounts = ReadonlyMap<string, number>;

const separator = ' ';

/** Counts the current lights of some subjects, by row, duty and light. */
export async function countLights(tx: ReadTx, jurisdiction: string, subjects: readonly string[]): Promise<LightCounts> {
  const { rows } = await sql<{ organisation: string; obligation: string; light: string; n: number }>`
    select organisation_id as organisation, obligation, light, count(*)::int as n from standing
    where jurisdiction_id = ${jurisdiction} and is_current and subject_id = any(${subjects as string[]}::uuid[])
    group by 1, 2, 3`.execute(tx);
  return new Map(rows.map((row) => [[row.organisation, row.obligation, row.light].join(separator), row.n]));
}

/**
 * Adds what changed between two counts to the roll-ups of the rows' organisations and of all above them: one wide row per
 * organisation and duty, so that a county's head line is read without touching its villages.
 */
export async function shiftRollups(
  tx: WriteTx,
  jurisdiction: string,
  before: LightCounts,
  after: LightCounts,
): Promise<void> {
  const shifts = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const n = (after.get(key) ?? 0) - (before.get(key) ?? 0);
    const [organisation, obligation, light] = key.split(separator);
    return n === 0 ? [] : [{ organisation, obligation, light, n }];
  });
  if (shifts.length === 0) return;
  await sql`
    with shift as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(shifts)}::text::jsonb)
        as s(organisation uuid, obligation text, light text, n int))
    insert into rollup (jurisdiction_id, organisation_id, obligation, ${columns})
    select ${jurisdiction}, c.ancestor_id, s.obligation, ${sums}
    from shift s join organisation_closure c on c.jurisdiction_id = ${jurisdiction} and c.descendant_id = s.organisation
    group by c.ancestor_id, s.obligation
    on conflict on constraint rollup_pkey do update set ${added}`.execute(tx);
}

/** Counts everything again, after the tree, the day or the packs have changed. */
export async function rebuildRollups(tx: WriteTx, jurisdiction: string): Promise<void> {
  await sql`delete from rollup where jurisdiction_id = ${jurisdiction}`.execute(tx);
  await sql`
    with shift as materialized (
      select organisation_id as organisation, obligation, light, count(*)::int as n from standing
      where jurisdiction_id = ${jurisdiction} and is_current group by 1, 2, 3)
    insert into rollup (jurisdiction_id, organisation_id, obligation, ${columns})
    select ${jurisdiction}, c.ancestor_id, s.obligation, ${sums}
    from shift s join organisation_closure c on c.jurisdiction_id = ${jurisdiction} and c.descendant_id = s.organisation
    group by c.ancestor_id, s.obligation`.execute(tx);
}

const LIGHT_OF = {
  overdue: 'overdue',
  beyond: 'beyond',
  due_soon: 'due-soon',
  not_known: 'not-known',
  open: 'open',
  late: 'late',
  met: 'met',
  excused: 'excused',
} as const;

const names = Object.keys(LIGHT_OF) as (keyof typeof LIGHT_OF)[];
const columns = sql.join(names.map((name) => sql.ref(name)));
const sums = sql.join(
  names.map((name) => sql`coalesce(sum(s.n) filter (where s.light = ${sql.lit(LIGHT_OF[name])}), 0)::int`),
);
const added = sql.join(
  names.map((name) => sql`${sql.ref(name)} = rollup.${sql.ref(name)} + excluded.${sql.ref(name)}`),
);
