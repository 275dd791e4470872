import type { Form } from '../schema/form.ts';
import type { About } from '../schema/set.ts';
import { type Doubtful, entriesNaming } from './about-field.ts';
import { entriesAt, entriesOf } from './entries.ts';
import { reachedBy } from './reached-by.ts';
import type { At } from './types.ts';

/** Entries of a form that concern the subject in the declared way; the form’s own way when none is declared. */
export function entriesAbout(form: Form, about: About | undefined, at: At): Doubtful {
  if (about === undefined) return { facts: entriesAt(form, at), doubt: [] };
  if (typeof about === 'object' && 'field' in about) return entriesNaming(form, about, at);
  return { facts: entriesOf(form, reachedBy(about, at), at), doubt: [] };
}
