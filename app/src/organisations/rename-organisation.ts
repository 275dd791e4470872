import { defineWrite } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import { addEvents, isRecorded, touchOrganisations } from './event-writer.ts';
import { alreadySo, organisationNotFound, outOfOrder } from './organisation-errors.ts';
import { getChangeable } from './organisation-reader.ts';
import { Changed, closed, EventId, Name, On, Type } from './organisation-schema.ts';
import { changeName } from './organisation-writer.ts';
import { assertAlive, assertNotFuture, lockTree } from './tree-guard.ts';

export const renameOrganisation = defineWrite({
  id: 'organisations.rename',
  title: { 'zh-CN': '组织更名', en: 'Rename an organisation' },
  about: {
    'zh-CN': '从某日起使用新名称；此前的记录仍显示当时的名称。',
    en: 'Gives a new name from a day on; what was before keeps the name of its day.',
  },
  input: Type.Object({ id: PathId('The organisation.'), event: EventId, name: Name, on: On }, closed),
  output: Changed,
  errors: ['future-day', 'not-alive', 'out-of-order', 'already-so', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id }) => ({ subject: id }),
  async run({ id, event, name: given, on }, context) {
    const { tx, scope, today } = context;
    const name = given.trim();
    await lockTree(tx);
    const [organisation] = await getChangeable(tx, scope, [id]);
    if (organisation === undefined) throw organisationNotFound();
    const renamed = { id: event, organisation: id, kind: 'renamed', on, data: { name } } as const;
    if (await isRecorded(tx, renamed)) return { changed: [id] };
    assertNotFuture(on, today);
    assertAlive(organisation, on);
    if (organisation.name === name) throw alreadySo(name);
    if (organisation.nameSince > on) throw outOfOrder(organisation.name, organisation.nameSince, on);
    await changeName(tx, id, name, on);
    await addEvents(context, [renamed]);
    await touchOrganisations(context, [id]);
    return { changed: [id] };
  },
});
