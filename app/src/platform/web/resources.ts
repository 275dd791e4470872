import type { Language } from '@luoshi/engine';
import { areas } from '../words/index.ts';

const AT = { 'zh-CN': 0, en: 1 } as const satisfies Record<Language, 0 | 1>;

/** All words of one language under their full keys, as i18next reads them. */
export function wordsIn(language: Language): Record<string, string> {
  const entries = Object.entries(areas).flatMap(([area, words]) =>
    Object.entries(words).map(([key, pair]) => [`${area}.${key}`, pair[AT[language]]]),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}
