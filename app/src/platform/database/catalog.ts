import type postgres from 'postgres';

/** What belongs to a table, read from the catalog in a fixed order and equal on every PostgreSQL from 15 on. */
export interface Table {
  readonly name: string;
  readonly comment: string;
  readonly rowSecurity: boolean;
  readonly columns: readonly Column[];
  readonly constraints: readonly Part[];
  readonly indexes: readonly Part[];
  readonly policies: readonly Part[];
  readonly grants: readonly string[];
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
}

interface Part {
  readonly name: string;
  readonly definition: string;
}

const NOT_NULL = 'n';

export async function readTables(sql: postgres.Sql): Promise<readonly Table[]> {
  const rows = await sql<{ table: Table }[]>`
    select json_build_object(
      'name', c.relname,
      'comment', coalesce(obj_description(c.oid), ''),
      'rowSecurity', c.relrowsecurity,
      'columns', (
        select json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
          'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
      'constraints', coalesce((
        select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
          order by k.conname collate "C")
        from pg_constraint k where k.conrelid = c.oid and k.contype <> ${NOT_NULL}), '[]'),
      'indexes', coalesce((
        select json_agg(json_build_object('name', i.relname, 'definition', pg_get_indexdef(i.oid))
          order by i.relname collate "C")
        from pg_index x join pg_class i on i.oid = x.indexrelid
        where x.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = x.indexrelid
          and k.contype in ('p', 'u', 'x'))), '[]'),
      'policies', coalesce((
        select json_agg(json_build_object('name', p.polname, 'definition', concat(
          ' using (', pg_get_expr(p.polqual, p.polrelid), ') with check (',
          pg_get_expr(p.polwithcheck, p.polrelid), ')')) order by p.polname collate "C")
        from pg_policy p where p.polrelid = c.oid), '[]'),
      'grants', coalesce((
        select json_agg(lower(g.privilege_type) order by g.privilege_type)
        from aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee where r.rolname = 'luoshi_app'), '[]')
    ) as table
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname collate "C"`;
  return rows.map((row) => row.table);
}
