import { defineWrite } from '../platform/actions/action.ts';
import { NewId, PathId } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { addEvents, isRecorded, type NewEvent, touchOrganisations } from './event-writer.ts';
import { assertCodeFree } from './found-organisation.ts';
import type { CurrentOrganisation } from './organisation.ts';
import { notBelow, organisationNotFound, orphans, outOfOrder, sharesTooMuch } from './organisation-errors.ts';
import { getChangeable, readChildrenSince } from './organisation-reader.ts';
import {
  Attributes,
  Changed,
  Code,
  closed,
  EventId,
  Kind,
  Name,
  On,
  Share,
  type Static,
  Type,
  Uuid,
} from './organisation-schema.ts';
import { changeParent, endOrganisations, insertOrganisation } from './organisation-writer.ts';
import { insertSuccessions } from './succession-writer.ts';
import { assertMayEnd, assertNotFuture, assertPlaceMayChange, lockTree } from './tree-guard.ts';

const Part = Type.Object(
  {
    id: NewId(),
    kind: Type.Optional(Kind),
    name: Name,
    code: Type.Optional(Code),
    attributes: Type.Optional(Attributes),
    share: Type.Optional(Share),
    children: Type.Optional(
      Type.Array(Uuid(), { maxItems: 2000, description: 'Which of its children go with this part.' }),
    ),
  },
  closed,
);
type Part = Static<typeof Part>;

export const splitOrganisation = defineWrite({
  id: 'organisations.split',
  title: { 'zh-CN': '分设组织', en: 'Split an organisation' },
  about: {
    'zh-CN':
      '从某日起，由一个组织分设出若干新组织，并指定哪些下级归属哪一个、承继原组织此前记录的几成；原组织可保留或终止。',
    en: 'From a day on, parts of an organisation become organisations of their own, each with the children named and the share of its record that it carries on; the old one goes on or ends.',
  },
  input: Type.Object(
    {
      id: PathId('The organisation that is split.'),
      event: EventId,
      parts: Type.Array(Part, { minItems: 1, maxItems: 50 }),
      ends: Type.Boolean({ description: 'Whether the old organisation ends with the split.' }),
      on: On,
    },
    closed,
  ),
  output: Changed,
  errors: [
    'future-day',
    'not-alive',
    'out-of-order',
    'too-short',
    'root',
    'orphans',
    'not-below',
    'code-taken',
    'shares',
    'other-content',
  ],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, parts }) => ({ subject: id, detail: { parts: parts.length } }),
  async run({ id, event, parts, ends, on }, context) {
    const { tx, scope, today } = context;
    await lockTree(tx);
    const [source] = await getChangeable(tx, scope, [id]);
    if (source === undefined) throw organisationNotFound();
    const split = { id: event, organisation: id, kind: 'split', on, data: { parts, ends } } as const;
    const changed = [id, ...parts.map((part) => part.id)];
    if (await isRecorded(tx, split)) return { changed };
    assertNotFuture(on, today);
    if (ends) assertMayEnd(source, on);
    else assertPlaceMayChange(source, on);
    await assertChildren(tx, source, parts, ends, on);
    const events: NewEvent[] = [split];
    assertShares(source, parts);
    for (const part of parts) events.push(...(await setApart(tx, source, part, on)));
    if (ends) await endOrganisations(tx, [id], on);
    await addEvents(context, events);
    const all = [...new Set([...changed, ...events.map(({ organisation }) => organisation)])];
    await touchOrganisations(context, [...all, source.parent]);
    return { changed: all };
  },
});

async function assertChildren(
  tx: WriteTx,
  source: CurrentOrganisation,
  parts: readonly Part[],
  ends: boolean,
  on: string,
) {
  const children = await readChildrenSince(tx, [source.id], on);
  const going = new Set(parts.flatMap((part) => part.children ?? []));
  for (const id of going) {
    const child = children.find((one) => one.id === id);
    if (child === undefined) throw notBelow(source.name, id);
    if (child.since > on || child.until !== null) throw outOfOrder(child.name, child.until ?? child.since, on);
  }
  const left = children.filter((child) => !going.has(child.id));
  if (ends && left.length > 0)
    throw orphans(
      source.name,
      left.map(({ name }) => name),
    );
}

/** Parts without a share carry nothing on. */
function assertShares({ name }: CurrentOrganisation, parts: readonly Part[]): void {
  const billionths = parts.reduce((sum, { share = 0 }) => sum + Math.round(share * 1e9), 0);
  if (billionths > 1e9) throw sharesTooMuch(name);
}

async function setApart(tx: WriteTx, source: CurrentOrganisation, part: Part, on: string): Promise<NewEvent[]> {
  const { id, code = null, kind = source.kind, children = [], attributes = {} } = part;
  const name = part.name.trim();
  await assertCodeFree(tx, code);
  await insertOrganisation(tx, { id, kind, name, code, parent: source.parent, attributes }, on);
  await changeParent(tx, children, id, on);
  if (part.share !== undefined) await insertSuccessions(tx, id, [{ organisation: source.id, share: part.share }], on);
  return [
    { organisation: id, kind: 'founded', on, data: { name, kind, parent: source.parent, from: source.id } },
    ...children.map((child) => ({ organisation: child, kind: 'moved' as const, on, data: { parent: id } })),
  ];
}
