import { type ValueJson, valueToJson } from '@luoshi/engine';
import { sql } from 'kysely';
import { ROLES, type Scope } from '../platform/access/scope.ts';
import { visibleOrganisation } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Type, Uuid } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { ORGANISATION, readMeasuredWorld } from './measured-world.ts';
import { valueTable } from './value-table.ts';

export const readValues = defineRead({
  id: 'measures.values',
  title: { 'zh-CN': '指标数值', en: 'Values of measures' },
  about: {
    'zh-CN': '一个组织及其直接下级在一个时段的各项指标；“不知道”不算作零。',
    en: 'Every measure of an organisation and of those directly below it in a period; not known is not zero.',
  },
  input: Type.Object(
    {
      organisation: Uuid(),
      period: Type.String({ description: '2026-09, 2026-Q3, 2026 …' }),
      asOf: Type.Optional(Day()),
      measure: Type.Optional(Type.String({ description: 'Only this measure.' })),
    },
    closed,
  ),
  output: Type.Object({
    asOf: Type.String(),
    organisations: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })),
    values: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown()), {
      description: 'Value by measure and organisation.',
    }),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: valueTable,
  async run(input, { tx, scope, today }) {
    const asOf = input.asOf ?? today;
    const organisations = await readFamily(tx, scope, input.organisation, asOf);
    const { world, policy } = await readMeasuredWorld(tx, scope, { asOf, period: input.period });
    const ids = organisations.map((organisation) => organisation.id);
    const values: Record<string, Record<string, ValueJson>> = {};
    for (const measure of policy.measures.keys()) {
      if (input.measure && measure !== input.measure) continue;
      const found = policy.measure(world, { measure, period: input.period, asOf, organisations: ids });
      values[measure] = Object.fromEntries([...found].map(([id, value]) => [id, valueToJson(value)]));
    }
    return { asOf, organisations, values };
  },
});

interface Member {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** The organisation first, then its children, as of a day; only what the caller may see. */
async function readFamily(tx: ReadTx, scope: Scope, organisation: string, asOf: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select o.id, n.name, o.kind
    from organisation o
    join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id
      and n.valid_from <= ${asOf}::date and (n.valid_to is null or n.valid_to >= ${asOf}::date)
    left join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id
      and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to >= ${asOf}::date)
    where o.jurisdiction_id = ${scope.jurisdiction} and (o.id = ${organisation} or e.parent_id = ${organisation})
      and ${visibleOrganisation(scope, 'o.id')}
    order by (o.id = ${organisation}) desc, o.code nulls last, n.name`.execute(tx);
  if (rows[0]?.id !== organisation) throw ORGANISATION;
  return rows;
}
