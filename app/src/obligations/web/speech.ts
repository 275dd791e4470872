import { useMemo } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { areas } from '../../platform/words/index.ts';
import type { StandingLight } from '../light.ts';
import { ALL_LIGHTS } from './lights.ts';

const LIMIT_LIGHTS = ['due-soon', 'met', 'excused'] as const satisfies readonly StandingLight[];

type Cadence = keyof typeof areas.cadence;
const isCadence = (text: string): text is Cadence => text in areas.cadence;

const PARTS = { T: ['上旬', '中旬', '下旬'], F: ['上半月', '下半月'] } as const;

/** `2026-03-T2` → 2026年3月中旬 / part 2 of 3, 2026-03. */
function partOfMonth([, year, month, letter, number]: RegExpExecArray, zh: boolean): string {
  const names = letter === 'T' ? PARTS.T : PARTS.F;
  const n = Number(number);
  return zh ? `${year}年${Number(month)}月${names[n - 1] ?? n}` : `part ${n} of ${names.length}, ${year}-${month}`;
}

/** `2026-03+2` → 2026年3月起 2 个月 / 2 months from 2026-03. */
function stretch([, first = '', number]: RegExpExecArray, language: 'zh-CN' | 'en'): string {
  const [zh, en] = first.includes('W') ? ['周', 'weeks'] : first.length === 7 ? ['个月', 'months'] : ['年', 'years'];
  const from = periodName(first, language);
  return language === 'zh-CN' ? `${from}起 ${number} ${zh}` : `${number} ${en} from ${from}`;
}

/** `2026-W38` → 2026年第38周 / week 38, 2026. */
export function periodName(key: string, language: 'zh-CN' | 'en'): string {
  const zh = language === 'zh-CN';
  const part3 = /^(\d{4})-(\d{2})-(T|F)(\d)$/.exec(key);
  if (part3) return partOfMonth(part3, zh);
  const long = /^([^+]+)\+(\d+)$/.exec(key);
  if (long) return stretch(long, language);
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
    const ofLimit = new Map(LIMIT_LIGHTS.map((light) => [light as StandingLight, say(`limit.${light}`)]));
    return {
      ...speech,
      /** Between things said one after another. */
      comma: language === 'zh-CN' ? '，' : ', ',
      /** What a light says of a duty, or of a limit. */
      lightWord: (light: StandingLight, limit = false) =>
        (limit ? ofLimit.get(light) : undefined) ?? words.get(light) ?? light,
      cadenceWord: (cadence: string) => (isCadence(cadence) ? say(`cadence.${cadence}`) : cadence),
      periodWord: (key: string) => periodName(key, language),
    };
  }, [speech]);
}
