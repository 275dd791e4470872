import type { Column, Table } from './catalog.ts';
import { getTableClass, isAppendOnly } from './table-class.ts';

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'Day',
  'timestamp with time zone': 'Instant',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  numeric: 'Numeric',
  jsonb: 'Jsonb',
  bytea: 'Bytea',
  'uuid[]': 'string[]',
  'text[]': 'string[]',
};

const HEAD = `// Made from the catalog by script/schema --write. Read it, do not edit it.
import type { ColumnType } from 'kysely';

/** YYYY-MM-DD. */
type Day = string;
/** ISO text with milliseconds and Z; a Date may be written too. */
type Instant = ColumnType<string, string | Date, string | Date>;
/** An exact decimal, read as text. */
type Numeric = ColumnType<string, string | number, string | number>;
type Bytea = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Written as a value or as JSON text. */
type Jsonb = ColumnType<Json, unknown, unknown>;
/** The database fills it in when it is left out. */
type Defaulted<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
`;

/** The tables as TypeScript, for Kysely; and the class of each as data. */
export function schemaTypes(tables: readonly Table[]): string {
  const map = tables.map(({ name }) => `  ${name}: ${typeName(name)};`).join('\n');
  const classes = tables.map(
    (table) => `  ${table.name}: { class: '${getTableClass(table)}', appendOnly: ${isAppendOnly(table)} },`,
  );
  return [
    HEAD,
    ...tables.map(tableType),
    `export interface Tables {\n${map}\n}\n`,
    '/** How each table is distributed, and whether its rows may ever change. */',
    `export const tableClasses = {\n${classes.join('\n')}\n} as const satisfies Record<keyof Tables, object>;\n`,
  ].join('\n');
}

const typeName = (table: string): string =>
  `${table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Table`;

const tableType = (table: Table): string =>
  `interface ${typeName(table.name)} {\n${table.columns.map(columnType).join('\n')}\n}\n`;

function columnType(column: Column): string {
  const type = TYPES[column.type];
  if (type === undefined) throw new Error(`schema-types.ts knows no TypeScript type for ${column.type}.`);
  const nullable = column.notNull ? type : `${type} | null`;
  return `  ${column.name}: ${column.default === null ? nullable : `Defaulted<${nullable}>`};`;
}
