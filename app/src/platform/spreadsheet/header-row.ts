import { type Column, cellName, normaliseHeader, REASON_HEADER } from './column.ts';
import type { RawRow, RawSheet } from './raw-sheet.ts';
import { SpreadsheetError } from './sheet-error.ts';

export interface HeaderRow {
  readonly rowNumber: number;
  /** Place of each column in the sheet, counted from 0, by key. */
  readonly places: ReadonlyMap<string, number>;
}

/** Title and lines of the form may stand above the header, but no more than this. */
const SEARCHED_ROWS = 30;

/** Finds the row that names the columns; refuses the sheet when it differs from what is expected. */
export async function findHeaderRow(sheet: RawSheet, columns: readonly Column[]): Promise<HeaderRow> {
  const best = await likeliestRow(sheet, columns);
  const name = sheet.name === undefined ? {} : { sheet: sheet.name };
  if (!best) throw new SpreadsheetError('wrong-header', { ...name, missing: columns.map((column) => column.header) });
  const found = matchHeader(best, columns);
  if (found.missing.length + found.unknown.length + found.doubled.length > 0) {
    throw new SpreadsheetError('wrong-header', { ...name, ...pairRenamed(found) });
  }
  return { rowNumber: best.number, places: found.places };
}

async function likeliestRow(sheet: RawSheet, columns: readonly Column[]): Promise<RawRow | undefined> {
  const wanted = new Set(columns.map((column) => normaliseHeader(column.header)));
  let best: RawRow | undefined;
  let bestHits = 0;
  for await (const row of sheet.rows()) {
    if (row.number > SEARCHED_ROWS) break;
    const hits = new Set(row.values.map(asHeader).filter((header) => wanted.has(header))).size;
    if (hits > bestHits) [best, bestHits] = [row, hits];
    if (hits === wanted.size) break;
  }
  return best;
}

const asHeader = (value: unknown) => (typeof value === 'string' ? normaliseHeader(value) : '');

interface Place {
  readonly header: string;
  readonly cell: string;
}

function matchHeader(row: RawRow, columns: readonly Column[]) {
  const byHeader = new Map(columns.map((column) => [normaliseHeader(column.header), column]));
  const places = new Map<string, number>();
  const unknown: Place[] = [];
  const doubled: Place[] = [];
  row.values.forEach((value, index) => {
    const header = value === null ? '' : normaliseHeader(String(value));
    if (header === '' || header === REASON_HEADER) return;
    const column = byHeader.get(header);
    const place = { header: String(value).trim(), cell: cellName(index, row.number) };
    if (!column) unknown.push(place);
    else if (places.has(column.key)) doubled.push(place);
    else places.set(column.key, index);
  });
  const missing = columns.filter((column) => !places.has(column.key) && !column.mayBeAbsent).map((c) => c.header);
  return { places, missing, unknown, doubled };
}

/** An unknown header that resembles a missing one was probably renamed: say so in one sentence. */
function pairRenamed(found: { missing: string[]; unknown: Place[]; doubled: Place[] }) {
  const missing = [...found.missing];
  const renamed: (Place & { expected: string })[] = [];
  const unknown = found.unknown.filter((place) => {
    const expected = missing.find((header) => resembles(normaliseHeader(place.header), normaliseHeader(header)));
    if (expected === undefined) return true;
    missing.splice(missing.indexOf(expected), 1);
    renamed.push({ ...place, expected });
    return false;
  });
  return { missing, unknown, renamed, doubled: found.doubled };
}

/** At least half of the longer header's characters occur in the other. */
function resembles(a: string, b: string): boolean {
  const shared = [...new Set(a)].filter((character) => b.includes(character)).length;
  return shared * 2 >= Math.max(new Set(a).size, new Set(b).size);
}
