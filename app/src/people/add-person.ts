import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { closed, Day, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { findOwner, getChecked, idNumberConflict } from './check-person.ts';
import type { PersonDraft } from './person.ts';
import { AttributesSchema, KEEPING, NoteSchema, PersonName } from './person-schema.ts';
import { comparePeople, writePeople } from './person-writer.ts';
import { otherContent, PERSON } from './problems.ts';

export const addPerson = defineWrite({
  id: 'people.add',
  title: { 'zh-CN': '登记人员', en: 'Add a person' },
  about: {
    'zh-CN': '登记一名工作所需的人员。身份证号和电话加密另存，不出现在名单、日志和审计中。',
    en: 'Records a person whom work needs. ID number and phone are encrypted apart and stand in no list, log or audit.',
  },
  input: Type.Object(
    {
      id: NewId(),
      name: PersonName(),
      memberOf: Type.Optional(Uuid('The organisation the person is a member of.')),
      memberSince: Type.Optional(Day()),
      idNumber: Type.Optional(Type.String({ maxLength: 40, description: 'GB 11643, 18 places.' })),
      phone: Type.Optional(Type.String({ maxLength: 40 })),
      attributes: Type.Optional(AttributesSchema),
    },
    closed,
  ),
  output: Type.Object({ id: Uuid(), again: Type.Boolean(), notes: Type.Array(NoteSchema) }),
  errors: ['id-number', 'id-number-taken', 'phone', 'member-of-needed', 'other-content', 'secret-in-attribute'],
  mayBeDoneBy: KEEPING,
  audit: ({ id }) => ({ subject: id }),
  async run(input, context) {
    const { person, notes } = await getChecked(context, {
      id: input.id,
      name: input.name.trim(),
      memberOf: input.memberOf ?? null,
      memberSince: input.memberSince ?? null,
      idNumber: input.idNumber || null,
      phone: input.phone || null,
      attributes: input.attributes ?? {},
    });
    const again = await isAgain(context, person);
    if (!again) await writePeople(context, [person]);
    return { id: person.id, again, notes: [...notes] };
  },
});

/** True when this very person was recorded under this id before. */
async function isAgain(context: ActionContext<WriteTx>, person: PersonDraft): Promise<boolean> {
  const owner = await findOwner(context, person);
  if (owner !== undefined && owner !== person.id) throw idNumberConflict();
  const standing = (await comparePeople(context.tx, context.jurisdiction, [person])).get(person.id);
  const sameNumber = person.idNumber === null || owner === person.id;
  if (standing === 'changed' || (standing === 'same' && !sameNumber)) throw otherContent(PERSON);
  return standing === 'same';
}
