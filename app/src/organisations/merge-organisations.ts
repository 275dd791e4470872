import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { addEvents, isRecorded, type NewEvent, touchOrganisations } from './event-writer.ts';
import type { CurrentOrganisation } from './organisation.ts';
import { cycle, organisationNotFound, outOfOrder } from './organisation-errors.ts';
import { getChangeable, readChildrenSince } from './organisation-reader.ts';
import { Changed, closed, EventId, On, Type, Uuid } from './organisation-schema.ts';
import { changeParent, endOrganisations } from './organisation-writer.ts';
import { insertSuccessions } from './succession-writer.ts';
import { assertAlive, assertMayEnd, assertNoCycle, assertNotFuture, lockTree } from './tree-guard.ts';

export const mergeOrganisations = defineWrite({
  id: 'organisations.merge',
  title: { 'zh-CN': '合并组织', en: 'Merge organisations' },
  about: {
    'zh-CN': '从某日起，把若干组织并入另一个组织；它们的下级随之转入，它们此前的记录由其承继。新设合并请先成立新组织。',
    en: 'From a day on, organisations become part of another one, which carries on their record; what lies below them moves there. For a merger into a new one, found it first.',
  },
  input: Type.Object(
    {
      id: PathId('The organisation that goes on.'),
      event: EventId,
      sources: Type.Array(Uuid(), { minItems: 1, maxItems: 50, description: 'The organisations that end.' }),
      on: On,
    },
    closed,
  ),
  output: Changed,
  errors: ['future-day', 'not-alive', 'out-of-order', 'too-short', 'root', 'cycle', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, sources }) => ({ subject: id, detail: { sources: sources.length } }),
  async run({ id, event, sources: given, on }, context) {
    const { tx, scope, today } = context;
    const ids = [...new Set(given)].sort();
    await lockTree(tx);
    const [into, ...sources] = await getChangeable(tx, scope, [id, ...ids]);
    if (into === undefined) throw organisationNotFound();
    const absorbed = { id: event, organisation: id, kind: 'absorbed', on, data: { sources: ids } } as const;
    if (await isRecorded(tx, absorbed)) return { changed: [id, ...ids] };
    assertNotFuture(on, today);
    assertAlive(into, on);
    for (const source of sources) await assertMayMerge(tx, source, into, on);
    const children = await takeOver(context, ids, into, on);
    await endOrganisations(tx, ids, on);
    const events: NewEvent[] = [
      absorbed,
      ...ids.map((organisation) => ({ organisation, kind: 'merged' as const, on, data: { into: id } })),
      ...children.map((organisation) => ({ organisation, kind: 'moved' as const, on, data: { parent: id } })),
    ];
    const own = ids.map((organisation) => ({ organisation, share: null }));
    await insertSuccessions(tx, id, own, on);
    await addEvents(context, events);
    await touchOrganisations(context, [id, ...ids, ...children, ...sources.map(({ parent }) => parent)]);
    return { changed: [id, ...ids, ...children] };
  },
});

async function assertMayMerge(tx: WriteTx, source: CurrentOrganisation, into: CurrentOrganisation, on: string) {
  if (source.id === into.id) throw cycle(source.name, into.name);
  assertMayEnd(source, on);
  await assertNoCycle(tx, source, into, on);
}

/** Children of those that end, except those that end with them, go under `into`. */
async function takeOver(
  { tx }: ActionContext<WriteTx>,
  ending: readonly string[],
  into: CurrentOrganisation,
  on: string,
): Promise<string[]> {
  const children = await readChildrenSince(tx, ending, on);
  const late = children.find((child) => child.since > on || child.until !== null);
  if (late !== undefined) throw outOfOrder(late.name, late.until ?? late.since, on);
  const moving = children.map((child) => child.id).filter((id) => !ending.includes(id));
  await changeParent(tx, moving, into.id, on);
  return moving;
}
