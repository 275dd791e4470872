import { sql } from 'kysely';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { visibleInTree } from './organisation-reader.ts';
import { closed, Kind, Nullable, Type, Uuid } from './organisation-schema.ts';

const MOST = 50;

export const searchOrganisations = defineRead({
  id: 'organisations.search',
  title: { 'zh-CN': '查找组织', en: 'Find organisations' },
  about: {
    'zh-CN': '按名称（含曾用名）、拼音、首字母或编码查找您管理范围内的组织。',
    en: 'Finds organisations within your scope by name (former ones too), pinyin, initials or code.',
  },
  input: Type.Object(
    {
      query: Type.String({ minLength: 1, maxLength: 50 }),
      kind: Type.Optional(Kind),
      ended: Type.Optional(Type.Boolean({ description: 'Whether those that ended are found too.' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST })),
    },
    closed,
  ),
  output: Type.Object({
    found: Type.Array(
      Type.Object({
        id: Uuid(),
        kind: Type.String(),
        code: Nullable(Type.String()),
        name: Type.String(),
        matched: Type.String({ description: 'The name that fits: a former one, perhaps.' }),
        under: Nullable(Type.String({ description: 'Name of the organisation above.' })),
      }),
    ),
  }),
  errors: [],
  mayBeDoneBy: ROLES,
  async run({ query, kind, ended = false, limit = 20 }, { tx, scope, jurisdiction }) {
    const wanted = query.trim().toLowerCase();
    const pattern = wanted.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
    const { rows } = await sql<Found>`
      select distinct on (o.id) o.id, o.kind, o.code, n.name, m.name as matched, p.name as under,
        case when lower(m.name) = ${wanted} or o.code = ${wanted} then 0
          when m.name ilike ${`${pattern}%`} or m.initials = ${wanted} then 1
          when m.pinyin like ${`${pattern}%`} or m.initials like ${`${pattern}%`} then 2 else 3 end as rank
      from organisation o
      join organisation_name m on m.jurisdiction_id = o.jurisdiction_id and m.organisation_id = o.id
      join organisation_name n on n.jurisdiction_id = o.jurisdiction_id and n.organisation_id = o.id
        and n.valid_to is null
      cross join lateral (select parent_id from organisation_edge
        where jurisdiction_id = o.jurisdiction_id and child_id = o.id and (${ended} or valid_to is null)
        order by valid_from desc limit 1) e
      left join organisation_name p on p.jurisdiction_id = o.jurisdiction_id and p.organisation_id = e.parent_id
        and p.valid_to is null
      where o.jurisdiction_id = ${jurisdiction} and (${kind ?? null}::text is null or o.kind = ${kind ?? null})
        and (m.name ilike ${`%${pattern}%`} or m.pinyin like ${`%${pattern}%`} or m.initials like ${`%${pattern}%`}
          or o.code like ${`${pattern}%`})
        and ${visibleInTree(scope, 'o.id')}
      order by o.id, rank, m.valid_to desc nulls first`.execute(tx);
    return { found: best(rows, limit) };
  },
});

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly matched: string;
  readonly under: string | null;
  readonly rank: number;
}

/** Closest fits first; among equals, the tree's own order of codes. */
const best = (rows: readonly Found[], limit: number) =>
  rows
    .toSorted((a, b) => a.rank - b.rank || (a.code ?? '~').localeCompare(b.code ?? '~') || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ rank: _rank, ...found }) => found);
