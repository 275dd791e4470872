import { Nullable, type Static, Type, WordsSchema } from '../../platform/actions/schema.ts';
import { fieldProblem } from '../problems.ts';
import type { RowProblem } from './row-check.ts';

const MEGABYTE = 1024 * 1024;
/** A sheet may have 20 MB; base64 takes four bytes for three. */
export const SHEET_BODY_LIMIT = 28 * MEGABYTE;

/** What every action on a file of records takes. */
export const SheetFields = {
  form: Type.String({ description: 'Id of the form.', maxLength: 100 }),
  file: Type.String({ contentEncoding: 'base64', minLength: 1, description: 'The .xlsx or .csv file, base64.' }),
  fileName: Type.String({ minLength: 1, maxLength: 200, description: 'Its name.' }),
} as const;

export const ProblemSchema = Type.Object({
  row: Type.Integer({ description: 'Row number as the sheet shows it.' }),
  field: Nullable(Type.String({ description: 'Id of the field; null when it concerns the whole row.' })),
  words: WordsSchema,
});

export const problemView = ({ row, key, words }: RowProblem): Static<typeof ProblemSchema> => ({
  row,
  field: key?.replace('#', '') ?? null,
  words,
});

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** @throws ActionError `invalid` when it is no base64. */
export function bytesOf(file: string): Buffer {
  if (BASE64.test(file)) return Buffer.from(file, 'base64');
  throw fieldProblem('file', 'base64', {
    'zh-CN': '文件内容不是 base64 编码，无法读取。',
    en: 'The content of the file is not base64 and cannot be read.',
  });
}
