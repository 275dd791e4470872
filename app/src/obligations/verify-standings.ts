import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { PlacedStanding } from './standing-set.ts';
import { computeStandings } from './standing-set.ts';

export const verifyStandings = defineRead({
  id: 'obligations.verify',
  title: { 'zh-CN': '核对灯', en: 'Prove the lights' },
  about: {
    'zh-CN': '从全部记录和制度包重新计算每一盏灯，与库中保存的逐一比较。',
    en: 'Computes every light again from entries and packs and compares each with the stored one.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    computed: Type.Integer(),
    stored: Type.Integer(),
    different: Type.Array(Type.String(), { description: 'Up to 50 standings that differ: duty, subject, period.' }),
  }),
  errors: [],
  mayBeDoneBy: ['county-officer'],
  async run(_input, { tx, scope, jurisdiction, today }) {
    const within = await readReach(tx, scope);
    const standings = (await computeStandings(tx, jurisdiction, today)).filter((s) => within.has(s.organisation));
    const computed = new Map(standings.map((s) => [keyOf(s), figuresOf(s)]));
    const all = await tx.selectFrom('standing').selectAll().where('jurisdiction_id', '=', jurisdiction).execute();
    const rows = all.filter((row) => within.has(row.organisation_id));
    const stored = new Map(
      rows.map((row) => [
        `${row.obligation} ${row.subject_id} ${row.period_key}`,
        JSON.stringify([row.light, row.due_on, plain(row.need), plain(row.done), row.awaiting, row.is_current]),
      ]),
    );
    const keys = new Set([...computed.keys(), ...stored.keys()]);
    const different = [...keys].filter((key) => computed.get(key) !== stored.get(key));
    const wrong = [...different, ...(await wrongRollups(tx, scope))];
    return { computed: computed.size, stored: stored.size, different: wrong.slice(0, 50) };
  },
});

/** An officer of a part of the county proves the lights of that part. */
async function readReach(tx: ReadTx, scope: Scope): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select o.id from organisation o
    where o.jurisdiction_id = ${scope.jurisdiction} and ${inSubtree(scope, 'o.id')}`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Roll-ups that are not the sum of the current lights below them. */
async function wrongRollups(tx: ReadTx, scope: Scope): Promise<string[]> {
  const { jurisdiction } = scope;
  const { rows } = await sql<{ wrong: string }>`
    with counted as (
      select c.ancestor_id, s.obligation, count(*) filter (where s.light = 'overdue') as overdue,
        count(*) filter (where s.light = 'met') as met, count(*) filter (where s.light <> 'not-applicable') as owed
      from standing s join organisation_closure c on c.jurisdiction_id = s.jurisdiction_id and c.descendant_id = s.organisation_id
      where s.jurisdiction_id = ${jurisdiction} and s.is_current group by 1, 2)
    select 'rollup ' || coalesce(c.ancestor_id, r.organisation_id) || ' ' || coalesce(c.obligation, r.obligation) as wrong
    from counted c full join (select * from rollup where jurisdiction_id = ${jurisdiction}) r
      on r.organisation_id = c.ancestor_id and r.obligation = c.obligation
    join organisation o on o.jurisdiction_id = ${jurisdiction} and o.id = coalesce(c.ancestor_id, r.organisation_id)
      and ${inSubtree(scope, 'o.id')}
    where (coalesce(c.overdue, 0), coalesce(c.met, 0), coalesce(c.owed, 0)) is distinct from (coalesce(r.overdue, 0),
      coalesce(r.met, 0), coalesce(r.overdue + r.beyond + r.due_soon + r.not_known + r.open + r.late + r.met + r.excused, 0))`.execute(
    tx,
  );
  return rows.map((row) => row.wrong);
}

const keyOf = (s: PlacedStanding) => `${s.obligation} ${s.subject.id} ${s.period.key}`;
const figuresOf = (s: PlacedStanding) =>
  JSON.stringify([s.light, s.due, plain(s.need), plain(s.done), s.awaiting, s.current]);

/** `2.0` and `2` are the same amount. */
const plain = (decimal: string | null) => (decimal === null ? null : Number(decimal));
