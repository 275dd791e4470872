import { parse } from 'csv-parse/sync';
import { invalid } from '../actions/action-error.ts';

export interface CsvShape<Name extends string> {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
  /** Columns beyond these are taken when their header fits; else they are refused. */
  readonly others?: RegExp;
  readonly maxRows?: number;
}

export interface CsvRow<Name extends string> {
  /** Counted as a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  /** Trimmed; `''` when blank or when the column is absent. */
  readonly values: Readonly<Record<Name, string>>;
  readonly others: Readonly<Record<string, string>>;
}

const MAX_ROWS = 200_000;

/**
 * Reads CSV (UTF-8, comma, header in the first row) into rows of text.
 * @throws ActionError `invalid` when the file as a whole cannot be taken.
 */
export function readCsv<Name extends string>(text: string, shape: CsvShape<Name>): readonly CsvRow<Name>[] {
  const [header, ...records] = parseRecords(text);
  if (!header) throw empty();
  const names = header.map((name) => name.trim());
  checkHeader(names, shape);
  if (records.length === 0) throw empty();
  const limit = shape.maxRows ?? MAX_ROWS;
  if (records.length > limit) throw tooManyRows(limit);
  return records.map((record, index) => toRow(record, names, shape, index + 2));
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: false, trim: true }) as string[][];
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    throw invalid('csv-damaged', {
      'zh-CN': `CSV 第 ${lines ?? '?'} 行无法读取：列数或引号不对。请从模板重新另存为 CSV（UTF-8）。`,
      en: `Line ${lines ?? '?'} of the CSV cannot be read: ${message}. Save it again as CSV (UTF-8).`,
    });
  }
}

function checkHeader<Name extends string>(names: readonly string[], shape: CsvShape<Name>): void {
  const known: readonly string[] = [...shape.required, ...shape.optional];
  const missing = shape.required.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.includes(name) && !shape.others?.test(name));
  const doubled = names.filter((name, at) => names.indexOf(name) !== at);
  if (missing.length + unknown.length + doubled.length === 0) return;
  const say = (zh: string, en: string, list: readonly string[]) =>
    list.length === 0 ? [] : [{ zh: `${zh}：${list.join('、')}`, en: `${en}: ${list.join(', ')}` }];
  const parts = [
    ...say('缺少列', 'missing columns', missing),
    ...say('不认识的列', 'unknown columns', unknown),
    ...say('重复的列', 'columns that stand there twice', doubled),
  ];
  throw invalid('csv-header', {
    'zh-CN': `CSV 表头不对。${parts.map((part) => part.zh).join('；')}。可用的列：${known.join('、')}。`,
    en: `The CSV header does not fit: ${parts.map((part) => part.en).join('; ')}. Columns: ${known.join(', ')}.`,
  });
}

function toRow<Name extends string>(
  record: readonly string[],
  names: readonly string[],
  shape: CsvShape<Name>,
  row: number,
): CsvRow<Name> {
  const all = Object.fromEntries(names.map((name, at) => [name, record[at] ?? '']));
  const known: readonly Name[] = [...shape.required, ...shape.optional];
  const values = Object.fromEntries(known.map((name) => [name, all[name] ?? ''])) as Record<Name, string>;
  const others = Object.fromEntries(
    Object.entries(all).filter(([name]) => !(known as readonly string[]).includes(name)),
  );
  return { row, values, others };
}

const empty = () =>
  invalid('csv-empty', {
    'zh-CN': 'CSV 表头下面没有数据，请填写后再导入。',
    en: 'The CSV has no rows below its header; fill them in and import again.',
  });

const tooManyRows = (limit: number) =>
  invalid('csv-too-long', {
    'zh-CN': `CSV 超过 ${limit} 行，请分成几个文件导入。`,
    en: `The CSV has more than ${limit} rows; import it in several files.`,
  });
