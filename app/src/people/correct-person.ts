import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Nullable, PathId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { findOwner, getChecked, idNumberConflict } from './check-person.ts';
import type { PersonAttributes } from './person-attributes.ts';
import { AttributesSchema, KEEPING, NoteSchema, PersonName } from './person-schema.ts';
import { changeablePerson } from './person-scope.ts';
import { writePeople } from './person-writer.ts';
import { PERSON } from './problems.ts';

export const correctPerson = defineWrite({
  id: 'people.correct',
  title: { 'zh-CN': '更正人员信息', en: 'Correct a person' },
  about: {
    'zh-CN': '更正一名人员的登记信息；没有填写的项保持不变。',
    en: 'Corrects what is recorded of a person; what is not given stays as it is.',
  },
  input: Type.Object(
    {
      id: PathId('The person.'),
      name: Type.Optional(PersonName()),
      memberOf: Type.Optional(Nullable(Uuid('The organisation the person is a member of.'))),
      memberSince: Type.Optional(Nullable(Day())),
      idNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: 'GB 11643, 18 places.' })),
      phone: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      attributes: Type.Optional(AttributesSchema),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), notes: Type.Array(NoteSchema) }),
  errors: ['id-number', 'id-number-taken', 'phone', 'member-of-needed', 'secret-in-attribute', 'outside-the-system'],
  mayBeDoneBy: KEEPING,
  audit: ({ id, ...changed }) => ({ subject: id, detail: { fields: Object.keys(changed).join(' ') } }),
  async run({ id, ...changed }, context) {
    const before = await lockPerson(context.tx, context.scope, id);
    const { person, notes } = await getChecked(context, {
      id,
      name: (changed.name ?? before.name).trim(),
      memberOf: changed.memberOf === undefined ? before.memberOf : changed.memberOf,
      memberSince: changed.memberSince === undefined ? before.memberSince : changed.memberSince,
      idNumber: changed.idNumber ?? null,
      phone: changed.phone ?? null,
      attributes: changed.attributes ?? before.attributes,
    });
    const owner = await findOwner(context, person);
    if (owner !== undefined && owner !== id) throw idNumberConflict();
    await writePeople(context, [person]);
    return { id, notes: [...notes] };
  },
});

interface PersonRow {
  readonly name: string;
  readonly memberOf: string | null;
  readonly memberSince: string | null;
  readonly attributes: PersonAttributes;
}

async function lockPerson(tx: WriteTx, scope: Scope, id: string): Promise<PersonRow> {
  const { rows } =
    await sql<PersonRow>`select p.name, p.member_of as "memberOf", p.member_since as "memberSince", p.attributes
    from person p where p.jurisdiction_id = ${scope.jurisdiction} and p.id = ${id}::uuid
      and ${changeablePerson(scope)} for update of p`.execute(tx);
  if (!rows[0]) throw notFound(PERSON);
  return rows[0];
}
