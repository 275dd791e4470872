import type { Column, Table } from './catalog.ts';
import { CLASSES, getTableClass, isAppendOnly, type TableClass } from './table-class.ts';

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

const MADE = '// Made from the catalog by script/schema --write. Read it, do not edit it.\n';

interface TypesFile {
  /** Relative to this folder. */
  readonly path: string;
  readonly text: string;
}

/** The tables as TypeScript, for Kysely: a file for each class, and one that puts them together and says the classes as data. */
export function schemaTypes(tables: readonly Table[]): readonly TypesFile[] {
  const named = CLASSES.map((of) => ({ of, tables: tables.filter((table) => getTableClass(table) === of) }));
  return [
    ...named.map(({ of, tables: own }) => ({ path: `schema/${of}-tables.ts`, text: tablesOf(of, own) })),
    { path: 'schema.ts', text: together(tables) },
  ];
}

function tablesOf(of: TableClass, tables: readonly Table[]): string {
  const types = tables.map(tableType);
  const used = ['Bytea', 'Day', 'Defaulted', 'Instant', 'Jsonb', 'Numeric'].filter((type) =>
    types.some((text) => new RegExp(`\\b${type}\\b`).test(text)),
  );
  const map = tables.map(({ name }) => `  ${name}: ${typeName(name)};`).join('\n');
  return [
    `${MADE}import type { ${used.join(', ')} } from './column-types.ts';\n`,
    ...types,
    `export interface ${mapName(of)} {\n${map}\n}\n`,
  ].join('\n');
}

function together(tables: readonly Table[]): string {
  const imports = CLASSES.map((of) => `import type { ${mapName(of)} } from './schema/${of}-tables.ts';`).sort();
  const classes = tables.map(
    (table) => `  ${table.name}: { class: '${getTableClass(table)}', appendOnly: ${isAppendOnly(table)} },`,
  );
  return [
    `${MADE}${imports.join('\n')}\n`,
    "export type { Json } from './schema/column-types.ts';\n",
    `export interface Tables extends ${CLASSES.map(mapName).join(', ')} {}\n`,
    '/** How each table is distributed, and whether its rows may ever change. */',
    `export const tableClasses = {\n${classes.join('\n')}\n} as const satisfies Record<keyof Tables, object>;\n`,
  ].join('\n');
}

const mapName = (of: TableClass): string => `${of.charAt(0).toUpperCase()}${of.slice(1)}Tables`;

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
