import type { Words } from '@luoshi/engine';

interface Said {
  readonly words: Words;
  readonly fields?: readonly { readonly field: string; readonly words: Words }[];
}

const hasWords = (error: unknown): error is Said =>
  typeof error === 'object' && error !== null && 'words' in error && typeof error.words === 'object';

/** What went wrong, for a person at a terminal: our words in both languages; of a bug, where it happened. */
export function sayError(error: unknown): string {
  if (!hasWords(error)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const fields = (error.fields ?? []).flatMap(({ field, words }) => [
    `  ${field}: ${words['zh-CN']}`,
    `  ${field}: ${words.en}`,
  ]);
  return [error.words['zh-CN'], error.words.en, ...fields].join('\n');
}
