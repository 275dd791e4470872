import { sql } from 'kysely';
import type { WriteTx } from '../platform/database/transaction.ts';

/**
 * Counts the current lights of whole subtrees again, for the organisations named and everything above them.
 * One wide row per organisation and duty, so that a county's head line is read without touching its villages.
 */
export async function refreshRollups(
  tx: WriteTx,
  jurisdiction: string,
  organisations: ReadonlySet<string>,
): Promise<void> {
  if (organisations.size === 0) return;
  const ids = [...organisations];
  await sql`
    with stale as (
      select distinct ancestor_id from organisation_closure
      where jurisdiction_id = ${jurisdiction} and descendant_id = any(${ids}::uuid[])),
    gone as (
      delete from rollup where jurisdiction_id = ${jurisdiction} and organisation_id in (select ancestor_id from stale)
        and not exists (select 1 from standing s join organisation_closure c
          on c.jurisdiction_id = s.jurisdiction_id and c.descendant_id = s.organisation_id
          where s.jurisdiction_id = ${jurisdiction} and s.is_current and s.obligation = rollup.obligation
            and c.ancestor_id = rollup.organisation_id))
    insert into rollup (jurisdiction_id, organisation_id, obligation, overdue, due_soon, not_known, open, late, met, excused)
    select c.jurisdiction_id, c.ancestor_id, s.obligation,
      count(*) filter (where s.light = 'overdue'), count(*) filter (where s.light = 'due-soon'),
      count(*) filter (where s.light = 'not-known'), count(*) filter (where s.light = 'open'),
      count(*) filter (where s.light = 'late'), count(*) filter (where s.light = 'met'),
      count(*) filter (where s.light = 'excused')
    from organisation_closure c
    join standing s on s.jurisdiction_id = c.jurisdiction_id and s.organisation_id = c.descendant_id and s.is_current
    where c.jurisdiction_id = ${jurisdiction} and c.ancestor_id in (select ancestor_id from stale)
    group by c.jurisdiction_id, c.ancestor_id, s.obligation
    on conflict on constraint rollup_pkey do update set overdue = excluded.overdue, due_soon = excluded.due_soon,
      not_known = excluded.not_known, open = excluded.open, late = excluded.late, met = excluded.met,
      excused = excluded.excused`.execute(tx);
}
