import type { FieldError } from '../platform/actions/action-error.ts';
import type { Attribute } from './organisation.ts';

/** One row of a list of organisations. `parent` is the code of the organisation above, in the list or recorded already. */
export interface ImportRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string | undefined;
  /** Codes of those whose record it carries on, in the list or recorded already. */
  readonly succeeds?: readonly string[] | undefined;
  readonly attributes?: Readonly<Record<string, Attribute>> | undefined;
}

/** An organisation that is recorded already, as far as a row may repeat it. */
export interface Known {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parentCode: string | null;
  readonly alive: boolean;
  /** Whether the caller may change it. */
  readonly inScope: boolean;
}

export interface ImportPlan {
  /** Rows to found, parents before their children. */
  readonly founded: readonly ImportRow[];
  /** How many rows repeat what is recorded. */
  readonly unchanged: number;
  readonly problems: readonly FieldError[];
}

/** What a list means against what is recorded. It only founds: a row that says something else of a recorded one is a problem. */
export function planImport(rows: readonly ImportRow[], known: ReadonlyMap<string, Known>): ImportPlan {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const problems: FieldError[] = [];
  const founded: ImportRow[] = [];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const [i, row] of rows.entries()) {
    const recorded = known.get(row.code);
    const problem = seen.has(row.code)
      ? twice(i, row, seen.get(row.code) ?? 0)
      : recorded === undefined
        ? (findParentProblem(i, row, byCode, known) ?? findPredecessorProblem(i, row, byCode, known))
        : findDifference(i, row, recorded);
    seen.set(row.code, i);
    if (problem !== undefined) problems.push(problem);
    else if (recorded === undefined) founded.push(row);
    else unchanged += 1;
  }
  return { ...parentsFirst(founded, byCode, rows, problems), unchanged };
}

function parentsFirst(
  founded: readonly ImportRow[],
  byCode: ReadonlyMap<string, ImportRow>,
  rows: readonly ImportRow[],
  problems: FieldError[],
): Pick<ImportPlan, 'founded' | 'problems'> {
  const depths = new Map<string, number>();
  for (const row of founded) {
    const depth = depthOf(row, byCode);
    if (depth === undefined) problems.push(circle(rows.indexOf(row), row));
    else depths.set(row.code, depth);
  }
  const depth = (row: ImportRow): number => depths.get(row.code) ?? 0;
  return { founded: founded.toSorted((a, b) => depth(a) - depth(b)), problems };
}

/** Steps up within the list; undefined when they lead back to the row. */
function depthOf(row: ImportRow, byCode: ReadonlyMap<string, ImportRow>): number | undefined {
  const passed = new Set<string>();
  for (let at: ImportRow | undefined = row; at !== undefined; at = byCode.get(at.parent ?? '')) {
    if (passed.has(at.code)) return undefined;
    passed.add(at.code);
  }
  return passed.size;
}

function findParentProblem(
  i: number,
  row: ImportRow,
  byCode: ReadonlyMap<string, ImportRow>,
  known: ReadonlyMap<string, Known>,
): FieldError | undefined {
  const parent = row.parent ?? '';
  const recorded = known.get(parent);
  if (recorded?.inScope && !recorded.alive) {
    return at(
      i,
      'parent',
      'parent-ended',
      `上级 ${parent} 已撤销，请改用现存的组织`,
      `the parent ${parent} is dissolved; name a living one`,
    );
  }
  if (parent === '' || recorded?.inScope || byCode.has(parent)) return undefined;
  return at(
    i,
    'parent',
    'parent-unknown',
    `没有编码为 ${parent} 的上级，请检查编码或把上级也列入`,
    `there is no parent with the code ${parent}; check it, or list the parent too`,
  );
}

function findPredecessorProblem(
  i: number,
  row: ImportRow,
  byCode: ReadonlyMap<string, ImportRow>,
  known: ReadonlyMap<string, Known>,
): FieldError | undefined {
  const missing = (row.succeeds ?? []).find(
    (code) => code === row.code || (known.get(code)?.inScope !== true && !byCode.has(code)),
  );
  if (missing === undefined) return undefined;
  return at(
    i,
    'succeeds',
    'predecessor-unknown',
    `没有编码为 ${missing} 的原组织，请检查编码`,
    `there is no organisation with the code ${missing} that it could succeed; check it`,
  );
}

function findDifference(i: number, row: ImportRow, known: Known): FieldError | undefined {
  if (!known.inScope) {
    return at(i, 'code', 'code-taken', `编码 ${row.code} 已被使用`, `the code ${row.code} is in use`);
  }
  const same =
    known.alive &&
    known.name === row.name &&
    known.kind === row.kind &&
    (known.parentCode ?? '') === (row.parent ?? '');
  if (same) return undefined;
  return at(
    i,
    'code',
    'recorded-otherwise',
    `编码 ${row.code} 已登记为“${known.name}”（${known.kind}），与本行不同；更名、调整隶属请用相应操作`,
    `the code ${row.code} is recorded as ${known.name} (${known.kind}), unlike this row; rename or move it by those actions`,
  );
}

const twice = (i: number, row: ImportRow, first: number): FieldError =>
  at(
    i,
    'code',
    'code-twice',
    `编码 ${row.code} 与第 ${first + 1} 行重复`,
    `the code ${row.code} stands in row ${first + 1} already`,
  );

const circle = (i: number, row: ImportRow): FieldError =>
  at(i, 'parent', 'cycle', `${row.code} 的上级绕回了自己`, `the parents of ${row.code} lead back to it`);

const at = (i: number, field: string, rule: string, chinese: string, english: string): FieldError => ({
  field: `rows.${i}.${field}`,
  rule,
  words: { 'zh-CN': `第 ${i + 1} 行：${chinese}`, en: `Row ${i + 1}: ${english}` },
});
