import { idsNamed } from '../entry/ids-named.ts';
import type { FactColumns } from '../fact-columns.ts';

const indexes = new WeakMap<FactColumns, Map<string, ReadonlyMap<string, readonly number[]>>>();

/** Rows of a form’s entries by what a field of them names, each row once. */
export function rowsNaming(columns: FactColumns, field: string): ReadonlyMap<string, readonly number[]> {
  const fields = indexes.get(columns) ?? new Map<string, ReadonlyMap<string, readonly number[]>>();
  indexes.set(columns, fields);
  const known = fields.get(field);
  if (known) return known;
  const rows = new Map<string, number[]>();
  for (const [row, { data }] of columns.facts.entries()) {
    for (const id of new Set(idsNamed(data[field]))) {
      const same = rows.get(id);
      if (same) same.push(row);
      else rows.set(id, [row]);
    }
  }
  fields.set(field, rows);
  return rows;
}
