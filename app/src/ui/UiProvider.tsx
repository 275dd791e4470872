import type { Language } from '@luoshi/engine';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';
import './base.css';
import { themeOf } from './theme.ts';
import { type Mode, tokenStyles } from './tokens.ts';
import { useMedia } from './use-media.ts';

/** The few sentences the design system itself speaks. */
export interface UiWords {
  readonly loading: string;
  readonly retry: string;
  readonly close: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly nothing: string;
  readonly notFound: string;
  readonly toStart: string;
  readonly skipToContent: string;
  readonly more: string;
  readonly navigation: string;
}

interface Ui {
  readonly language: Language;
  readonly mode: Mode;
  readonly words: UiWords;
}

const UiContext = createContext<Ui | undefined>(undefined);

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('Components of ui/ stand inside UiProvider.');
  return ui;
}

const locales = { 'zh-CN': zhCN, en: enUS };

function installTokens(): void {
  if (document.getElementById('tokens')) return;
  const style = document.createElement('style');
  style.id = 'tokens';
  style.textContent = tokenStyles();
  document.head.prepend(style);
}

/** Gives everything below it the design system: language, mode, theme and tokens. */
export function UiProvider({ language, mode, words, children }: Ui & { readonly children: ReactNode }) {
  useLayoutEffect(() => {
    installTokens();
    document.documentElement.lang = language;
    document.documentElement.dataset.mode = mode;
    dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  }, [language, mode]);
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const theme = useMemo(() => themeOf(mode, !still), [mode, still]);
  const ui = useMemo(() => ({ language, mode, words }), [language, mode, words]);
  return (
    <UiContext value={ui}>
      <ConfigProvider locale={locales[language]} theme={theme} button={{ autoInsertSpace: false }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </UiContext>
  );
}
