import { sql } from 'kysely';
import { hasRole, type Scope } from '../platform/access/scope.ts';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx, WriteTx } from '../platform/database/transaction.ts';
import type { RowErrors, RowNote } from '../platform/imports/row-errors.ts';
import { findOrganisations } from './organisation-lookup.ts';
import type { PersonRow } from './people-csv.ts';
import { changeablePerson } from './person-scope.ts';
import { digestIdNumber, findDigestOwners } from './person-secrets.ts';
import { idNumberTaken } from './problems.ts';

/**
 * Checks rows against each other and against what is recorded, fills in the branch by its code, and gives
 * the notes. What is wrong goes to `errors`.
 */
export async function checkRows(
  context: ActionContext<WriteTx>,
  people: PersonRow[],
  errors: RowErrors,
): Promise<RowNote[]> {
  findDoubles(people, errors);
  await fillBranches(context, people, errors);
  await checkReach(context, people, errors);
  await checkIdNumbers(context, people, errors);
  return people.flatMap(({ row, notes }) => notes.map(({ column, words }) => ({ row, column, words })));
}

function findDoubles(people: readonly PersonRow[], errors: RowErrors): void {
  const seen = new Map<string, number>();
  for (const { row, person } of people) {
    const before = seen.get(person.id);
    if (before !== undefined) {
      errors.add(row, 'id', 'double', {
        'zh-CN': `与第 ${before} 行是同一人，请删去一行；若不是同一人，请填写 key 或身份证号`,
        en: `is the same person as row ${before}; delete one, or tell them apart by key or ID number`,
      });
    }
    seen.set(person.id, row);
  }
}

async function fillBranches({ tx, scope }: ActionContext<WriteTx>, people: PersonRow[], errors: RowErrors) {
  const codes = [...new Set(people.map(({ memberOfCode }) => memberOfCode).filter((code) => code !== ''))];
  const found = new Map((await findOrganisations(tx, scope, { codes })).map(({ code, id }) => [code, id]));
  for (const [at, row] of people.entries()) {
    const memberOf = found.get(row.memberOfCode);
    if (memberOf) people[at] = { ...row, person: { ...row.person, memberOf } };
    else if (row.memberOfCode !== '')
      errors.add(row.row, 'member_of_code', 'organisation', unknownCode(row.memberOfCode));
    else if (!hasRole(scope, 'county-officer')) errors.add(row.row, 'member_of_code', 'required', CODE_NEEDED);
  }
}

/** Nobody may change a person who lies outside their scope. */
async function checkReach({ tx, scope }: ActionContext<WriteTx>, people: readonly PersonRow[], errors: RowErrors) {
  const ids = people.map(({ person }) => person.id).filter((id) => id.length === 36);
  const hidden = new Set(await findHidden(tx, scope, ids));
  for (const { row, person } of people) {
    if (!hidden.has(person.id)) continue;
    errors.add(row, 'id', 'not-found', {
      'zh-CN': '没有找到该人员，或不在您的管理范围内',
      en: 'this person was not found, or lies outside your scope',
    });
  }
}

async function findHidden(tx: ReadTx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.id from person p
    where p.jurisdiction_id = ${scope.jurisdiction} and p.id = any(${ids as string[]}::uuid[])
      and ${changeablePerson(scope)} is not true`.execute(tx);
  return rows.map(({ id }) => id);
}

async function checkIdNumbers(context: ActionContext<WriteTx>, people: readonly PersonRow[], errors: RowErrors) {
  const numbered = people.flatMap((row) =>
    row.person.idNumber === null ? [] : [{ ...row, digest: digestIdNumber(context, row.person.idNumber) }],
  );
  const owners = new Map(
    await findDigestOwners(
      context,
      numbered.map(({ digest }) => digest),
    ),
  );
  for (const { row, person, digest } of numbered) {
    const owner = owners.get(digest.toString('hex'));
    const problem = idNumberTaken('id_number');
    if (owner !== undefined && owner !== person.id) errors.add(row, problem.field, problem.rule, problem.words);
    owners.set(digest.toString('hex'), person.id);
  }
}

export const unknownCode = (code: string) => ({
  'zh-CN': `没有代码为 ${code} 的组织，或不在您的管理范围内`,
  en: `no organisation has the code ${code}, or it lies outside your scope`,
});

const CODE_NEEDED = {
  'zh-CN': '请填写所属组织代码：没有所属组织的人员只有县级工作人员能够登记',
  en: 'give the code of an organisation: only officers of the county can add people without one',
};
