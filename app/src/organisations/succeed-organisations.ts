import { defineWrite } from '../platform/actions/action.ts';
import { PathId } from '../platform/actions/schema.ts';
import { addEvents, isRecorded, touchOrganisations } from './event-writer.ts';
import { organisationNotFound } from './organisation-errors.ts';
import { getChangeable } from './organisation-reader.ts';
import { Changed, closed, EventId, On, Share, Type, Uuid } from './organisation-schema.ts';
import { assertMaySucceed, insertSuccessions } from './succession-writer.ts';
import { assertAlive, assertNotFuture, lockTree } from './tree-guard.ts';

const Predecessor = Type.Object(
  { organisation: Uuid('Whose record is carried on.'), share: Type.Optional(Share) },
  closed,
);

export const succeedOrganisations = defineWrite({
  id: 'organisations.succeed',
  title: { 'zh-CN': '登记承继', en: 'Record a succession' },
  about: {
    'zh-CN':
      '从某日起，一个组织承继若干组织此前的记录：新设合并、拆分，或名单导入之后补登。并入（organisations.merge）已自动登记。规则是否读取，由制度包写明。',
    en: 'From a day on, an organisation carries on what others recorded before: after a merger into a new one, a division, or an import. Merging records it by itself. Whether a rule reads it is for the pack to say.',
  },
  input: Type.Object(
    {
      id: PathId('The organisation that carries it on.'),
      event: EventId,
      predecessors: Type.Array(Predecessor, { minItems: 1, maxItems: 50 }),
      on: On,
    },
    closed,
  ),
  output: Changed,
  errors: ['future-day', 'not-alive', 'already-succeeds', 'shares', 'other-content'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, predecessors }) => ({ subject: id, detail: { predecessors: predecessors.length } }),
  async run({ id, event, predecessors: given, on }, context) {
    const { tx, scope, today } = context;
    const shareOf = new Map(given.map(({ organisation, share }) => [organisation, share ?? null]));
    const ids = [...shareOf.keys()].sort();
    await lockTree(tx);
    const [heir, ...predecessors] = await getChangeable(tx, scope, [id, ...ids]);
    if (heir === undefined) throw organisationNotFound();
    const of = ids.map((organisation) => ({ organisation, share: shareOf.get(organisation) ?? null }));
    const succeeded = { id: event, organisation: id, kind: 'succeeded', on, data: { of } } as const;
    const changed = [id, ...ids];
    if (await isRecorded(tx, succeeded)) return { changed };
    assertNotFuture(on, today);
    assertAlive(heir, on);
    for (const one of predecessors) await assertMaySucceed(tx, heir, one, shareOf.get(one.id) ?? null);
    await insertSuccessions(tx, id, of, on);
    await addEvents(context, [succeeded]);
    await touchOrganisations(context, changed);
    return { changed };
  },
});
