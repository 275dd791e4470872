import { defineWrite } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import { addEvents, isRecorded, touchOrganisations } from './event-writer.ts';
import { organisationNotFound, orphans } from './organisation-errors.ts';
import { getChangeable, readChildrenSince } from './organisation-reader.ts';
import { Changed, closed, Day, EventId, Type } from './organisation-schema.ts';
import { endOrganisations } from './organisation-writer.ts';
import { assertMayEnd, assertNotFuture, lockTree } from './tree-guard.ts';

export const dissolveOrganisation = defineWrite({
  id: 'organisations.dissolve',
  title: { 'zh-CN': '撤销组织', en: 'Dissolve an organisation' },
  about: {
    'zh-CN': '从某日起组织不再存在；其记录仍可查阅。尚有下级组织的不能撤销。',
    en: 'Ends an organisation; its records stay readable. One with organisations below it cannot be dissolved.',
  },
  input: Type.Object(
    {
      id: PathId('The organisation.'),
      event: EventId,
      on: Day('The first day on which it no longer exists; today or earlier.'),
    },
    closed,
  ),
  output: Changed,
  errors: ['future-day', 'not-alive', 'out-of-order', 'too-short', 'root', 'orphans', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id }) => ({ subject: id }),
  async run({ id, event, on }, context) {
    const { tx, scope, today } = context;
    await lockTree(tx);
    const [organisation] = await getChangeable(tx, scope, [id]);
    if (organisation === undefined) throw organisationNotFound();
    const dissolved = { id: event, organisation: id, kind: 'dissolved', on, data: {} } as const;
    if (await isRecorded(tx, dissolved)) return { changed: [id] };
    assertNotFuture(on, today);
    assertMayEnd(organisation, on);
    const children = await readChildrenSince(tx, [id], on);
    if (children.length > 0)
      throw orphans(
        organisation.name,
        children.map(({ name }) => name),
      );
    await endOrganisations(tx, [id], on);
    await addEvents(context, [dissolved]);
    await touchOrganisations(context, [id, organisation.parent]);
    return { changed: [id] };
  },
});
