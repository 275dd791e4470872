import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { findKinds, organisationProblem } from '../packs/index.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { type FieldError, invalid } from '../platform/actions/action-error.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { rebuildClosure } from './closure-writer.ts';
import { addEvents, touchOrganisations } from './event-writer.ts';
import { type ImportRow, type Known, planImport } from './import-plan.ts';
import { insertMany } from './import-writer.ts';
import type { NewOrganisation } from './organisation.ts';
import { rootTaken } from './organisation-errors.ts';
import { findRoot } from './organisation-reader.ts';
import { Attributes, Code, closed, Kind, Name, On, Type } from './organisation-schema.ts';
import { insertSuccessions } from './succession-writer.ts';
import { assertNotFuture, lockTree } from './tree-guard.ts';

const Row = Type.Object(
  {
    code: Code,
    name: Name,
    kind: Kind,
    parent: Type.Optional(
      Type.String({ maxLength: 40, description: 'Code of the organisation above; empty for the top.' }),
    ),
    attributes: Type.Optional(Attributes),
    succeeds: Type.Optional(
      Type.Array(Code, {
        maxItems: 50,
        uniqueItems: true,
        description: 'Codes of those whose record it carries on from its first day.',
      }),
    ),
  },
  closed,
);

export const importOrganisations = defineWrite({
  id: 'organisations.import',
  title: { 'zh-CN': '导入组织', en: 'Import organisations' },
  about: {
    'zh-CN': '按名单一次成立多个组织：全部成功或全部不变。已登记且相同的行不产生变化。',
    en: 'Founds the organisations of a list, all of them or none. Rows that repeat what is recorded change nothing.',
  },
  input: Type.Object(
    {
      rows: Type.Array(Row, { minItems: 1, maxItems: 100_000 }),
      on: On,
      dryRun: Type.Optional(Type.Boolean({ description: 'Only say what would happen.' })),
    },
    closed,
  ),
  output: Type.Object({ founded: Type.Integer(), unchanged: Type.Integer() }),
  errors: ['import-problems', 'future-day', 'root-taken'],
  mayBeDoneBy: ['county-officer'],
  bodyLimit: 32 * 1024 * 1024,
  audit: ({ rows }) => ({ detail: { rows: rows.length } }),
  async run({ rows, on, dryRun = false }, context) {
    const { tx, today } = context;
    assertNotFuture(on, today);
    await lockTree(tx);
    const known = await readKnown(context, rows, on);
    const clean = rows.map((row) => ({ ...row, name: row.name.trim() }));
    const { founded, unchanged, problems } = planImport(clean, known);
    const wrong = [...problems, ...(await kindProblems(context, clean, founded, known))];
    if (wrong.length > 0) throw importProblems(wrong);
    await assertOneRoot(tx, founded);
    if (!dryRun && founded.length > 0) await found(context, founded, known, on);
    return { founded: founded.length, unchanged };
  },
});

async function found(
  context: ActionContext<WriteTx>,
  rows: readonly ImportRow[],
  known: ReadonlyMap<string, Known>,
  on: string,
): Promise<void> {
  const ids = new Map(rows.map((row) => [row.code, uuidv7()]));
  const idOf = (code: string): string | undefined => ids.get(code) ?? known.get(code)?.id;
  const organisations = rows.map(
    (row): NewOrganisation => ({
      id: idOf(row.code) ?? '',
      kind: row.kind,
      code: row.code,
      name: row.name,
      parent: idOf(row.parent ?? '') ?? null,
      attributes: row.attributes ?? {},
    }),
  );
  await insertMany(context.tx, organisations, on);
  await rebuildClosure(context.tx);
  for (let i = 0; i < organisations.length; i += 1000) {
    const some = organisations.slice(i, i + 1000);
    const events = some.map(({ id, name, kind, parent }) => ({
      organisation: id,
      kind: 'founded' as const,
      on,
      data: { name, kind, parent },
    }));
    await addEvents(context, events);
  }
  for (const row of rows) {
    const predecessors = (row.succeeds ?? []).map((code) => ({ organisation: idOf(code) ?? '', share: null }));
    await insertSuccessions(context.tx, idOf(row.code) ?? '', predecessors, on);
  }
  await touchOrganisations(
    context,
    organisations.map(({ id }) => id),
  );
}

/** What is recorded under the codes that the list names. A parent has to live on the day. */
async function readKnown(
  { tx, scope }: ActionContext<WriteTx>,
  rows: readonly ImportRow[],
  on: string,
): Promise<ReadonlyMap<string, Known>> {
  const codes = [...new Set(rows.flatMap((row) => [row.code, row.parent ?? '', ...(row.succeeds ?? [])]))];
  const { rows: known } = await sql<Known>`
    select o.id, o.code, o.kind, n.name, p.code as "parentCode",
      o.founded_on <= ${on}::date and o.dissolved_on is null as alive, ${inSubtree(scope, 'o.id')} as "inScope"
    from organisation o
    join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id and n.valid_to is null
    left join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id and e.valid_to is null
    left join organisation p on p.jurisdiction_id = o.jurisdiction_id and p.id = e.parent_id
    where o.jurisdiction_id = ${tx.jurisdictionId} and o.code = any(${codes}::text[])`.execute(tx);
  return new Map(known.map((one) => [one.code, one]));
}

async function assertOneRoot(tx: WriteTx, founded: readonly ImportRow[]): Promise<void> {
  const [first, second] = founded.filter((row) => (row.parent ?? '') === '');
  if (first === undefined) return;
  const root = await findRoot(tx);
  if (root !== undefined) throw rootTaken(root.name);
  if (second !== undefined) throw rootTaken(first.name);
}

/** Rows whose kind the packs in force do not name, or not under such a parent. */
async function kindProblems(
  { tx, jurisdiction, today }: ActionContext<WriteTx>,
  rows: readonly ImportRow[],
  founded: readonly ImportRow[],
  known: ReadonlyMap<string, Known>,
): Promise<FieldError[]> {
  const kinds = await findKinds(tx, jurisdiction, today);
  if (!kinds) return [];
  const kindOf = new Map([...known.values(), ...rows].map((one) => [one.code, one.kind]));
  const isNew = new Set(founded.map((row) => row.code));
  return rows.flatMap((row, i) => {
    const problem = isNew.has(row.code)
      ? organisationProblem(kinds, row.kind, kindOf.get(row.parent ?? '') ?? null)
      : undefined;
    return problem ? [{ ...problem, field: `rows.${i}.${problem.field}` }] : [];
  });
}

function importProblems(problems: readonly FieldError[]) {
  return invalid(
    'import-problems',
    {
      'zh-CN': `名单有 ${problems.length} 处问题，没有导入任何一行。`,
      en: `The list has ${problems.length} problem(s); no row was imported.`,
    },
    problems,
  );
}
