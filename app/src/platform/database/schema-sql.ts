import type { Table } from './catalog.ts';

/** The schema as SQL: what a reader wants to see, and what a change to any migration must also change. */
export function schemaSql(tables: readonly Table[]): string {
  const head = '-- The sum of the migrations, made by script/schema --write. Read it, do not edit it.\n';
  return [head, ...tables.map(tableSql)].join('\n');
}

function tableSql(table: Table): string {
  const columns = table.columns.map(
    ({ name, type, notNull, default: value }) =>
      `${name} ${type}${notNull ? ' not null' : ''}${value === null ? '' : ` default ${value}`}`,
  );
  const constraints = table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`);
  const lines = [
    `-- ${table.comment}`,
    `create table ${table.name} (`,
    [...columns, ...constraints].map((line) => `  ${line}`).join(',\n'),
    ');',
    ...table.indexes.map(({ definition }) => `${definition};`),
    ...(table.rowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...table.policies.map(({ name, definition }) => `create policy ${name} on ${table.name}${definition};`),
    ...(table.grants.length > 0 ? [`grant ${table.grants.join(', ')} on ${table.name} to luoshi_app;`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
