import type { Form, Language } from '@luoshi/engine';
import { invalid } from '../../platform/actions/action-error.ts';
import { type Column, type OpenSheet, openSheet, SpreadsheetError } from '../../platform/spreadsheet/index.ts';
import { importColumnsOf } from './columns.ts';

export interface FormSheet {
  readonly sheet: OpenSheet;
  readonly columns: readonly Column[];
  /** The language of its headers and options. */
  readonly language: Language;
}

/**
 * Opens a file as the sheet of a form, in the caller's language or the other one.
 * @throws ActionError `invalid` when the file as a whole cannot be taken; it says why and what to do.
 */
export async function openFormSheet(bytes: Uint8Array, form: Form, language: Language): Promise<FormSheet> {
  try {
    return await openIn(bytes, form, language);
  } catch (error) {
    const other = language === 'en' ? 'zh-CN' : 'en';
    const found = isWrongHeader(error) ? await openIn(bytes, form, other).catch(() => null) : null;
    if (found) return found;
    throw sheetRefusal(error);
  }
}

async function openIn(bytes: Uint8Array, form: Form, language: Language): Promise<FormSheet> {
  const columns = importColumnsOf(form, language);
  return { sheet: await openSheet(bytes, { columns }), columns, language };
}

const isWrongHeader = (error: unknown) => error instanceof SpreadsheetError && error.code === 'wrong-header';

/** A refusal of the file in the words of the action layer; anything else stays what it is. */
export function sheetRefusal(error: unknown): unknown {
  if (!(error instanceof SpreadsheetError)) return error;
  const { words, wayOut, code } = error;
  return invalid(`sheet-${code}`, {
    'zh-CN': `${words['zh-CN']}${wayOut['zh-CN']}`,
    en: `${words.en} ${wayOut.en}`,
  });
}
