import { sql } from 'kysely';
import { ROLES } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Type, Uuid } from '../platform/actions/schema.ts';
import { STANDING_LIGHTS } from './light.ts';

export const readHistory = defineRead({
  id: 'obligations.history',
  title: { 'zh-CN': '走势', en: 'Trend' },
  about: {
    'zh-CN': '一个组织及其下级各月到期职责的灯数，用于走势图。',
    en: 'Lights of the duties that fell due in each month, for an organisation and all below it.',
  },
  input: Type.Object({ organisation: Uuid() }, closed),
  output: Type.Object({
    months: Type.Array(Type.Object({ month: Type.String(), lights: Type.Record(Type.String(), Type.Integer()) })),
  }),
  errors: [],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ organisation }, { tx, scope, today }) {
    const { rows } = await sql<{ month: string; light: string; n: number }>`
      select to_char(s.due_on, 'YYYY-MM') as month, s.light, count(*)::int as n
      from organisation_closure c
      join standing s on s.jurisdiction_id = c.jurisdiction_id and s.organisation_id = c.descendant_id
      where c.jurisdiction_id = ${scope.jurisdiction} and c.ancestor_id = ${organisation} and s.due_on <= ${today}::date
        and ${visibleSubject(scope, { kind: 's.subject_kind', id: 's.subject_id', organisation: 's.organisation_id' })}
      group by 1, 2 order by 1`.execute(tx);
    const months = Map.groupBy(rows, (row) => row.month);
    return {
      months: [...months].map(([month, counts]) => ({
        month,
        lights: Object.fromEntries(
          STANDING_LIGHTS.map((light) => [light, counts.find((row) => row.light === light)?.n ?? 0]),
        ),
      })),
    };
  },
});
