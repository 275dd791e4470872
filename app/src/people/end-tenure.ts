import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { KEEPING } from './person-schema.ts';
import { alreadyEnded, fieldProblem, TENURE } from './problems.ts';
import { findSpanProblem } from './span.ts';
import { type TenureDraft, touchTenures } from './tenure-writer.ts';

export const endTenure = defineWrite({
  id: 'tenures.end',
  title: { 'zh-CN': '结束任职', en: 'End a tenure' },
  about: {
    'zh-CN': '记下任职的最后一天。已经过去的结束日不能再改。',
    en: 'Records the last day of a tenure. A last day that has passed cannot be changed.',
  },
  input: Type.Object({ id: PathId('The tenure.'), lastDay: Day('Last day in office.') }, closed),
  output: Type.Object({ id: Uuid(), to: Day() }),
  errors: ['end-before-start', 'already-ended'],
  mayBeDoneBy: KEEPING,
  audit: ({ id, lastDay }) => ({ subject: id, detail: { lastDay } }),
  async run({ id, lastDay }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const tenure = await lockTenure(tx, scope, id);
    if (tenure.to === lastDay) return { id, to: lastDay };
    if (tenure.to !== null && tenure.to < today) throw alreadyEnded(TENURE, tenure.to);
    const problem = findSpanProblem({ from: tenure.from, to: lastDay });
    if (problem) throw fieldProblem({ ...problem, field: 'lastDay' });
    await tx
      .updateTable('tenure')
      .set({ valid_to: lastDay, end_known_on: today })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute();
    await touchTenures(context, [tenure]);
    return { id, to: lastDay };
  },
});

async function lockTenure(tx: WriteTx, scope: Scope, id: string): Promise<TenureDraft> {
  const { rows } = await sql<TenureDraft>`select t.id, t.post, t.organisation_id as organisation, t.person_id as person,
      t.valid_from as "from", t.valid_to as "to"
    from tenure t where t.jurisdiction_id = ${scope.jurisdiction} and t.id = ${id}::uuid
      and ${inSubtree(scope, 't.organisation_id')} for update of t`.execute(tx);
  if (!rows[0]) throw notFound(TENURE);
  return rows[0];
}
