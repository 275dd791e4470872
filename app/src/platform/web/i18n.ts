import type { Language, Words } from '@luoshi/engine';
import { createInstance } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { WordKey } from '../words/index.ts';
import { wordsIn } from './resources.ts';

const REMEMBERED = 'luoshi.language';

export const i18n = createInstance();

function firstLanguage(): Language {
  return globalThis.localStorage?.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN';
}

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  supportedLngs: ['zh-CN', 'en'],
  resources: { 'zh-CN': { translation: wordsIn('zh-CN') }, en: { translation: wordsIn('en') } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

export const currentLanguage = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN');

export function changeLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language);
  void i18n.changeLanguage(language);
}

export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

interface Speech {
  readonly language: Language;
  /** The sentence under a key, with its values put in. */
  readonly say: Say;
  /** The reader's half of a text that travels in both languages. */
  readonly pick: (words: Words) => string;
}

/** Speaks the reader's language, and again when it changes. */
export function useSpeech(): Speech {
  const { t } = useTranslation(undefined, { i18n });
  const language = currentLanguage();
  return useMemo(
    () => ({
      language,
      say: (key, values) => t(key, { ...values }),
      pick: (words) => words[language],
    }),
    [t, language],
  );
}
