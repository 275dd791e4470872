import { sql } from 'kysely';
import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import { readIdNumber } from './id-number.ts';
import { personIdFromKey } from './people-csv.ts';
import { visiblePerson } from './person-scope.ts';
import { digestIdNumber, findDigestOwners } from './person-secrets.ts';

type Context = Pick<ActionContext<ReadTx>, 'tx' | 'jurisdiction' | 'scope' | 'keys'>;

export type PersonOfKey = (row: number, key: string, errors: RowErrors) => string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Finds out whom the `person_key`s of a file mean, among the people in scope (or, to link accounts that see no
 * people, among all of the jurisdiction). A key is, in this order: the
 * person's id, the `key` of the people file, the ID number, or a name that only one person bears.
 */
export async function readPersonKeys(
  context: Context,
  keys: readonly string[],
  among: 'scope' | 'jurisdiction' = 'scope',
): Promise<PersonOfKey> {
  const distinct = [...new Set(keys.filter((key) => key !== ''))];
  const byNumber = await ownersByNumber(context, distinct);
  const idOf = (key: string) =>
    UUID.test(key) ? key : (byNumber.get(key) ?? personIdFromKey(context.jurisdiction, key));
  const people = await findByIdOrName(context, among, distinct.map(idOf), distinct);
  const ids = new Set(people.map(({ id }) => id));
  const byName = Map.groupBy(people, ({ name }) => name);
  return (row, key, errors) => {
    if (ids.has(idOf(key))) return idOf(key);
    const namesakes = byName.get(key) ?? [];
    if (namesakes[0] && namesakes.length === 1) return namesakes[0].id;
    errors.add(
      row,
      'person_key',
      namesakes.length > 1 ? 'namesakes' : 'person',
      namesakes.length > 1 ? SEVERAL : NOBODY,
    );
    return '';
  };
}

async function ownersByNumber(context: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const numbers = keys.flatMap((key) => {
    const read = readIdNumber(key);
    return read.kind === 'well-formed' ? [{ key, digest: digestIdNumber(context, read.value) }] : [];
  });
  const owners = await findDigestOwners(
    context,
    numbers.map(({ digest }) => digest),
  );
  return new Map(numbers.map(({ key, digest }) => [key, owners.get(digest.toString('hex')) ?? '']));
}

async function findByIdOrName(
  { tx, scope }: Context,
  among: 'scope' | 'jurisdiction',
  ids: readonly string[],
  names: readonly string[],
) {
  const found = ids.filter((id) => UUID.test(id));
  const { rows } = await sql<{ id: string; name: string }>`select p.id, p.name from person p
    where p.jurisdiction_id = ${scope.jurisdiction}
      and (p.id = any(${found}::uuid[]) or p.name = any(${names as string[]}::text[]))
      and ${among === 'scope' ? visiblePerson(scope) : sql`true`}`.execute(tx);
  return rows;
}

const NOBODY = {
  'zh-CN': '没有找到该人员：请填写人员编号、导入人员时的 key、身份证号或不重复的姓名',
  en: 'nobody was found: give the id, the key of the people file, the ID number, or a name only one person bears',
};
const SEVERAL = {
  'zh-CN': '有多人同名，请改填人员编号、key 或身份证号',
  en: 'several people bear this name; give the id, the key or the ID number',
};
