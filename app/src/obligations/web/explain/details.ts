import type { Explanation, Words } from '@luoshi/engine';

/** A row of a step's construct-specific figures, as it travels. */
export type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** Rows among a step's construct-specific figures; none when it has none. */
export function rowsIn({ details }: Explanation, name: string): readonly Row[] {
  const listed = details?.[name];
  return Array.isArray(listed) ? listed.filter(isRow) : [];
}

/** A text or number of a row; null when it is not known. */
export function textIn(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A number of a row; null when it is not known. */
export function numberIn(row: Row | undefined, name: string): number | null {
  const text = textIn(row, name);
  const number = Number(text);
  return text === null || text === '' || !Number.isFinite(number) ? null : number;
}

export const isSet = (row: Row, name: string): boolean => row[name] === true;

/** Words of a row in both languages; null when it has none. */
export function wordsIn(row: Row, name: string): Words | null {
  const words = row[name];
  if (!isRow(words)) return null;
  const [zh, en] = [words['zh-CN'], words.en];
  return typeof zh === 'string' && typeof en === 'string' ? { 'zh-CN': zh, en } : null;
}

/** The known number of a value that stands in a row; null when there is none, or it is not known. */
export function valueIn(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return isRow(value) && value.state === 'known' ? textIn(value, 'value') : null;
}
