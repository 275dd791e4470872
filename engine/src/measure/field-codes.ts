import type { FactColumns } from '../fact-columns.ts';

/** One field of a form's entries as numbers: equal texts and yes/no have equal codes; 0 is what was not recorded. */
export interface FieldCodes {
  readonly codes: Uint8Array | Int32Array;
  /** Codes by value, from 1. */
  readonly byValue: ReadonlyMap<unknown, number>;
}

const kept = new WeakMap<FactColumns, Map<string, FieldCodes>>();

/** The codes of a field, read once per world. */
export function fieldCodes(columns: FactColumns, field: string): FieldCodes {
  const fields = kept.get(columns) ?? new Map<string, FieldCodes>();
  kept.set(columns, fields);
  const known = fields.get(field);
  if (known) return known;
  const made = read(columns, field);
  fields.set(field, made);
  return made;
}

/** Most fields have few values: a byte for each entry will do until there are more. */
const BYTE = 255;

function read({ facts }: FactColumns, field: string): FieldCodes {
  const byValue = new Map<unknown, number>();
  let codes: Uint8Array | Int32Array = new Uint8Array(facts.length);
  for (let row = 0; row < facts.length; row++) {
    const value = facts[row]?.data[field];
    if (value === undefined || value === null || value === '') continue;
    let code = byValue.get(value);
    if (code === undefined) {
      code = byValue.size + 1;
      byValue.set(value, code);
      if (code > BYTE && codes instanceof Uint8Array) codes = Int32Array.from(codes);
    }
    codes[row] = code;
  }
  return { codes, byValue };
}
