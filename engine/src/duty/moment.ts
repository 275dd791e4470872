import { isTime, minutesOf } from '../condition/time.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Accepts, BareSpan, CompileContext } from './types.ts';

const DAY = 24 * 60;

/** Minutes from the first moment of day 0; the last of a day stands for the whole day. */
export interface Moments {
  /** When the event happened; null when only its day counts. */
  readonly from: number | null;
  /** Up to when what answers it is in time. */
  readonly to: number;
}

export interface TimedMoments extends Moments {
  /** When what an entry tells was done; the first moment of its day where it names no time. */
  readonly doneAt: (item: number, row: number) => number;
}

export const momentOn = (day: DayNumber, time: string): number => day * DAY + minutesOf(time);

export const startOfDay = (day: DayNumber): number => day * DAY;

export const endOfDay = (day: DayNumber): number => (day + 1) * DAY - 1;

export const dayOfMoment = (moment: number): DayNumber => Math.floor(moment / DAY);

/** `2026-03-02 23:30`; the end of a day is the day. */
export function momentText(moment: number): string {
  const [day, minutes] = [dayOfMoment(moment), moment - dayOfMoment(moment) * DAY];
  return minutes === DAY - 1 ? fromDay(day) : `${fromDay(day)} ${timeText(minutes)}`;
}

export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** What `2026-03-02 23:30` or `2026-03-02` says; a day alone is its end. */
export const momentFrom = (text: string): number => {
  const [day = '', time] = text.split(' ');
  return time === undefined ? endOfDay(toDay(day)) : momentOn(toDay(day), time);
};

/** Hours from one moment to another, of which one that has begun is whole. */
export const begunHours = (from: number, to: number): number => Math.max(0, Math.ceil((to - from) / 60));

/** The time of day an entry names in a field; null when it does not. */
export const timeIn = ({ data }: Fact, field: string): string | null => {
  const value = data[field];
  return typeof value === 'string' && isTime(value) ? value : null;
};

/** When an answer was given; null when it does not say the time of day. */
export function momentOf(fact: Fact, field: string | undefined): number | null {
  const time = field === undefined ? null : timeIn(fact, field);
  return time === null ? null : momentOn(toDay(fact.date), time);
}

type Judged = Pick<BareSpan, 'accepts' | 'declined' | 'moments'>;

/**
 * Which entries answer within moments: none before the event, and none that leaves open on which side it lies. Entries of
 * days between say enough by their day.
 */
export function answersWithin(
  moments: Moments,
  { accepts: named, declined }: Pick<BareSpan, 'accepts' | 'declined'>,
  index: WorldIndex,
  { obligation, parts }: CompileContext,
): Judged {
  const [first, last] = [moments.from === null ? null : dayOfMoment(moments.from), dayOfMoment(moments.to)];
  const answerOf = (item: number, row: number) => {
    const { form, at } = obligation.counts[item] ?? {};
    const fact = index.columns(form ?? '').facts[row];
    return fact && { fact, at, day: toDay(fact.date), moment: momentOf(fact, at) };
  };
  const tooEarly = (item: number, row: number): boolean => {
    const { day, moment } = answerOf(item, row) ?? {};
    return day === first && moment !== null && moment !== undefined && moment < (moments.from ?? moment);
  };
  const open = (item: number, row: number): boolean => {
    const { day, moment } = answerOf(item, row) ?? {};
    return moment === null && (day === first || (day === last && moments.to !== endOfDay(last)));
  };
  const accepts: Accepts = (item, row) => named?.(item, row) !== false && !tooEarly(item, row) && !open(item, row);
  return {
    moments: {
      ...moments,
      doneAt: (item, row) => {
        const { day = 0, moment = null } = answerOf(item, row) ?? {};
        return moment ?? startOfDay(day);
      },
    },
    accepts,
    declined: (item, row) => {
      if (named?.(item, row) === false) return declined?.(item, row) ?? null;
      if (tooEarly(item, row)) return say('在事发之前', 'before the event');
      return open(item, row) ? notTimed(answerOf(item, row), parts) : null;
    },
  };
}

function notTimed(
  answer: { readonly fact: Fact; readonly at: string | undefined } | undefined,
  parts: CompileContext['parts'],
): Words {
  const { 'zh-CN': zh, en } = fieldTitle(parts, answer?.fact.form ?? '', answer?.at ?? '');
  return say(`没有填“${zh}”，无法判断是否按时`, `“${en}” is not filled in: nobody can tell whether it is in time`);
}

export const fieldTitle = (parts: CompileContext['parts'], form: string, field: string): Words =>
  parts.forms.get(form)?.fields.find(({ id }) => id === field)?.title ?? say(field, field);

/** The event does not say when it happened, or until when it is to be answered. */
export const notRecorded = (parts: CompileContext['parts'], form: string, field: string): Missing => {
  const { 'zh-CN': zh, en } = fieldTitle(parts, form, field);
  return {
    what: `form:${form}.${field}`,
    words: say(`事由未填写“${zh}”`, `“${en}” of the event is not recorded`),
  };
};
