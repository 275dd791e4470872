import type { FactColumns, Rows } from '../fact-columns.ts';
import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { NamedIn } from '../schema/named-in.ts';
import { say } from '../words.ts';
import { unknownName } from './problems.ts';
import { rowsNaming } from './rows-naming.ts';
import { type CheckContext, type DutySubject, whoKind } from './types.ts';

/** Rows of the entries that name a subject, each once, in the order of the columns. */
export function rangesNaming(
  { field, names }: NamedIn,
  { ref, person, organisation }: DutySubject,
  columns: FactColumns,
): readonly Rows[] {
  const rows = rowsNaming(columns, field);
  const ids = names === 'organisation' ? [organisation] : person === null ? [ref.id] : [ref.id, person];
  const found = new Set(ids.flatMap((id) => rows.get(id) ?? []));
  return [...found].sort((a, b) => a - b).map((row) => ({ start: row, end: row + 1 }));
}

/** Whether a field can name those a duty binds. */
export function namedInProblems(
  { field: id, names }: NamedIn,
  form: Form,
  at: string,
  { obligation: { who } }: Pick<CheckContext, 'obligation'>,
): Finding[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const field = fields.get(id);
  if (!field) return unknownName('field', id, fields, `${at}/field`);
  if (field.type !== 'subject' && field.type !== 'subjects') {
    return [
      {
        code: 'wrong-kind',
        at: `${at}/field`,
        words: say(`“${id}”不是从名册中选的字段`, `“${id}” is no field chosen from the register`),
        wayOut: say('改用 type: subject 或 subjects 的字段', 'Name a field of type subject or subjects'),
      },
    ];
  }
  const { of } = field;
  const kind = whoKind(who);
  const reaches =
    names === 'organisation' || kind === 'organisations'
      ? meets(of.organisation, 'organisations' in who ? who.organisations : of.organisation)
      : of.person === true || (kind === 'postings' && meets(of.posting, 'postings' in who ? who.postings : []));
  if (reaches) return [];
  return [
    {
      code: 'never-met',
      at: `${at}/field`,
      words: say(`字段“${id}”不会写着承担该义务的对象`, `The field “${id}” never names those the duty binds`),
      wayOut:
        kind === 'organisations' || of.organisation === undefined
          ? say('在该字段的 of 中加入这类对象', 'Add their kind to `of` of the field')
          : say('写明 names: organisation', 'Write names: organisation'),
    },
  ];
}

const meets = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a?.some((one) => b?.includes(one)) ?? false;
