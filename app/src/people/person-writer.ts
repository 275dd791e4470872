import { isDeepStrictEqual } from 'node:util';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import { touch } from '../platform/touched/touched.ts';
import { followCorrections } from './membership-writer.ts';
import { namePinyin } from './name-pinyin.ts';
import type { PersonDraft } from './person.ts';
import { writeSecrets } from './person-secrets.ts';

type Context = Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction' | 'keys' | 'now' | 'today'>;

/** How a person stands to what is recorded already. */
export type Standing = 'new' | 'same' | 'changed';

/** Compares drafts with the people recorded under their ids. ID number and phone are not compared. */
export async function comparePeople(
  tx: ReadTx,
  jurisdiction: string,
  people: readonly PersonDraft[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name', 'member_of', 'member_since', 'attributes'])
    .where('jurisdiction_id', '=', jurisdiction)
    .where((where) => where('id', '=', where.fn.any(where.val(people.map((person) => person.id)))))
    .execute();
  const known = new Map(rows.map(({ id, ...content }) => [id, content]));
  const standing = (person: PersonDraft): Standing => {
    const before = known.get(person.id);
    if (!before) return 'new';
    const { name, memberOf, memberSince, attributes } = person;
    const now = { name, member_of: memberOf, member_since: memberSince, attributes };
    return isDeepStrictEqual({ ...before }, now) ? 'same' : 'changed';
  };
  return new Map(people.map((person) => [person.id, standing(person)]));
}

/** Records people under their ids: new ones are made, known ones become what the draft says. */
export async function writePeople(context: Context, people: readonly PersonDraft[]): Promise<void> {
  const { tx, jurisdiction, now } = context;
  for (let at = 0; at < people.length; at += 1000) await upsert(tx, jurisdiction, people.slice(at, at + 1000));
  await followCorrections(
    context,
    people.map(({ id }) => id),
  );
  await writeSecrets(context, people);
  await touch(
    tx,
    jurisdiction,
    now,
    people.map(({ id }) => ({ kind: 'person', id })),
  );
}

async function upsert(tx: WriteTx, jurisdiction: string, people: readonly PersonDraft[]): Promise<void> {
  const rows = people.map((person) => ({
    jurisdiction_id: jurisdiction,
    id: person.id,
    name: person.name,
    ...namePinyin(person.name),
    member_of: person.memberOf,
    member_since: person.memberSince,
    attributes: person.attributes,
  }));
  await tx
    .insertInto('person')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'id']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        pinyin: row.ref('excluded.pinyin'),
        initials: row.ref('excluded.initials'),
        member_of: row.ref('excluded.member_of'),
        member_since: row.ref('excluded.member_since'),
        attributes: row.ref('excluded.attributes'),
      })),
    )
    .execute();
}
