import { type Field, type Form, idsNamed } from '@luoshi/engine';
import type { Scope } from '../platform/access/scope.ts';
import { invalid } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { enteringScope } from './check-entry.ts';
import type { EntryContent } from './content-hash.ts';
import { namedNotAlive, namedOutOfReach } from './problems.ts';
import { existsOn, type Subject, selectorOf } from './subject.ts';
import { searchSubjects } from './subject-reader.ts';

/** A field that names somebody from the register. */
export type NamingField = Extract<Field, { type: 'subject' | 'subjects' }>;

/** Somebody a field of an entry names. */
export interface NamedSubject {
  readonly field: string;
  readonly subject: Pick<Subject, 'ref' | 'organisation'>;
}

export const namingFields = (form: Form): NamingField[] =>
  form.fields.filter((field): field is NamingField => field.type === 'subject' || field.type === 'subjects');

/** Forms with such fields, by id. */
export const namingForms = (forms: Iterable<Form>): string[] =>
  [...forms].filter((form) => namingFields(form).length > 0).map(({ id }) => id);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Whom the fields of an entry name: each within what the caller enters this form for, and there on the day, as for
 * whom the entry is about. Nothing is read for forms without such fields.
 * @throws ActionError `invalid`, naming the field and whom it concerns.
 */
export async function findNamed(
  tx: ReadTx,
  scope: Scope,
  form: Form,
  data: EntryContent['data'],
): Promise<readonly NamedSubject[]> {
  const day = data[form.date];
  const found = await Promise.all(
    namingFields(form).map(async (field) => {
      const ids = idsNamed(data[field.id]);
      if (ids.length === 0) return { problems: [], named: [] };
      const only = ids.filter((id) => UUID.test(id));
      const search = { selector: selectorOf(field.of), only, limit: ids.length };
      const subjects = await searchSubjects(tx, enteringScope(form, scope), search);
      const missing = ids.filter((id) => !subjects.some(({ ref }) => ref.id === id)).length;
      const absent = typeof day === 'string' ? subjects.filter((one) => !existsOn(one, day)) : [];
      return {
        problems: [
          ...(missing > 0 ? [namedOutOfReach(field, missing)] : []),
          ...absent.map((one) => namedNotAlive(field, one.name)),
        ],
        named: subjects.map((subject) => ({ field: field.id, subject })),
      };
    }),
  );
  const problems = found.flatMap((one) => one.problems);
  if (problems[0]) throw invalid('invalid-entry', problems[0].words, problems);
  return found.flatMap(({ named }) => named);
}
