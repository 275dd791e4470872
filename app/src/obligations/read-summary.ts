import { sql } from 'kysely';
import { ROLES, type Scope } from '../platform/access/scope.ts';
import { inSubtree } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Type, Uuid } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

const Lights = Type.Object({
  overdue: Type.Integer(),
  beyond: Type.Integer(),
  due_soon: Type.Integer(),
  not_known: Type.Integer(),
  open: Type.Integer(),
  late: Type.Integer(),
  met: Type.Integer(),
  excused: Type.Integer(),
});

export const readSummary = defineRead({
  id: 'obligations.summary',
  title: { 'zh-CN': '汇总', en: 'Summary' },
  about: {
    'zh-CN': '一个组织及其直接下级各自（含全部下级）当前的灯数，逐项职责。',
    en: 'Current lights of an organisation and of each one directly below it, all their subtrees included, duty by duty.',
  },
  input: Type.Object({ organisation: Uuid() }, closed),
  output: Type.Object({
    organisations: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        duties: Type.Record(Type.String(), Lights),
      }),
    ),
  }),
  errors: [],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ organisation }, { tx, scope }) {
    const rows = await readRollups(tx, scope, organisation);
    if (rows.length === 0) throw notFound({ 'zh-CN': '该组织', en: 'This organisation' });
    const byId = Map.groupBy(rows, (row) => row.id);
    return {
      organisations: [...byId.values()].map((own) => ({
        id: own[0]?.id ?? '',
        name: own[0]?.name ?? '',
        kind: own[0]?.kind ?? '',
        duties: Object.fromEntries(own.flatMap((row) => (row.obligation ? [[row.obligation, row.lights]] : []))),
      })),
    };
  },
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly obligation: string | null;
  readonly lights: Record<
    'overdue' | 'beyond' | 'due_soon' | 'not_known' | 'open' | 'late' | 'met' | 'excused',
    number
  >;
}

/** Whole subtrees are only for those whose scope holds the subtree. */
async function readRollups(tx: ReadTx, scope: Scope, organisation: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.id, n.name, o.kind, r.obligation, jsonb_build_object('overdue', r.overdue, 'beyond', r.beyond, 'due_soon', r.due_soon,
      'not_known', r.not_known, 'open', r.open, 'late', r.late, 'met', r.met, 'excused', r.excused) as lights
    from organisation_closure c
    join organisation o on o.jurisdiction_id = c.jurisdiction_id and o.id = c.descendant_id
    join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id and n.valid_to is null
    left join rollup r on r.jurisdiction_id = o.jurisdiction_id and r.organisation_id = o.id
    where c.jurisdiction_id = ${scope.jurisdiction} and c.ancestor_id = ${organisation} and c.depth <= 1
      and ${inSubtree(scope, 'o.id')}
    order by c.depth, o.code nulls last, n.name, r.obligation`.execute(tx);
  return rows;
}
