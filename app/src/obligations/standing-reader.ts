import { periodFromKey, type SubjectKind } from '@luoshi/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { invalid } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { StandingLight } from './light.ts';
import { computeStandings } from './standing-set.ts';

export interface StandingRow {
  readonly organisation: string;
  readonly obligation: string;
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly periodKey: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly due: string;
  readonly light: StandingLight;
  readonly need: string | null;
  readonly done: string;
  readonly unit: string;
  readonly awaiting: number;
  readonly changesOn: string | null;
}

export interface StandingQuery {
  readonly asOf: string;
  readonly today: string;
  /** `current`, or the key of a period: `2026-09`, `2026-Q3`. */
  readonly window: string;
  readonly organisations: readonly string[];
  readonly obligation?: string;
}

/**
 * Standings on the rows of some organisations: today's from the table, those of a past day computed from what was
 * known then. The caller narrows `organisations` to its scope, and filters postings by {@link StandingRow.subject}.
 */
export async function readStandings(tx: ReadTx, scope: Scope, query: StandingQuery): Promise<StandingRow[]> {
  if (query.asOf === query.today) return readStored(tx, scope.jurisdiction, query);
  const window = windowOf(query.window);
  const rows = new Set(query.organisations);
  const all = await computeStandings(tx, scope.jurisdiction, query.asOf);
  return all
    .filter((standing) => rows.has(standing.organisation))
    .filter((standing) => !query.obligation || standing.obligation === query.obligation)
    .filter(({ current, period }) => (window ? period.start <= window.end && period.end >= window.start : current))
    .map((standing) => ({
      organisation: standing.organisation,
      obligation: standing.obligation,
      subjectKind: standing.subject.kind,
      subject: standing.subject.id,
      periodKey: standing.period.key,
      periodStart: standing.period.start,
      periodEnd: standing.period.end,
      due: standing.due,
      light: standing.light,
      need: standing.need,
      done: standing.done,
      unit: standing.unit,
      awaiting: standing.awaiting,
      changesOn: standing.changesOn,
    }));
}

function windowOf(window: string): { start: string; end: string } | null {
  if (window === 'current') return null;
  const period = periodFromKey(window);
  if (period) return period;
  throw invalid('invalid-input', {
    'zh-CN': `“${window}”不是可用的时段。请用 current，或 2026-09、2026-Q3、2026-W38、2026 这样的写法。`,
    en: `"${window}" is not a period. Use current, or a key such as 2026-09, 2026-Q3, 2026-W38, 2026.`,
  });
}

/** `from … where …` of the stored standings that answer a query for today. */
export function storedRows(jurisdiction: string, query: StandingQuery): RawBuilder<unknown> {
  const window = windowOf(query.window);
  const time = window
    ? sql`period_start <= ${window.end}::date and period_end >= ${window.start}::date`
    : sql`is_current`;
  const duty = query.obligation ? sql`and obligation = ${query.obligation}` : sql``;
  return sql`from standing where jurisdiction_id = ${jurisdiction} and ${time} ${duty}
    and organisation_id = any(${query.organisations as string[]}::uuid[])`;
}

async function readStored(tx: ReadTx, jurisdiction: string, query: StandingQuery): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select organisation_id as organisation, obligation, subject_kind as "subjectKind", subject_id as subject,
      period_key as "periodKey", period_start as "periodStart", period_end as "periodEnd", due_on as due, light, need, done,
      unit, awaiting, changes_on as "changesOn"
    ${storedRows(jurisdiction, query)}`.execute(tx);
  return rows;
}
