import type { FieldValue, Form, Words } from '@luoshi/engine';
import type { ReadRow } from '../../platform/spreadsheet/index.ts';
import { type NamedSubject, type NamingField, namingFields } from '../named-subjects.ts';
import { namedNotAlive } from '../problems.ts';
import { existsOn, type Subject } from '../subject.ts';
import type { SubjectIndex } from './subject-index.ts';

interface Naming {
  readonly data: Readonly<Record<string, FieldValue>>;
  readonly named: readonly NamedSubject[];
}

type Report = (key: string, words: Words) => void;

/** Whom the cells of a row name: each by its name, code or id; what names nobody, or nobody of that day, is reported. */
export function namedIn(
  row: ReadRow,
  day: string | null,
  { form, named }: { readonly form: Form; readonly named: ReadonlyMap<string, SubjectIndex> },
  report: Report,
): Naming {
  const found = namingFields(form).flatMap((field) => {
    const [cell, index] = [row.cells[field.id], named.get(field.id)];
    if (!index || !cell || cell.problem || cell.value === null) return [];
    const parts = partsOf(String(cell.value), field).map((part) => ({
      ...part,
      subject: subjectOf(part.written, field, index, day, report),
    }));
    const whole = parts.flatMap(({ subject, number }) => (subject ? [{ subject, number }] : []));
    return whole.length < parts.length ? [] : [{ field, whole }];
  });
  return {
    data: Object.fromEntries(found.map(({ field, whole }) => [field.id, valueOf(field, whole)])),
    named: found.flatMap(({ field, whole }) => whole.map(({ subject }) => ({ field: field.id, subject }))),
  };
}

interface Part {
  readonly written: string;
  readonly number: number | null;
}

function partsOf(cell: string, field: NamingField): Part[] {
  if (field.type === 'subject') return [{ written: cell, number: null }];
  const parts = cell
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => {
    const numbered = field.share ? /^(.*\S)\s*[:：=\s]\s*(\d+(?:\.\d+)?)\s*[%％]?$/.exec(part) : null;
    return {
      written: (numbered?.[1] ?? part).replace(/[:：=]$/, '').trim(),
      number: numbered ? Number(numbered[2]) : null,
    };
  });
}

function subjectOf(
  written: string,
  field: NamingField,
  index: SubjectIndex,
  day: string | null,
  report: Report,
): Subject | null {
  const found = index.resolve(written, day);
  if (!('ref' in found)) {
    report(field.id, found);
    return null;
  }
  if (day === null || existsOn(found, day)) return found;
  report(field.id, namedNotAlive(field, found.name).words);
  return null;
}

/** A share that was not written is no number; the form then says what it asks. */
function valueOf(field: NamingField, whole: readonly { subject: Subject; number: number | null }[]): FieldValue {
  if (field.type === 'subject') return whole[0]?.subject.ref.id ?? null;
  if (!field.share) return whole.map(({ subject }) => subject.ref.id);
  return Object.fromEntries(whole.map(({ subject, number }) => [subject.ref.id, number ?? Number.NaN]));
}
