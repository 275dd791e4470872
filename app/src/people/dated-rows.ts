import type { ActionContext } from '../platform/actions/action.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';
import { findOrganisations, findOutsideLife, type OrganisationLife } from './organisation-lookup.ts';
import { unknownCode } from './people-import-check.ts';
import { overlap } from './problems.ts';
import { findSpanProblem, overlaps, type Span } from './span.ts';

export type OrganisationOfCode = (
  row: number,
  column: string,
  code: string,
  errors: RowErrors,
) => OrganisationLife | null;

/** Looks up the organisations of a file by their codes, within the scope. */
export async function readCodes(
  { tx, scope }: Pick<ActionContext<ReadTx>, 'tx' | 'scope'>,
  codes: readonly string[],
): Promise<OrganisationOfCode> {
  const found = await findOrganisations(tx, scope, { codes: [...new Set(codes)] });
  const byCode = new Map(found.map((organisation) => [organisation.code, organisation]));
  return (row, column, code, errors) => {
    const organisation = byCode.get(code) ?? null;
    if (!organisation) errors.add(row, column, 'organisation', unknownCode(code));
    return organisation;
  };
}

/** The span of a row; what is wrong with its days goes to `errors`. */
export function spanOf(row: number, from: string, to: string, errors: RowErrors): Span {
  const span = { from, to: to === '' ? null : to };
  const problem = findSpanProblem(span);
  if (problem) errors.add(row, problem.field, problem.rule, problem.words);
  return span;
}

/** Checks that an organisation exists during a span. */
export function checkLife(
  row: number,
  column: string,
  organisation: OrganisationLife | null,
  span: Span,
  errors: RowErrors,
) {
  const problem = organisation && findOutsideLife(column, organisation, span.from, span.to);
  if (problem) errors.add(row, problem.field, problem.rule, problem.words);
}

/** Refuses rows that overlap one another or what is recorded, where `keyOf` is equal. */
export function checkOverlaps<Row extends Span & { readonly id: string }>(
  rows: readonly { readonly row: number; readonly draft: Row }[],
  known: readonly Row[],
  keyOf: (row: Row) => string,
  errors: RowErrors,
): void {
  const taken = Map.groupBy(known, keyOf);
  for (const { row, draft } of rows) {
    const others = taken.get(keyOf(draft)) ?? [];
    const other = others.find((one) => one.id !== draft.id && overlaps(one, draft));
    if (other) {
      const problem = overlap('from', other.from, other.to);
      errors.add(row, problem.field, problem.rule, problem.words);
    }
    taken.set(keyOf(draft), [...others, draft]);
  }
}

/** Refuses a row whose id another row of the file bears. */
export function checkDoubles(
  rows: readonly { readonly row: number; readonly draft: { readonly id: string } }[],
  errors: RowErrors,
) {
  const seen = new Map<string, number>();
  for (const { row, draft } of rows) {
    const before = seen.get(draft.id);
    if (before !== undefined) {
      errors.add(row, 'from', 'double', {
        'zh-CN': `与第 ${before} 行是同一条，请删去一行`,
        en: `is the same as row ${before}; delete one of them`,
      });
    }
    seen.set(draft.id, row);
  }
}
