import type { TSchema } from 'typebox';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** What a schema is for, in both languages: editors show it, findings and the reference quote it. */
export type Said = { readonly says: Words };

/** For the options of a schema: `Type.String(says('…', '…'))`. */
export const says = (zh: string, en: string): Said => ({ says: say(zh, en) });

/** A schema under a key of its own: what it is for there. */
export function told<Schema extends TSchema>(schema: Schema, zh: string, en: string): Schema & Said {
  const copy = Object.defineProperties({ ...schema }, Object.getOwnPropertyDescriptors(schema));
  return Object.assign(copy, says(zh, en));
}
