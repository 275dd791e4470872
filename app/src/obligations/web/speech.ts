import type { Light } from '@luoshi/engine';
import { useMemo } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { areas } from '../../platform/words/index.ts';
import { ALL_LIGHTS } from './lights.ts';

type Cadence = keyof typeof areas.cadence;
const isCadence = (text: string): text is Cadence => text in areas.cadence;

/** `2026-W38` → 2026年第38周 / week 38, 2026. */
export function periodName(key: string, language: 'zh-CN' | 'en'): string {
  const zh = language === 'zh-CN';
  const [year = '', part = ''] = key.split('-');
  const n = Number(part.replace(/\D/g, ''));
  if (key === 'once') return zh ? '一次' : 'Once';
  if (part === '') return zh && /^\d{4}$/.test(key) ? `${year}年` : key;
  if (part.startsWith('W')) return zh ? `${year}年第${n}周` : `Week ${n}, ${year}`;
  if (part.startsWith('Q')) return zh ? `${year}年第${n}季度` : `Q${n} ${year}`;
  if (part.startsWith('H')) return zh ? `${year}年${n === 1 ? '上' : '下'}半年` : `H${n} ${year}`;
  return zh && key.length === 7 ? `${year}年${n}月` : key;
}

export type BoardSpeech = ReturnType<typeof useBoardSpeech>;

/** The words of the chart in the reader's language. */
export function useBoardSpeech() {
  const speech = useSpeech();
  return useMemo(() => {
    const { say, language } = speech;
    const words = new Map(ALL_LIGHTS.map((light) => [light, say(`light.${light}`)]));
    return {
      ...speech,
      /** Between things said one after another. */
      comma: language === 'zh-CN' ? '，' : ', ',
      lightWord: (light: Light) => words.get(light) ?? light,
      cadenceWord: (cadence: string) => (isCadence(cadence) ? say(`cadence.${cadence}`) : cadence),
      periodWord: (key: string) => periodName(key, language),
    };
  }, [speech]);
}
