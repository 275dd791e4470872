/**
 * Text that a spreadsheet would run as a formula. In workbooks such text is written into a cell of
 * type text with the text format, so that it stays text even after editing. CSV has no types:
 * there it gets a leading apostrophe, and reading takes one apostrophe away again, so that every
 * text survives the way out and back.
 */
const WOULD_RUN = /^'*[=+\-@\t\r\n|]/;
const GUARDED = /^'+[=+\-@\t\r\n|]/;

export const guardCsvText = (text: string): string => (WOULD_RUN.test(text) ? `'${text}` : text);
export const unguardCsvText = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
