import { type Light, type Obligation, type Words, worstLight } from '@luoshi/engine';

/** One character per light, so that 878 × 25 cells travel as 878 short strings. */
export const LIGHT_CODE = {
  overdue: 'x',
  'due-soon': 's',
  'not-known': '?',
  open: 'o',
  late: 'l',
  met: 'm',
  excused: 'e',
  'not-applicable': '-',
} as const satisfies Record<Light, string>;

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
}

/** What one cell adds up: all standings of one duty on one organisation's row. */
export interface CellStanding {
  readonly organisation: string;
  readonly obligation: string;
  readonly light: Light;
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

/** Lays standings out: a light and a short text per row and duty, and counts per duty. */
export function layOut(
  rows: readonly BoardRow[],
  duties: readonly BoardDuty[],
  standings: readonly CellStanding[],
): BoardCells {
  const rowOf = new Map(rows.map((row, index) => [row.organisation, index]));
  const dutyOf = new Map(duties.map((duty, index) => [duty.id, index]));
  const cells = new Map<number, CellStanding[]>();
  for (const standing of standings) {
    const row = rowOf.get(standing.organisation);
    const duty = dutyOf.get(standing.obligation);
    if (row === undefined || duty === undefined) continue;
    const place = row * duties.length + duty;
    const there = cells.get(place);
    if (there) there.push(standing);
    else cells.set(place, [standing]);
  }
  return fill(rows.length, duties.length, cells);
}

function fill(rowCount: number, dutyCount: number, cells: ReadonlyMap<number, readonly CellStanding[]>): BoardCells {
  const lights: string[] = [];
  const texts: Record<string, Record<string, string>> = {};
  const byDuty: Record<string, number>[] = Array.from({ length: dutyCount }, () => ({}));
  const total: Record<string, number> = {};
  for (let row = 0; row < rowCount; row++) {
    let line = '';
    for (let duty = 0; duty < dutyCount; duty++) {
      const standings = cells.get(row * dutyCount + duty) ?? [];
      const code = cellCode(standings);
      line += code;
      const counts = byDuty[duty] as Record<string, number>;
      counts[code] = (counts[code] ?? 0) + 1;
      total[code] = (total[code] ?? 0) + 1;
      const text = cellText(standings);
      if (text) (texts[row] ??= {})[duty] = text;
    }
    lights.push(line);
  }
  return { lights, texts, counts: { byDuty, total } };
}

function cellCode(standings: readonly CellStanding[]): string {
  if (standings.length === 0) return LIGHT_CODE['not-applicable'];
  return LIGHT_CODE[worstLight(standings.map((standing) => standing.light))];
}

const owed = (standing: CellStanding) => standing.light !== 'excused' && standing.light !== 'not-applicable';
const fulfilled = (standing: CellStanding) => standing.light === 'met' || standing.light === 'late';

/** `1/2` (done of needed) for a single standing, `11/13` (met of owed) for several. */
function cellText(standings: readonly CellStanding[]): string {
  const [only] = standings;
  if (standings.length === 1 && only) {
    return only.need === null || !owed(only) ? '' : `${shortNumber(only.done)}/${shortNumber(only.need)}`;
  }
  const owing = standings.filter(owed);
  return owing.length === 0 ? '' : `${owing.filter(fulfilled).length}/${owing.length}`;
}

/** At most two decimals, for a cell; the exact figure stands in the explanation. */
const shortNumber = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);

/** How a duty's rhythm is said in the column head. */
export function cadenceOf(obligation: Obligation): string {
  const { when } = obligation;
  if ('every' in when) return when.every;
  if ('once' in when) return 'once';
  if ('days_of_month' in when) return 'fixed-days';
  if ('festivals' in when) return 'festivals';
  return 'after' in when ? 'after-event' : 'before-end';
}
