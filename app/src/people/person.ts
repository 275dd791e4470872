import type { Words } from '@luoshi/engine';
import { isDay } from '../platform/imports/days.ts';
import { doubtfulCheckDigit, readIdNumber } from './id-number.ts';
import { findAttributeProblems, type PersonAttributes } from './person-attributes.ts';
import { readPhone } from './phone.ts';
import { malformedPhone, noSuchDay, type Problem } from './problems.ts';

/** A person as somebody wants it recorded. `idNumber` and `phone` are as written; null when not given. */
export interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly memberOf: string | null;
  readonly memberSince: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly attributes: PersonAttributes;
}

/** Names of the fields in messages: those of the form, or of the file's columns. */
export interface FieldNames {
  readonly idNumber: string;
  readonly phone: string;
  readonly memberSince: string;
  attribute(name: string): string;
}

export interface CheckedPerson {
  /** The same with ID number and phone in their normal form. */
  readonly person: PersonDraft;
  readonly problems: readonly Problem[];
  /** What is doubtful and yet taken. */
  readonly notes: readonly { readonly field: string; readonly words: Words }[];
}

/** Checks all that can be told from the draft alone. */
export function checkPerson(draft: PersonDraft, names: FieldNames): CheckedPerson {
  const problems: Problem[] = [...findAttributeProblems(draft.attributes, names.attribute)];
  const notes: CheckedPerson['notes'][number][] = [];
  const phone = draft.phone === null ? null : readPhone(draft.phone);
  if (draft.phone !== null && phone === null) problems.push(malformedPhone(names.phone));
  if (draft.memberSince !== null && !isDay(draft.memberSince)) problems.push(noSuchDay(names.memberSince));
  const idNumber = draft.idNumber === null ? null : readIdNumber(draft.idNumber);
  if (idNumber?.kind === 'malformed') {
    problems.push({ field: names.idNumber, rule: 'id-number', words: idNumber.words });
  } else if (idNumber && !idNumber.checkDigitFits) {
    notes.push({ field: names.idNumber, words: doubtfulCheckDigit });
  }
  const value = idNumber?.kind === 'well-formed' ? idNumber.value : null;
  return { person: { ...draft, phone, idNumber: value }, problems, notes };
}
