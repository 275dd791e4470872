import { hasRole } from '../platform/access/scope.ts';
import { type ActionContext, defineWrite } from '../platform/actions/action.ts';
import { conflict, invalid } from '../platform/actions/action-error.ts';
import { closed, Day, NewId, Type, Uuid } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { getOrganisation } from './organisation-lookup.ts';
import { type CheckedPerson, checkPerson, type PersonDraft } from './person.ts';
import { AttributesSchema, KEEPING, NoteSchema, PersonName } from './person-schema.ts';
import { digestIdNumber, findDigestOwners } from './person-secrets.ts';
import { comparePeople, writePeople } from './person-writer.ts';
import { fieldProblem, idNumberTaken, otherContent, PERSON } from './problems.ts';

const FORM_FIELDS = {
  idNumber: 'idNumber',
  phone: 'phone',
  memberSince: 'memberSince',
  attribute: (name: string) => `attributes.${name}`,
};

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
    const { person, notes } = await checked(context, {
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

async function checked(context: ActionContext<WriteTx>, draft: PersonDraft): Promise<CheckedPerson> {
  const result = checkPerson(draft, FORM_FIELDS);
  if (result.problems.length > 0) {
    const [first] = result.problems;
    throw invalid(first?.rule ?? 'person', first?.words ?? PERSON, result.problems);
  }
  if (draft.memberOf !== null) await getOrganisation(context.tx, context.scope, draft.memberOf);
  else if (!hasRole(context.scope, 'county-officer')) throw memberOfNeeded();
  return result;
}

/** True when this very person was recorded under this id before. */
async function isAgain(context: ActionContext<WriteTx>, person: PersonDraft): Promise<boolean> {
  const owner = await findOwner(context, person);
  if (owner !== undefined && owner !== person.id) {
    const problem = idNumberTaken('idNumber');
    throw conflict(problem.rule, problem.words, [problem]);
  }
  const standing = (await comparePeople(context.tx, context.jurisdiction, [person])).get(person.id);
  const sameNumber = person.idNumber === null || owner === person.id;
  if (standing === 'changed' || (standing === 'same' && !sameNumber)) throw otherContent(PERSON);
  return standing === 'same';
}

async function findOwner(context: ActionContext<WriteTx>, person: PersonDraft): Promise<string | undefined> {
  if (person.idNumber === null) return undefined;
  const digest = digestIdNumber(context, person.idNumber);
  return (await findDigestOwners(context, [digest])).get(digest.toString('hex'));
}

const memberOfNeeded = () =>
  fieldProblem({
    field: 'memberOf',
    rule: 'member-of-needed',
    words: {
      'zh-CN': '请填写所属组织：没有所属组织的人员只有县级工作人员能够登记',
      en: 'say of which organisation: only officers of the county can add people without one',
    },
  });
