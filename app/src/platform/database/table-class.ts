import type { Table } from './catalog.ts';

/**
 * How a table lives when the database is distributed: split by jurisdiction, copied to every node, or kept on one.
 * Stands first in the table's COMMENT.
 */
export type TableClass = 'jurisdiction' | 'reference' | 'local';

export const CLASSES: readonly TableClass[] = ['jurisdiction', 'reference', 'local'];

export function getTableClass(table: Pick<Table, 'name' | 'comment'>): TableClass {
  const found = CLASSES.find((name) => table.comment.startsWith(`${name}: `));
  if (found === undefined) throw new Error(`The comment of ${table.name} does not begin with its class.`);
  return found;
}

/** Tables whose rows are recorded once and never changed say so. */
export const isAppendOnly = (table: Pick<Table, 'comment'>): boolean => table.comment.endsWith('Append-only.');
