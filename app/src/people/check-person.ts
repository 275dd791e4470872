import { hasRole } from '../platform/access/scope.ts';
import type { ActionContext } from '../platform/actions/action.ts';
import { conflict, invalid } from '../platform/actions/action-error.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { getOrganisation } from './organisation-lookup.ts';
import { type CheckedPerson, checkPerson, type PersonDraft } from './person.ts';
import { digestIdNumber, findDigestOwners } from './person-secrets.ts';
import { fieldProblem, idNumberTaken, PERSON } from './problems.ts';

const FORM_FIELDS = {
  idNumber: 'idNumber',
  phone: 'phone',
  memberSince: 'memberSince',
  attribute: (name: string) => `attributes.${name}`,
};

/**
 * Checks a person somebody entered by hand: its fields, its organisation, and whose the ID number is.
 * @throws ActionError with the field, the rule and the way out.
 */
export async function getChecked(context: ActionContext<WriteTx>, draft: PersonDraft): Promise<CheckedPerson> {
  const result = checkPerson(draft, FORM_FIELDS);
  if (result.problems.length > 0) {
    const [first] = result.problems;
    throw invalid(first?.rule ?? 'person', first?.words ?? PERSON, result.problems);
  }
  if (draft.memberOf !== null) await getOrganisation(context.tx, context.scope, draft.memberOf);
  else if (!hasRole(context.scope, 'county-officer')) throw memberOfNeeded('memberOf');
  return result;
}

/** Who bears this person's ID number; undefined when nobody does, or none is given. */
export async function findOwner(context: ActionContext<WriteTx>, person: PersonDraft): Promise<string | undefined> {
  if (person.idNumber === null) return undefined;
  const digest = digestIdNumber(context, person.idNumber);
  return (await findDigestOwners(context, [digest])).get(digest.toString('hex'));
}

export function idNumberConflict() {
  const problem = idNumberTaken('idNumber');
  return conflict(problem.rule, problem.words, [problem]);
}

export const memberOfNeeded = (field: string) =>
  fieldProblem({
    field,
    rule: 'member-of-needed',
    words: {
      'zh-CN': '请填写所属组织：没有所属组织的人员只有县级工作人员能够登记',
      en: 'say of which organisation: only officers of the county can add people without one',
    },
  });
