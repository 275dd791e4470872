import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { getVisible } from './organisation-reader.ts';
import { closed, Day, Node, Nullable, Type, Uuid } from './organisation-schema.ts';
import { readSuccession } from './succession-reader.ts';
import { readAncestors, readVisibleTree } from './tree-reader.ts';

const Relative = Type.Object({ id: Uuid(), name: Type.String(), on: Day(), share: Nullable(Type.Number()) });

export const getOrganisation = defineRead({
  id: 'organisations.get',
  title: { 'zh-CN': '查看组织', en: 'Show an organisation' },
  about: {
    'zh-CN': '显示一个组织的名称、隶属、下级与沿革。',
    en: 'Shows an organisation: names, place, what lies below it, and what happened to it.',
  },
  input: Type.Object({ id: PathId('The organisation.'), asOf: Type.Optional(Day()) }, closed),
  output: Type.Object({
    id: Uuid(),
    kind: Type.String(),
    code: Nullable(Type.String()),
    name: Type.String(),
    parent: Nullable(Uuid()),
    foundedOn: Day(),
    dissolvedOn: Nullable(Day('Its last day.')),
    today: Day('The day that it is there.'),
    path: Type.Array(Type.String(), { description: 'Names from the top down to the organisation itself.' }),
    children: Type.Array(Node),
    attributes: Type.Record(Type.String(), Type.Unknown()),
    names: Type.Array(Type.Object({ name: Type.String(), from: Day(), to: Nullable(Day()) })),
    predecessors: Type.Array(Relative, { description: 'Whose record it carries on.' }),
    successors: Type.Array(Relative, { description: 'Who carries on its record.' }),
    events: Type.Array(Type.Object({ id: Uuid(), kind: Type.String(), on: Day(), recordedAt: Type.String() })),
  }),
  errors: [],
  mayBeDoneBy: ROLES,
  async run({ id, asOf }, { tx, scope, today }) {
    const { nameSince: _name, placeSince: _place, ...organisation } = await getVisible(tx, scope, id);
    const day = asOf === today ? undefined : asOf;
    const ancestors = await readAncestors(tx, id, day);
    const below = await readVisibleTree(tx, scope, { root: id, asOf: day });
    return {
      ...organisation,
      today,
      name: ancestors[0]?.name ?? organisation.name,
      path: ancestors.map(({ name }) => name).toReversed(),
      children: below.filter((node) => node.parent === id),
      attributes: await readAttributes(tx, id),
      names: await readNames(tx, id),
      ...(await readSuccession(tx, id)),
      events: await readEvents(tx, id),
    };
  },
});

async function readAttributes(tx: ReadTx, id: string): Promise<Record<string, unknown>> {
  const { attributes } = await tx
    .selectFrom('organisation')
    .select('attributes')
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return attributes as Record<string, unknown>;
}

const readNames = (tx: ReadTx, id: string) =>
  tx
    .selectFrom('organisation_name')
    .select(['name', 'valid_from as from', 'valid_to as to'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('organisation_id', '=', id)
    .orderBy('valid_from')
    .execute();

const readEvents = (tx: ReadTx, id: string) =>
  tx
    .selectFrom('organisation_event')
    .select(['id', 'kind', 'happened_on as on', 'recorded_at as recordedAt'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('organisation_id', '=', id)
    .orderBy('happened_on')
    .orderBy('recorded_at')
    .execute();
