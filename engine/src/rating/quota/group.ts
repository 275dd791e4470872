import type { At, Figure } from '../../measure/types.ts';
import { lacking } from '../../measure/values.ts';
import type { Quota } from '../../schema/rating/quota.ts';
import type { Scale } from '../../schema/rating.ts';
import type { Missing, Value } from '../../value.ts';
import { gradeIndex } from '../grades.ts';
import type { CompareRows } from '../order.ts';
import type { Sheet, StepCompiler } from '../types.ts';
import { groupAt } from '../within.ts';
import { type Allocation, allocate, type Candidate, type Limit } from './allocate.ts';
import { type CompiledPlace, limitsIn } from './limits.ts';

export interface CompiledQuota {
  readonly part: Quota;
  readonly scale: Scale;
  readonly places: readonly CompiledPlace[];
  readonly base: Figure | null;
  readonly unless: Figure | null;
  readonly direct: Figure | null;
  readonly compare: CompareRows;
}

export function conditionsOf(
  part: Quota,
  { compile }: StepCompiler,
): Pick<CompiledQuota, 'base' | 'unless' | 'direct'> {
  return {
    base: typeof part.base === 'object' ? compile(part.base.when) : null,
    unless: typeof part.binding === 'object' ? compile(part.binding.unless) : null,
    direct: typeof part.direct === 'object' ? compile(part.direct.when) : null,
  };
}

/** The places of one group given out, or why they cannot be yet. */
export interface Group {
  readonly rows: readonly number[];
  readonly base: number;
  readonly candidates: ReadonlyMap<number, Candidate & { readonly why: 'direct' | 'reason' | null }>;
  readonly limits: readonly (Limit | null)[];
  readonly allocation: Allocation | null;
  /** Why nobody of the group has a grade yet; null when they have. */
  readonly stopped: Value | null;
  readonly doubt: readonly Missing[];
}

export function giveOut(quota: CompiledQuota, sheet: Sheet, rows: readonly number[]): Group {
  const { part, scale, places } = quota;
  const doubts: Missing[] = [];
  const holds = (figure: Figure | null, row: number): boolean => yes(figure, sheet.at(row), doubts);
  const base = rows.filter((row) => isCounted(quota, sheet, row, holds)).length;
  const candidates = new Map(
    rows.flatMap((row) => {
      const grade = gradeOf(quota, sheet, row, doubts);
      if (grade === null) return [];
      const why = holds(quota.direct, row) ? 'direct' : holds(quota.unless, row) ? 'reason' : null;
      const outside = why === 'direct' && typeof part.direct === 'object' && part.direct.take === 'outside';
      return [[row, { row, grade, why, held: why === null ? 'free' : outside ? 'outside' : 'inside' }] as const];
    }),
  );
  const limits = limitsIn(places, scale.grades.length, part, base, groupAt(part.within, sheet, rows));
  const none = { rows, base, candidates, limits: [], allocation: null };
  if ('state' in limits) return { ...none, stopped: limits, doubt: [] };
  const meets = needsOf(quota, sheet, [...candidates.values()], doubts);
  if (doubts.length > 0 && part.missing === 'stop') return { ...none, stopped: lacking(doubts), doubt: doubts };
  const allocation = allocate(
    [...candidates.values()].sort((a, b) => byName(sheet, a.row, b.row)),
    {
      limits: limits.limits,
      running: limits.running,
      moveDown: part.unfilled === 'move-down',
      ties: part.ties,
      compare: (a, b) => quota.compare(sheet, a, b),
      needs: (grade, row) => meets.get(grade)?.has(row) ?? true,
    },
  );
  return { ...none, limits: limits.limits, allocation, stopped: null, doubt: doubts };
}

type Holds = (figure: Figure | null, row: number) => boolean;

const isCounted = ({ part, base, scale }: CompiledQuota, sheet: Sheet, row: number, holds: Holds): boolean =>
  part.base === 'all' || (base ? holds(base, row) : gradeIndex(sheet.column(part.of)[row] as Value, scale) !== null);

function gradeOf({ part, scale }: CompiledQuota, sheet: Sheet, row: number, doubts: Missing[]): number | null {
  const grade = sheet.column(part.of)[row] as Value;
  const keys = part.by.map(({ step }) => sheet.column(step)[row] as Value);
  for (const value of grade.state === 'known' ? keys : [grade])
    if (value.state === 'not-known') doubts.push(...value.missing);
  return gradeIndex(grade, scale);
}

/** Rows that may be moved into each grade that has a condition: asked only of those who can be. */
function needsOf(
  { places, scale }: CompiledQuota,
  sheet: Sheet,
  candidates: readonly Candidate[],
  doubts: Missing[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const last = scale.grades.length - 1;
  return new Map(
    places.flatMap(({ grade, needs }) => {
      if (!needs) return [];
      const asked = candidates.filter((one) => one.held === 'free' && (grade === last || one.grade > grade));
      return [
        [grade, new Set(asked.filter(({ row }) => yes(needs, sheet.at(row), doubts)).map(({ row }) => row))] as const,
      ];
    }),
  );
}

function yes(figure: Figure | null, at: At, doubts: Missing[]): boolean {
  const value = figure?.evaluate(at);
  if (value?.state === 'not-known') doubts.push(...value.missing);
  return value?.state === 'known' && value.value === true;
}

const byName = (sheet: Sheet, a: number, b: number): number => {
  const [x, y] = [sheet.subjects[a]?.ref.id ?? '', sheet.subjects[b]?.ref.id ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};
