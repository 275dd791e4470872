import { unknownName } from '../duty/problems.ts';
import type { At } from '../measure/types.ts';
import { valueToJson } from '../value-json.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Sheet, StepChecker, Within } from './types.ts';

export function checkWithin(within: Within, at: string, { parts, step, add }: StepChecker): boolean {
  if (within === 'all') return true;
  const unknown =
    within.under === undefined
      ? []
      : unknownName('organisation-kind', within.under, parts.organisationKinds, `${at}/under`);
  for (const finding of unknown) add(finding);
  const types = (within.by ?? []).map((id, i) => step(id, `${at}/by/${i}`));
  return unknown.length === 0 && !types.includes(null);
}

/** Rows that are compared with each other, group by group; each row stands in exactly one. */
export function groupsOf(within: Within, sheet: Sheet): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const row of sheet.subjects.keys()) {
    const key = groupKey(within, sheet, row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function groupKey(within: Within, sheet: Sheet, row: number): string {
  if (within === 'all') return '';
  const above =
    within.under === undefined ? '' : ancestor(sheet.subjects[row]?.organisation, within.under, sheet.run.index);
  const classes = (within.by ?? []).map((step) => JSON.stringify(valueToJson(sheet.column(step)[row] as never)));
  return [above, ...classes].join('|');
}

/** The organisation of a kind at or above another; empty when there is none. */
function ancestor(of: string | undefined, kind: string, { organisations }: WorldIndex): string {
  for (let at = organisations.get(of ?? ''); at; at = organisations.get(at.parent ?? ''))
    if (at.kind === kind) return at.id;
  return '';
}

/**
 * Where what concerns a whole group is worked out: for the organisation the group stands under, with the steps of its first
 * subject by id, so that the order of subjects is of no matter.
 */
export function groupAt(within: Within, sheet: Sheet, rows: readonly number[]): At {
  const id = (row: number): string => sheet.subjects[row]?.ref.id ?? '';
  const first = rows.reduce((least, row) => (id(row) < id(least) ? row : least), rows[0] ?? 0);
  const at = sheet.at(first);
  if (within === 'all' || within.under === undefined) return at;
  const above = ancestor(sheet.subjects[first]?.organisation, within.under, sheet.run.index);
  return above === '' ? at : { ...at, subject: { kind: 'organisation', id: above }, organisation: above };
}
