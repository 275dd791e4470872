import { findKinds, organisationProblem } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { invalid } from '../platform/actions/action-error.ts';
import { NewId } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { addEvents, touchOrganisations } from './event-writer.ts';
import type { NewOrganisation } from './organisation.ts';
import { codeTaken, otherContent, rootTaken } from './organisation-errors.ts';
import { findRoot, getChangeable } from './organisation-reader.ts';
import { Attributes, Changed, Code, closed, Kind, Name, On, Type, Uuid } from './organisation-schema.ts';
import { insertOrganisation } from './organisation-writer.ts';
import { assertAlive, assertNotFuture, lockTree } from './tree-guard.ts';

export const foundOrganisation = defineWrite({
  id: 'organisations.found',
  title: { 'zh-CN': '成立组织', en: 'Found an organisation' },
  about: {
    'zh-CN': '登记一个新成立的组织及其上级。没有上级的只能是本辖区的最上级组织。',
    en: 'Records a new organisation and its parent. Only the top of the jurisdiction has none.',
  },
  input: Type.Object(
    {
      id: NewId(),
      kind: Kind,
      name: Name,
      code: Type.Optional(Code),
      parent: Type.Optional(Uuid('The organisation it stands under.')),
      on: On,
      attributes: Type.Optional(Attributes),
    },
    closed,
  ),
  output: Changed,
  errors: ['future-day', 'not-alive', 'root-taken', 'code-taken', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, kind }) => ({ subject: id, detail: { kind } }),
  async run(input, context) {
    const { tx, scope, today } = context;
    const { on } = input;
    const organisation: NewOrganisation = {
      id: input.id,
      kind: input.kind,
      name: input.name.trim(),
      code: input.code ?? null,
      parent: input.parent ?? null,
      attributes: input.attributes ?? {},
    };
    await lockTree(tx);
    if (await isFounded(tx, organisation, on)) return { changed: [input.id] };
    assertNotFuture(on, today);
    const parentKind = await assertPlace(tx, scope, organisation, on);
    await assertKind(tx, today, organisation.kind, parentKind);
    await assertCodeFree(tx, organisation.code);
    await insertOrganisation(tx, organisation, on);
    const data = { name: organisation.name, kind: organisation.kind, parent: organisation.parent };
    await addEvents(context, [{ organisation: organisation.id, kind: 'founded', on, data }]);
    await touchOrganisations(context, [organisation.id, organisation.parent]);
    return { changed: [organisation.id] };
  },
});

async function isFounded(tx: WriteTx, organisation: NewOrganisation, on: string): Promise<boolean> {
  const found = await tx
    .selectFrom('organisation_event as v')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.jurisdiction_id', '=', 'v.jurisdiction_id').onRef('o.id', '=', 'v.organisation_id'),
    )
    .select(['o.code', 'v.happened_on as on', 'v.data'])
    .where('v.jurisdiction_id', '=', tx.jurisdictionId)
    .where('v.organisation_id', '=', organisation.id)
    .where('v.kind', '=', 'founded')
    .executeTakeFirst();
  if (found === undefined) return false;
  const { name, kind, parent } = found.data as { name?: string; kind?: string; parent?: string | null };
  const recorded = [name, kind, parent, found.code, found.on];
  const wanted = [organisation.name, organisation.kind, organisation.parent, organisation.code, on];
  if (recorded.some((value, i) => value !== wanted[i])) throw otherContent();
  return true;
}

async function assertPlace(tx: WriteTx, scope: Scope, { parent }: NewOrganisation, on: string): Promise<string | null> {
  if (parent !== null) {
    const [above] = await getChangeable(tx, scope, [parent]);
    if (above !== undefined) assertAlive(above, on);
    return above?.kind ?? null;
  }
  const root = await findRoot(tx);
  if (root !== undefined) throw rootTaken(root.name);
  return null;
}

/** Kinds come from the packs in force, and so does what may stand under what. */
async function assertKind(tx: WriteTx, today: string, kind: string, parentKind: string | null): Promise<void> {
  const kinds = await findKinds(tx, tx.jurisdictionId, today);
  const problem = kinds && organisationProblem(kinds, kind, parentKind);
  if (problem) throw invalid('kind', problem.words, [problem]);
}

export async function assertCodeFree(tx: WriteTx, code: string | null): Promise<void> {
  if (code === null) return;
  const taken = await tx
    .selectFrom('organisation as o')
    .innerJoin('organisation_name as n', (join) =>
      join.onRef('n.jurisdiction_id', '=', 'o.jurisdiction_id').onRef('n.organisation_id', '=', 'o.id'),
    )
    .select('n.name')
    .where('o.jurisdiction_id', '=', tx.jurisdictionId)
    .where('o.code', '=', code)
    .where('n.valid_to', 'is', null)
    .executeTakeFirst();
  if (taken !== undefined) throw codeTaken(code, taken.name);
}
