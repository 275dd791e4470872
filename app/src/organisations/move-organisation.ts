import { defineWrite } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import { addEvents, isRecorded, touchOrganisations } from './event-writer.ts';
import { alreadySo, organisationNotFound } from './organisation-errors.ts';
import { getChangeable } from './organisation-reader.ts';
import { Changed, closed, EventId, On, Type, Uuid } from './organisation-schema.ts';
import { changeParent } from './organisation-writer.ts';
import { assertAlive, assertNoCycle, assertNotFuture, assertPlaceMayChange, lockTree } from './tree-guard.ts';

export const moveOrganisation = defineWrite({
  id: 'organisations.move',
  title: { 'zh-CN': '调整隶属', en: 'Move an organisation' },
  about: {
    'zh-CN': '从某日起，把一个组织连同其下级调整到另一个上级之下。',
    en: 'Puts an organisation, with all that lies below it, under another one from a day on.',
  },
  input: Type.Object(
    { id: PathId('The organisation.'), event: EventId, parent: Uuid('The organisation it moves under.'), on: On },
    closed,
  ),
  output: Changed,
  errors: ['future-day', 'not-alive', 'out-of-order', 'root', 'cycle', 'already-so', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, parent }) => ({ subject: id, detail: { parent } }),
  async run({ id, event, parent, on }, context) {
    const { tx, scope, today } = context;
    await lockTree(tx);
    const [organisation, above] = await getChangeable(tx, scope, [id, parent]);
    if (organisation === undefined || above === undefined) throw organisationNotFound();
    const moved = { id: event, organisation: id, kind: 'moved', on, data: { parent } } as const;
    if (await isRecorded(tx, moved)) return { changed: [id] };
    assertNotFuture(on, today);
    assertPlaceMayChange(organisation, on);
    assertAlive(above, on);
    if (organisation.parent === parent) throw alreadySo(organisation.name);
    await assertNoCycle(tx, organisation, above, on);
    await changeParent(tx, [id], parent, on);
    await addEvents(context, [moved]);
    await touchOrganisations(context, [id, organisation.parent, parent]);
    return { changed: [id] };
  },
});
