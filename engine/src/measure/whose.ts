import type { Form } from '../schema/form.ts';
import type { About } from '../schema/set.ts';
import type { SetPart } from './set.ts';

/** Whose entries others beside them are: as theirs, unless something else is said. */
export const whoseOf = (
  { about: theirs, predecessors }: Pick<SetPart, 'about' | 'predecessors'>,
  form: Form | undefined,
  about: About | undefined = followed(theirs, form),
): Pick<SetPart, 'about' | 'predecessors'> => ({
  ...(about === undefined ? {} : { about }),
  ...(predecessors === undefined ? {} : { predecessors }),
});

/** A field that names somebody is followed into a form that has it too; into others, the one it names is. */
function followed(theirs: About | undefined, form: Form | undefined): About | undefined {
  if (typeof theirs !== 'object' || !('field' in theirs)) return theirs;
  if (form?.fields.some(({ id }) => id === theirs.field)) return theirs;
  return theirs.names === 'subject' ? undefined : theirs.names;
}
