import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { figure, term } from './phrases.ts';

/** `同一年内第 2 次`, `8 个月内第 2 次起每次`: which of several events binds. */
export function nthWords(nth: unknown, parts: Parts): Words | null {
  if (!isRecord(nth)) return null;
  const within = withinWords(nth.in, parts);
  const [zhRow, enRow] = nth.in_a_row === true ? ['连续', ' in a row'] : ['', ''];
  const number = figure(nth.only ?? nth.from ?? nth.every, parts);
  const zh = `${nth.in === 'to-date' && zhRow !== '' ? '' : within['zh-CN']}${zhRow}`;
  const en = `${number.en}${enRow} ${within.en}`;
  if (nth.only !== undefined) return say(`${zh}第 ${number['zh-CN']} 次`, `number ${en}`);
  if (nth.from !== undefined) return say(`${zh}第 ${number['zh-CN']} 次起每次`, `from number ${en} on`);
  return say(`${zh}每满 ${number['zh-CN']} 次`, `each ${en}`);
}

const PERIODS: Readonly<Record<string, Words>> = {
  month: say('同一个月内', 'of a month'),
  quarter: say('同一季度内', 'of a quarter'),
  'half-year': say('同一个半年内', 'of a half-year'),
  year: say('同一年内', 'of a year'),
};

function withinWords(within: unknown, parts: Parts): Words {
  if (!isRecord(within)) return PERIODS[String(within)] ?? say('累计', 'so far');
  const { from, to } = within;
  if (from !== undefined)
    return say(`每年 ${String(from)} 至 ${String(to)} 内`, `from ${String(from)} to ${String(to)} of a year`);
  const long = term({ within }, parts);
  return say(`${long['zh-CN']}内`, `within ${long.en}`);
}
