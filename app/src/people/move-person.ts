import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, NewId, Nullable, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import { memberOfNeeded } from './check-person.ts';
import { assertFollows, type Membership, runningOf } from './membership.ts';
import { endMembership, findMemberships, startMembership } from './membership-writer.ts';
import { findOutsideLife, getOrganisation } from './organisation-lookup.ts';
import { KEEPING } from './person-schema.ts';
import { changeablePerson } from './person-scope.ts';
import { fieldProblem, otherContent, PERSON } from './problems.ts';

export const movePerson = defineWrite({
  id: 'people.move',
  title: { 'zh-CN': '转接组织关系', en: 'Move a person' },
  about: {
    'zh-CN': '某人自某日起转入另一组织，或转出、退休后不再属于任何组织。以前各期仍按当时的组织关系计。',
    en: 'From a day on a person belongs to another organisation, or, having left or retired, to none. Figures of earlier periods keep the membership of that time.',
  },
  input: Type.Object(
    {
      id: NewId(),
      person: Uuid(),
      organisation: Nullable(Uuid('Where the person belongs from now on; null for nowhere.')),
      from: Day('The first day there, or the first day without one.'),
      reason: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 500,
          description: 'Why the person moved or left; kept with the membership that ends.',
        }),
      ),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), again: Type.Boolean() }),
  errors: ['future', 'before-last-move', 'organisation-life', 'member-of-needed', 'other-content', 'same-organisation'],
  mayBeDoneBy: KEEPING,
  audit: ({ person, organisation, from }) => ({ subject: person, detail: { organisation: organisation ?? '', from } }),
  async run({ id, person, organisation, from, reason = null }, context) {
    const { tx, scope, jurisdiction, today } = context;
    const before = await lockMember(tx, scope, person);
    await checkPlace(context, organisation, from);
    const history = await findMemberships(tx, jurisdiction, person);
    const made = history.find((one) => one.id === id);
    if (made && (made.organisation !== organisation || made.from !== from)) throw otherContent(PERSON);
    if (made || (organisation === null && hasLeft(history, from))) return { id, again: true };
    if (organisation === before.organisation) throw fieldProblem(SAME);
    const all = await withPresent(context, { person, ...before }, history);
    assertFollows(all, from, today);
    const running = runningOf(all);
    if (running) await endMembership(context, { id: running.id, lastDay: dayBefore(from), reason });
    if (organisation !== null) await startMembership(context, { id, person, organisation, from, knownOn: today });
    await tx
      .updateTable('person')
      .set({ member_of: organisation })
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', person)
      .execute();
    const places = [before.organisation, organisation].filter((one) => one !== null);
    await touch(tx, jurisdiction, context.now, [
      { kind: 'person', id: person },
      ...places.map((place) => ({ kind: 'organisation' as const, id: place })),
    ]);
    return { id, again: false };
  },
});

const SAME = {
  field: 'organisation',
  rule: 'same-organisation',
  words: { 'zh-CN': '该人员已经属于这个组织', en: 'the person belongs there already' },
};

/** The new organisation lies in the scope and exists; only officers of the county let somebody belong nowhere. */
async function checkPlace(
  { tx, scope }: Pick<ActionContext<WriteTx>, 'tx' | 'scope'>,
  organisation: string | null,
  from: string,
): Promise<void> {
  if (organisation === null) {
    if (!hasRole(scope, 'county-officer')) throw memberOfNeeded('organisation');
    return;
  }
  const outside = findOutsideLife('from', await getOrganisation(tx, scope, organisation), from, null);
  if (outside) throw fieldProblem(outside);
}

interface Before {
  readonly organisation: string | null;
  readonly since: string | null;
}

async function lockMember(tx: WriteTx, scope: Scope, id: string): Promise<Before> {
  const { rows } = await sql<Before>`select p.member_of as organisation, p.member_since as since
    from person p where p.jurisdiction_id = ${scope.jurisdiction} and p.id = ${id}::uuid
      and ${changeablePerson(scope)} for update of p`.execute(tx);
  if (!rows[0]) throw notFound(PERSON);
  return rows[0];
}

/** The first move of a person puts down where that one was before. */
async function withPresent(
  context: ActionContext<WriteTx>,
  { person, organisation, since }: Before & { readonly person: string },
  history: readonly Membership[],
): Promise<readonly Membership[]> {
  if (history.length > 0 || organisation === null) return history;
  const present = { id: uuidv7(), organisation, from: since, to: null };
  await startMembership(context, { ...present, person, knownOn: null });
  return [present];
}

const hasLeft = (history: readonly Membership[], from: string): boolean =>
  runningOf(history) === undefined && history.at(-1)?.to === dayBefore(from);

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
