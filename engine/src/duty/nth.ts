import { type CountRun, compileCount } from '../count.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import { durationWords, lengthOn, shifted } from '../measure/length.ts';
import type { Parts } from '../parts.ts';
import { periodOf } from '../period.ts';
import type { NthEvent } from '../schema/nth-event.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import type { Happened } from './events.ts';

/** An entry of the form of events, and whether it is one. */
export interface Candidate {
  readonly happened: Happened;
  readonly holds: boolean;
}

/** From which day on those before are numbered with one; null where it has no number. */
type Since =
  | { readonly day: DayNumber; readonly words: Words | null }
  | { readonly missing: readonly Missing[] }
  | null;

/**
 * Of events in the order in which they happened, those whose number within their time is asked for, each with its number in words. All of
 * them, with what is missing, while a length or the number is not set.
 */
export function compileNth(nth: NthEvent, parts: Parts): (candidates: readonly Candidate[]) => Happened[] {
  const since = compileSince(nth.in, parts);
  const asked = compileAsked(nth, parts);
  return (candidates) => {
    let run: Happened[] = [];
    return candidates.flatMap(({ happened, holds }): Happened[] => {
      if (!holds) {
        if (nth.in_a_row) run = [];
        return [];
      }
      if (happened.missing) return [happened];
      const first = since(happened.day);
      if (first === null) return [];
      const on = fromDay(happened.day);
      const missing = 'missing' in first ? first.missing : asked.count.missing(on);
      if ('missing' in first || missing.length > 0) return [{ ...happened, missing }];
      run = [...run.filter(({ day }) => day >= first.day), happened];
      const said = numberWords(run, first.words, nth.in_a_row === true);
      return asked.is(run.length, asked.count.on(on) ?? 0) ? [{ ...happened, said }] : [];
    });
  };
}

interface Asked {
  readonly count: CountRun;
  readonly is: (number: number, count: number) => boolean;
}

function compileAsked(nth: NthEvent, parts: Parts): Asked {
  if ('only' in nth) return { count: compileCount(nth.only, parts), is: (number, count) => number === count };
  if ('from' in nth) return { count: compileCount(nth.from, parts), is: (number, count) => number >= count };
  return { count: compileCount(nth.every, parts), is: (number, count) => number % count === 0 };
}

function compileSince(within: NthEvent['in'], parts: Parts): (day: DayNumber) => Since {
  if (within === 'to-date') return () => ({ day: Number.NEGATIVE_INFINITY, words: null });
  if (typeof within === 'string') {
    return (day) => {
      const { key, start } = periodOf(within, fromDay(day));
      return { day: toDay(start), words: say(`${key}${within === 'year' ? ' 年' : ' '}内`, `of ${key}`) };
    };
  }
  if ('from' in within) return (day) => seasonOf(within, fromDay(day));
  const { 'zh-CN': zh, en } = durationWords(within, parts);
  return (day) => {
    const on = fromDay(day);
    const length = lengthOn(within, parts, on);
    if ('missing' in length) return length;
    return { day: toDay(shifted(on, length, -1)) + 1, words: say(`近 ${zh}内`, `of the last ${en}`) };
  };
}

/** The season a day lies in, which may have begun in the year before. */
function seasonOf({ from, to }: { readonly from: string; readonly to: string }, day: string): Since {
  const [year, monthDay] = [Number(day.slice(0, 4)), day.slice(5)];
  const over = from > to;
  if (over ? monthDay < from && monthDay > to : monthDay < from || monthDay > to) return null;
  const began = over && monthDay <= to ? year - 1 : year;
  const [start, end] = [`${began}-${from}`, `${over ? began + 1 : began}-${to}`];
  return { day: toDay(start), words: say(`${start} 至 ${end} 内`, `from ${start} to ${end}`) };
}

function numberWords(run: readonly Happened[], within: Words | null, inARow: boolean): Words {
  const number = run.length;
  const last = run.at(-2);
  const [zhLast, enLast] = last
    ? [`，上一次在 ${fromDay(last.day)}`, `, after the one of ${fromDay(last.day)}`]
    : ['', ''];
  const [zhRow, enRow] = inARow ? ['连续', ' in a row'] : ['', ''];
  const [zh, en] = within ? [within['zh-CN'], ` ${within.en}`] : [inARow ? '' : '累计', inARow ? '' : ' so far'];
  return say(`（${zh}${zhRow}第 ${number} 次${zhLast}）`, ` (number ${number}${enRow}${en}${enLast})`);
}
