import { isLimit } from '@luoshi/engine';
import { sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import { hasRole, ROLES, type Scope } from '../platform/access/scope.ts';
import { visibleSubject } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { StandingLight } from './light.ts';
import { StandingItem } from './read-standings.ts';
import type { StandingRow } from './standing-reader.ts';
import { standingTable } from './standing-table.ts';
import { readScopedSubjects } from './subject-in-scope.ts';

/** Lights that ask for something to be done; beside a limit, for something to be left. */
const CALLS: readonly StandingLight[] = ['overdue', 'beyond', 'due-soon', 'open', 'not-known'];
const LIMIT = 500;

export const readMine = defineRead({
  id: 'obligations.mine',
  title: { 'zh-CN': '我的工作', en: 'My work' },
  about: {
    'zh-CN': '我（或我的村、我的单位）现在该做什么、到哪一天、用哪张表；先到期的在前。',
    en: 'What I, my village or my unit owe now, by when and with which form; the earliest due first.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    today: Type.String(),
    items: Type.Array(
      Type.Intersect([
        StandingItem,
        Type.Object({
          organisation: Type.String(),
          organisationName: Type.String({ description: 'On whose row of the chart it stands.' }),
          unitTitle: WordsSchema,
          responsible: Nullable(WordsSchema),
          forms: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema, mayEnter: Type.Boolean() })),
        }),
      ]),
    ),
    more: Type.Boolean({ description: 'Whether there are more than could be listed.' }),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: ({ items }, language) => standingTable(items, language),
  async run(_input, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const rows = await readOpen(tx, scope);
    const names = new Map(
      (await readScopedSubjects(tx, scope, [...new Set(rows.map((row) => row.subject))])).map((s) => [s.id, s.name]),
    );
    const items = rows.slice(0, LIMIT).flatMap((row) => {
      const obligation = policy.obligations.get(row.obligation);
      if (!obligation) return [];
      const limit = isLimit(obligation.amount);
      const ids = limit ? [] : (obligation.act ?? [...new Set(obligation.counts.map((counts) => counts.form))]);
      const forms = ids.flatMap((id) => policy.forms.get(id) ?? []);
      return {
        ...itemOf(row, names.get(row.subject) ?? ''),
        title: obligation.title,
        limit,
        unitTitle: policy.units.get(row.unit)?.title ?? { 'zh-CN': row.unit, en: row.unit },
        responsible: obligation.responsible ?? null,
        forms: forms.map(({ id, title, entered_by }) => ({ id, title, mayEnter: hasRole(scope, ...entered_by) })),
      };
    });
    return { today, items, more: rows.length > LIMIT };
  },
});

interface OpenRow extends StandingRow {
  readonly organisationName: string;
}

function itemOf(row: OpenRow, subjectName: string) {
  const { periodKey, periodStart, periodEnd, ...rest } = row;
  return { ...rest, subjectName, period: { key: periodKey, start: periodStart, end: periodEnd } };
}

/** Open standings within the scope; a first secretary's or a unit's own postings come by themselves. */
async function readOpen(tx: ReadTx, scope: Scope): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select s.organisation_id as organisation, coalesce(n.name, '') as "organisationName", s.obligation, s.subject_kind as "subjectKind", s.subject_id as subject,
      s.period_key as "periodKey", s.period_start as "periodStart", s.period_end as "periodEnd", s.due_on as due, s.light,
      s.need, s.done, s.unit, s.awaiting, s.changes_on as "changesOn"
    from standing s
    left join organisation_name n
      on n.jurisdiction_id = s.jurisdiction_id and n.organisation_id = s.organisation_id and n.valid_to is null
    where s.jurisdiction_id = ${scope.jurisdiction} and s.is_current and s.light = any(${CALLS as string[]}::text[])
      and (s.subject_id = ${scope.person}::uuid
        or ${visibleSubject(scope, { kind: 's.subject_kind', id: 's.subject_id', organisation: 's.organisation_id' })})
      and ${ownOnly(scope)}
    order by s.due_on, s.obligation, s.subject_id limit ${LIMIT + 1}`.execute(tx);
  return rows;
}

/** A first secretary sees the village's duties on its page; what is owed personally are the own postings. */
const ownOnly = (scope: Scope) =>
  scope.subtrees.length === 0
    ? sql<boolean>`(s.subject_id = any(${scope.postings as string[]}::uuid[]) or s.subject_id = ${scope.person}::uuid)`
    : sql<boolean>`true`;
