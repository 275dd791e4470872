import type { ValueJson, Words } from '@luoshi/engine';
import type { Grades, SheetRow } from './rating-data.ts';

/** The id of a grade; null while there is none. */
export const gradeOf = ({ grade }: Pick<SheetRow, 'grade'>): string | null =>
  grade?.state === 'known' ? String(grade.value) : null;

export interface Share {
  /** Null for those without a grade. */
  readonly grade: string | null;
  readonly count: number;
}

/** How many have each grade, from the best; those without one last, when there are any. */
export function distribution(rows: readonly SheetRow[], grades: Grades): Share[] {
  const count = (wanted: string | null) => rows.filter((row) => gradeOf(row) === wanted).length;
  const named = grades.map(({ id }) => ({ grade: id, count: count(id) }));
  const none = count(null);
  return none > 0 ? [...named, { grade: null, count: none }] : named;
}

export interface Bin {
  /** First score of the bin; the next bin begins where it ends. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const MOST_BINS = 12;
const STEPS = [1, 2, 2.5, 5, 10];

/** How many known scores lie in which span, in at most a dozen spans of one round width; none where they are all alike. */
export function scoreBins(rows: readonly SheetRow[]): Bin[] {
  const scores = rows.flatMap(({ score }) => numberOf(score) ?? []);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  if (scores.length === 0 || least === most) return [];
  const power = 10 ** Math.floor(Math.log10((most - least) / MOST_BINS));
  const width = power * (STEPS.find((step) => (most - least) / (step * power) < MOST_BINS - 1) ?? 10);
  const first = Math.floor(least / width);
  const last = Math.floor(most / width);
  const round = (index: number) => Number((index * width).toPrecision(12));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: round(first + i),
    to: round(first + i + 1),
    count: scores.filter((score) => Math.floor(score / width) === first + i).length,
  }));
}

export interface Filter {
  readonly text: string;
  /** A grade, `none` for those without one, or `all`. */
  readonly grade: string;
}

export function filtered(rows: readonly SheetRow[], { text, grade }: Filter): SheetRow[] {
  const wanted = text.trim();
  return rows.filter(
    (row) =>
      (wanted === '' || row.name.includes(wanted) || row.group.includes(wanted)) &&
      (grade === 'all' || (gradeOf(row) ?? 'none') === grade),
  );
}

/** Known numbers by size; what is not known or does not apply comes after all that are, whichever way one sorts. */
export function compareValues(a: ValueJson | null, b: ValueJson | null, descending: boolean): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === null || y === null) return (Number(x === null) - Number(y === null)) * (descending ? -1 : 1);
  return x - y;
}

export function numberOf(value: ValueJson | null): number | null {
  if (value?.state !== 'known') return null;
  const number = Number(value.value);
  return Number.isNaN(number) ? null : number;
}

export interface Reason {
  readonly what: string;
  readonly words: Words;
  /** How many results wait for it. */
  readonly count: number;
}

/** How many have a result that is not known, and what they lack, what most of them lack first. */
export function lackingIn(rows: readonly SheetRow[]): { readonly subjects: number; readonly reasons: Reason[] } {
  const reasons = new Map<string, Reason>();
  let subjects = 0;
  for (const { score, grade } of rows) {
    const missing = [score, grade].flatMap((value) => (value?.state === 'not-known' ? [value.missing] : []));
    if (missing.length === 0) continue;
    subjects += 1;
    for (const [what, { words }] of new Map(missing.flat().map((one) => [one.what, one]))) {
      reasons.set(what, { what, words, count: (reasons.get(what)?.count ?? 0) + 1 });
    }
  }
  return { subjects, reasons: [...reasons.values()].sort((a, b) => b.count - a.count) };
}

/** Whether a result reads as it was published: the same grade, and a score alike to two digits. */
export function readsAlike(live: Pick<SheetRow, 'score' | 'grade'>, kept: Pick<SheetRow, 'score' | 'grade'>): boolean {
  return gradeOf(live) === gradeOf(kept) && shown(live.score) === shown(kept.score);
}

function shown(value: ValueJson | null | undefined): string {
  const number = numberOf(value ?? null);
  return number === null ? (value?.state ?? '') : String(Math.round(number * 100));
}

/** Steps whose figure reads like the score in every row: one column of the two says it all. */
export function likeScore(rows: readonly SheetRow[], steps: readonly { readonly id: string }[]): ReadonlySet<string> {
  const known = rows.some(({ score }) => numberOf(score) !== null);
  const alike = steps.filter(({ id }) => rows.every(({ score, steps: own }) => shown(own[id]) === shown(score)));
  return new Set(known ? alike.map(({ id }) => id) : []);
}

export interface PeerGroup {
  readonly group: string;
  readonly count: number;
  /** Null when nobody of the group has a known score. */
  readonly mean: number | null;
  readonly shares: readonly Share[];
}

/** Those under one organisation beside each other, in the order of their names; who stands under nobody has no peers. */
export function peerGroups(rows: readonly SheetRow[], grades: Grades): PeerGroup[] {
  const groups = Map.groupBy(
    rows.filter(({ group }) => group !== ''),
    ({ group }) => group,
  );
  return [...groups]
    .map(([group, members]) => {
      const scores = members.flatMap(({ score }) => numberOf(score) ?? []);
      const mean = scores.length === 0 ? null : scores.reduce((so, one) => so + one, 0) / scores.length;
      return { group, count: members.length, mean, shares: distribution(members, grades) };
    })
    .sort((a, b) => a.group.localeCompare(b.group, 'zh-CN'));
}
