import type { Board, BoardRow } from './board-data.ts';
import type { BoardState } from './board-state.ts';
import { codeOf, OUT_OF_SIGHT } from './lights.ts';

/** A line of the chart: a row, or the heading of a group that has no row of its own on it. */
export interface Line {
  /** Index into `board.rows`; -1 for a bare heading. */
  readonly row: number;
  readonly group: number;
  readonly heading: boolean;
  /** Whether it fits the filters, or stands there only to show where the rows below it belong. */
  readonly counted: boolean;
}

export interface RowModel {
  readonly lines: readonly Line[];
  /** Indices into `board.rows` that fit the filters. */
  readonly rows: readonly number[];
  /** Indices into `board.duties` that are shown. */
  readonly duties: readonly number[];
}

/** In place of a unit: whoever sent them, somebody works there. */
export const ANY_UNIT = 'any';

const isFrom = ({ sendingOrganisation }: BoardRow['postings'][number], unit: string | undefined) =>
  unit === ANY_UNIT || sendingOrganisation.id === unit;

const fold = (text: string) => text.toLowerCase().replaceAll(/\s+/g, '');

/** By name, by pinyin (whole or its beginning), by initials, or by the name of who works there. */
export function matchesText(row: BoardRow, text: string): boolean {
  const wanted = fold(text);
  if (wanted === '') return true;
  return (
    fold(row.name).includes(wanted) ||
    fold(row.pinyin).startsWith(wanted) ||
    fold(row.initials).startsWith(wanted) ||
    row.postings.some((posting) => posting.person.includes(wanted))
  );
}

const NOTHING = `${codeOf('not-applicable')}${OUT_OF_SIGHT}`;
const isOwed = (lights: string, duty: number) => !NOTHING.includes(lights.charAt(duty));

/** Duties that are owed on no row in the period: nobody has them, or their day is not near. */
export function idleDuties(board: Board): ReadonlySet<number> {
  const owed = (duty: number) => board.lights.some((lights) => isOwed(lights, duty));
  return new Set([...board.duties.keys()].filter((duty) => !owed(duty)));
}

/** Duties whose columns stand on the chart: those chosen by name, else those of the group, without those at rest. */
export function shownDuties(board: Board, { columns, duties, idle }: Pick<BoardState, 'columns' | 'duties' | 'idle'>) {
  const all = [...board.duties.keys()];
  const chosen = all.filter((index) => duties.includes(board.duties[index]?.id ?? ''));
  if (chosen.length > 0) return chosen;
  const grouped = all.filter((index) => board.duties[index]?.group === columns);
  const own = grouped.length > 0 ? grouped : all;
  const resting = idleDuties(board);
  const awake = own.filter((index) => !resting.has(index));
  return idle || awake.length === 0 ? own : awake;
}

/** What the filters leave of the chart, in its order, each group under its heading. */
export function rowModel(board: Board, state: BoardState): RowModel {
  const duties = shownDuties(board, state);
  const wanted = new Set(state.lights.map(codeOf));
  const fits = (row: BoardRow, index: number): boolean => {
    if (state.township && board.groups[row.group]?.id !== state.township) return false;
    if (state.unit && !row.postings.some((posting) => isFrom(posting, state.unit))) return false;
    if (!matchesText(row, state.text)) return false;
    const lights = board.lights[index] ?? '';
    if (state.columns && !duties.some((duty) => isOwed(lights, duty))) return false;
    if (wanted.size === 0) return true;
    return duties.some((duty) => wanted.has(lights.charAt(duty)));
  };
  const rows = board.rows.flatMap((row, index) => (fits(row, index) ? [index] : []));
  return { rows, duties, lines: underHeadings(board, rows) };
}

function underHeadings(board: Board, rows: readonly number[]): Line[] {
  const heads = headRows(board);
  const lines: Line[] = [];
  let group = -1;
  for (const row of rows) {
    const own = board.rows[row]?.group ?? 0;
    const head = heads.get(own) ?? -1;
    if (own !== group) lines.push({ row: head, group: own, heading: true, counted: head === row });
    group = own;
    if (row !== head) lines.push({ row, group: own, heading: false, counted: true });
  }
  return lines;
}

/** The row of the organisation that gives each group its name, where there is one. */
export function headRows(board: Board): ReadonlyMap<number, number> {
  const heads = new Map<number, number>();
  for (const [index, row] of board.rows.entries()) {
    if (board.groups[row.group]?.id === row.organisation) heads.set(row.group, index);
  }
  return heads;
}

export interface SendingUnit {
  readonly id: string;
  readonly name: string;
  readonly postings: number;
}

/** Units that sent somebody to a row of the chart, most postings first. */
export function sendingUnits(board: Board): SendingUnit[] {
  const units = new Map<string, SendingUnit>();
  for (const { postings } of board.rows) {
    for (const { sendingOrganisation } of postings) {
      const known = units.get(sendingOrganisation.id);
      units.set(sendingOrganisation.id, { ...sendingOrganisation, postings: (known?.postings ?? 0) + 1 });
    }
  }
  return [...units.values()].sort((a, b) => b.postings - a.postings || a.name.localeCompare(b.name, 'zh-CN'));
}
