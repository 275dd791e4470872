import type { Obligation, Words } from '@luoshi/engine';
import { mostUrgent, type StandingLight } from './light.ts';

/** One character per light, so that 878 × 25 cells travel as 878 short strings. */
export const LIGHT_CODE = {
  overdue: 'x',
  beyond: 'b',
  'due-soon': 's',
  'not-known': '?',
  open: 'o',
  late: 'l',
  met: 'm',
  excused: 'e',
  'not-applicable': '-',
} as const satisfies Record<StandingLight, string>;

export interface BoardDuty {
  readonly id: string;
  readonly title: Words;
  readonly short: Words;
  readonly clause: string;
  /** What it is about; null where its pack does not say. */
  readonly group: string | null;
  readonly bearer: 'organisation' | 'posting' | 'person';
  readonly kinds: readonly string[];
  readonly cadence: string;
  /** Whether it says how much may be, not how much is owed. */
  readonly limit: boolean;
}

/** What one cell adds up: all standings of one duty on one organisation's row. */
export interface CellStanding {
  readonly organisation: string;
  readonly obligation: string;
  readonly light: StandingLight;
  readonly done: string;
  readonly need: string | null;
}

export interface BoardRow {
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly group: number;
  readonly pinyin: string;
  readonly initials: string;
  readonly postings: readonly BoardPosting[];
}

export interface BoardPosting {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly sendingOrganisation: { readonly id: string; readonly name: string };
}

export interface BoardCells {
  readonly lights: string[];
  readonly texts: Record<string, Record<string, string>>;
  readonly counts: { readonly byDuty: Record<string, number>[]; readonly total: Record<string, number> };
}

/** Most cells hold one standing: an array of its own for each of tens of thousands would cost more than all the rest. */
type Cell = CellStanding | CellStanding[] | undefined;

export interface BoardLayout {
  add(standing: CellStanding): void;
  finish(): BoardCells;
}

/** Lays standings out as they come: a light and a short text per row and duty, and counts per duty. */
export function startLayout(rows: readonly BoardRow[], duties: readonly BoardDuty[]): BoardLayout {
  const lines = rows.map((): Cell[] => []);
  const lineOf = new Map(rows.map((row, index) => [row.organisation, lines[index]]));
  const dutyOf = new Map(duties.map((duty, index) => [duty.id, index]));
  const add = (standing: CellStanding) => {
    const line = lineOf.get(standing.organisation);
    const duty = dutyOf.get(standing.obligation);
    if (line === undefined || duty === undefined) return;
    const there = line[duty];
    if (there === undefined) line[duty] = standing;
    else if (Array.isArray(there)) there.push(standing);
    else line[duty] = [there, standing];
  };
  return { add, finish: () => fill(lines, duties) };
}

function fill(lines: readonly (readonly Cell[])[], duties: readonly BoardDuty[]): BoardCells {
  const lights: string[] = [];
  const texts: Record<string, Record<string, string>> = {};
  for (const [row, line] of lines.entries()) {
    let codes = '';
    const told: Record<string, string> = {};
    for (const [duty, { limit }] of duties.entries()) {
      const cell = line[duty];
      codes += LIGHT_CODE[cellLight(cell)];
      const text = cellText(cell, limit);
      if (text) told[duty] = text;
    }
    lights.push(codes);
    if (Object.keys(told).length > 0) texts[row] = told;
  }
  return { lights, texts, counts: countLights(lights, duties.length) };
}

function countLights(lights: readonly string[], dutyCount: number): BoardCells['counts'] {
  const total: Record<string, number> = {};
  const byDuty = Array.from({ length: dutyCount }, (_, duty) => {
    const counts: Record<string, number> = {};
    for (const line of lights) counts[line.charAt(duty)] = (counts[line.charAt(duty)] ?? 0) + 1;
    for (const [code, cells] of Object.entries(counts)) total[code] = (total[code] ?? 0) + cells;
    return counts;
  });
  return { byDuty, total };
}

function cellLight(cell: Cell): StandingLight {
  if (cell === undefined) return 'not-applicable';
  return Array.isArray(cell) ? mostUrgent(cell.map((standing) => standing.light)) : cell.light;
}

const owed = (standing: CellStanding) => standing.light !== 'excused' && standing.light !== 'not-applicable';
const fulfilled = ({ light }: CellStanding, limit: boolean) =>
  light === 'met' || light === 'late' || (limit && light === 'due-soon');

/** `1/2` (done of needed, or of a limit) for a single standing, `11/13` (met of owed) for several. */
function cellText(cell: Cell, limit: boolean): string {
  if (cell === undefined) return '';
  if (Array.isArray(cell)) {
    const owing = cell.filter(owed);
    return owing.length === 0 ? '' : `${owing.filter((one) => fulfilled(one, limit)).length}/${owing.length}`;
  }
  return cell.need === null || !owed(cell) ? '' : `${shortNumber(cell.done)}/${shortNumber(cell.need)}`;
}

/** At most two decimals, for a cell; the exact figure stands in the explanation. */
const shortNumber = (decimal: string) =>
  decimal.includes('.') ? String(Math.round(Number(decimal) * 100) / 100) : decimal;

/** How a duty's rhythm is said in the column head. */
export function cadenceOf(obligation: Obligation): string {
  const { when } = obligation;
  if ('every' in when) return typeof when.every === 'string' ? when.every : (Object.keys(when.every)[0] ?? '');
  if ('once' in when) return 'once';
  if ('days_of_month' in when || 'days_of_year' in when || 'weekdays' in when) return 'fixed-days';
  if ('festivals' in when) return 'festivals';
  if ('before' in when) return 'before-date';
  return 'after' in when ? 'after-event' : 'before-end';
}
