import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { findViolation } from '../platform/database/violation.ts';
import { KEEPING } from './person-schema.ts';
import { type PostingDraft, touchPostings } from './posting-writer.ts';
import { alreadyEnded, fieldProblem, overlap, overlapConflict, POSTING } from './problems.ts';
import { findSpanProblem } from './span.ts';

export const endPosting = defineWrite({
  id: 'postings.end',
  title: { 'zh-CN': '结束派驻', en: 'End a posting' },
  about: {
    'zh-CN': '记下派驻的最后一天。已经过去的结束日不能再改。',
    en: 'Records the last day of a posting. A last day that has passed cannot be changed.',
  },
  input: Type.Object({ id: PathId('The posting.'), lastDay: Day('Last day of the posting.') }, closed),
  output: Type.Object({ id: Uuid(), to: Day() }),
  errors: ['end-before-start', 'already-ended', 'overlap'],
  mayBeDoneBy: KEEPING,
  audit: ({ id, lastDay }) => ({ subject: id, detail: { lastDay } }),
  async run({ id, lastDay }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const posting = await lockPosting(tx, scope, id);
    if (posting.to === lastDay) return { id, to: lastDay };
    if (posting.to !== null && posting.to < today) throw alreadyEnded(POSTING, posting.to);
    const problem = findSpanProblem({ from: posting.from, to: lastDay });
    if (problem) throw fieldProblem({ ...problem, field: 'lastDay' });
    await tx
      .updateTable('posting')
      .set({ valid_to: lastDay, end_known_on: today })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', id)
      .execute()
      .catch((error: unknown) => {
        if (findViolation(error)?.name !== 'posting_once') throw error;
        throw overlapConflict(overlap('lastDay', posting.from, lastDay));
      });
    await touchPostings(context, [posting]);
    return { id, to: lastDay };
  },
});

type Locked = Pick<PostingDraft, 'id' | 'person' | 'organisation' | 'sendingOrganisation' | 'from' | 'to'>;

async function lockPosting(tx: WriteTx, scope: Scope, id: string): Promise<Locked> {
  const { rows } = await sql<Locked>`select d.id, d.person_id as person, d.organisation_id as organisation,
      d.sending_organisation_id as "sendingOrganisation", d.valid_from as "from", d.valid_to as "to"
    from posting d where d.jurisdiction_id = ${scope.jurisdiction} and d.id = ${id}::uuid
      and ${inSubtree(scope, 'd.organisation_id')} for update of d`.execute(tx);
  if (!rows[0]) throw notFound(POSTING);
  return rows[0];
}
