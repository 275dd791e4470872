import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { type WorkCalendar, workCalendar } from '../calendar.ts';
import { ConditionError, compileValue, record, type Variables, valueWords } from '../condition.ts';
import { fromDay, toDay } from '../day.ts';

const dataOf = () =>
  record({
    due: { type: 'date' },
    sent: { type: 'date' },
    hours: { type: 'number', unit: 'hour' },
    note: { type: 'text' },
  });
let data: ReturnType<typeof dataOf>;
let variables: Variables;
let calendar: WorkCalendar;
beforeAll(() => {
  data = dataOf();
  variables = { data, calendar: { type: 'calendar' }, as_of: { type: 'date' } };
  calendar = workCalendar(new Map());
});
const valueOf = (source: string, values: object) =>
  compileValue(source, variables)({ data: values, calendar, as_of: '2026-12-31' });

it.each([
  ['days_between(data.due, data.sent)', { due: '2026-04-12', sent: '2026-04-30' }, 18],
  ['days_between(data.due, data.sent)', { due: '2026-04-12', sent: '2026-04-10' }, -2],
  ['ceil(days_between(data.due, data.sent) / 7)', { due: '2026-04-12', sent: '2026-04-20' }, 2],
  ['floor(days_between(data.due, data.sent) / 7)', { due: '2026-04-12', sent: '2026-04-20' }, 1],
  ['working_days_between(data.due, data.sent)', { due: '2026-04-10', sent: '2026-04-13' }, 1],
  ['working_days_between(data.due, data.sent)', { due: '2026-04-13', sent: '2026-04-10' }, -1],
  ['months_between(data.due, data.sent)', { due: '2026-01-31', sent: '2026-02-28' }, 0],
  ['months_between(data.due, data.sent)', { due: '2026-01-15', sent: '2026-03-14' }, 1],
  ['years_between(data.due, data.sent)', { due: '1990-06-02', sent: '2026-06-01' }, 35],
  ['years_between(data.due, data.sent)', { due: '1990-06-01', sent: '2026-06-01' }, 36],
  ["days_between(in_year_of(as_of, '04-12'), data.sent)", { sent: '2026-04-13' }, 1],
  ["in_year_of(data.sent, '02-29')", { sent: '2026-04-13' }, '2026-02-28'],
  ['plus_days(plus_months(month_start(data.sent), 1), 7)', { sent: '2026-04-13' }, '2026-05-08'],
  ['plus_working_days(data.sent, 1)', { sent: '2026-04-10' }, '2026-04-13'],
  ['min(data.sent, as_of)', { sent: '2027-02-01' }, '2026-12-31'],
  ['max(data.hours - 4, 0)', { hours: 3 }, 0],
  ['max(data.hours, 4, data.hours * 2, 1)', { hours: 3 }, 6],
  ['min(data.sent, as_of, data.due)', { sent: '2027-02-01', due: '2026-11-30' }, '2026-11-30'],
  ['year_of(data.sent) * 100 + month_of(data.sent) + day_of(data.sent) / 100', { sent: '2026-04-13' }, 202604.13],
])('%s of %o', (source, values, expected) => {
  expect(valueOf(source, values)).toBe(expected);
});

/** Thursday and Friday are off, the Saturday after them is worked. */
const holidays = (): WorkCalendar => {
  const off = ['2026-10-01', '2026-10-02'].map((date) => ({ date, name: { 'zh-CN': '国庆节', en: 'National Day' } }));
  const working = [{ date: '2026-10-10', name: { 'zh-CN': '调休', en: 'moved' } }];
  const source = { document: '国务院办公厅通知' };
  const year = { year: 2026, source, days_off: off, working_weekends: working, festivals: [] };
  return workCalendar(new Map([[2026, year]]));
};

it.each([
  ['2026-09-30', [true, false, '2026-09-30', '2026-09-30']],
  ['2026-10-01', [false, true, '2026-10-05', '2026-09-30']],
  ['2026-10-02', [false, true, '2026-10-05', '2026-09-30']],
  ['2026-10-03', [false, false, '2026-10-05', '2026-09-30']],
  ['2026-10-10', [true, false, '2026-10-10', '2026-10-10']],
  ['2026-10-11', [false, false, '2026-10-12', '2026-10-10']],
])('%s among holidays and moved weekends', (due, expected) => {
  const env = { data: { due }, calendar: holidays(), as_of: '2026-12-31' };
  const calls = ['is_working_day', 'is_holiday', 'next_working_day', 'previous_working_day'];
  expect(calls.map((name) => compileValue(`${name}(data.due)`, variables)(env))).toEqual(expected);
});

it.each([
  ['2026-04-01', '2026-04-10', 10, 8],
  ['2026-03-01', '2026-04-01', 1, 1],
  ['2026-04-30', '2026-05-09', 1, 1],
  ['2026-03-01', '2026-05-31', 30, 22],
  ['2026-04-11', '2026-04-12', 2, 0],
  ['2026-03-01', '2026-03-31', 0, 0],
  ['2026-03-01', '2026-03-20', 0, 0],
  ['2026-05-01', '2026-05-20', 0, 0],
])('%s to %s and April have %i days in common, %i of them working days', (due, sent, days, working) => {
  const within = "(data.due, data.sent, '2026-04-01', '2026-04-30')";
  expect(valueOf(`overlap_days${within}`, { due, sent })).toBe(days);
  expect(valueOf(`overlap_working_days${within}`, { due, sent })).toBe(working);
});

it('is not known as soon as an argument is not', () => {
  expect(valueOf('days_between(data.due, data.sent)', { due: '2026-04-12' })).toBeUndefined();
  expect(valueOf('max(data.hours, 1)', {})).toBeUndefined();
  expect(valueOf('days_between(data.due, data.note)', { due: '2026-04-12', note: 'soon' })).toBeUndefined();
});

it.each([
  [
    'ceil(days_between(data.due, data.sent) / 7)',
    '从 data.due 到 data.sent 的天数 ÷ 7（不足一按一计）',
    'the days from data.due to data.sent ÷ 7, begun units in full',
  ],
  [
    "days_between(in_year_of(as_of, '04-12'), data.sent)",
    '从 as_of 当年的「04-12」到 data.sent 的天数',
    'the days from “04-12” in the year of as_of to data.sent',
  ],
  ['max(data.hours - 4, 0)', 'data.hours − 4 与 0 中较大（晚）者', 'the greater or later of data.hours − 4 and 0'],
  [
    'data.hours - 4 - max(0, data.hours - 4)',
    'data.hours − 4 − （0 与 data.hours − 4 中较大（晚）者）',
    'data.hours − 4 − (the greater or later of 0 and data.hours − 4)',
  ],
  ['min(data.hours, 8, 3)', 'data.hours 与 8 与 3 中最小（早）者', 'the least or earliest of data.hours, 8 and 3'],
])('says %s in words', (source, zh, en) => {
  expect(valueWords(source, variables)).toEqual({ 'zh-CN': zh, en });
});

it('keeps the unit of what is rounded', () => {
  expect(compileValue('ceil(data.hours)', variables).type).toEqual({ type: 'number', unit: 'hour' });
});

it.each([
  ['days_between(data.due)', 'is not written as it must be'],
  ['days_between(data.hours, data.due)', 'is not written as it must be'],
  ['max(data.hours, data.due)', 'takes two or more numbers, or two or more dates'],
  ['tomorrow()', 'is not part of the condition language'],
  ['today()', 'A condition has no today()'],
])('refuses %s', (source, words) => {
  expect(() => compileValue(source, variables)).toThrow(ConditionError);
  expect(() => compileValue(source, variables)).toThrow(words);
});

it('refuses working days where there is no calendar', () => {
  expect(() => compileValue('working_days_between(data.due, data.sent)', { data })).toThrow('no calendar');
});

const day = fc.integer({ min: toDay('1950-01-01'), max: toDay('2080-12-31') }).map(fromDay);

it('counts the same days both ways round, and through any day between', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      for (const name of ['days_between', 'working_days_between']) {
        const days = (due: string, sent: string) => Number(valueOf(`${name}(data.due, data.sent)`, { due, sent }));
        expect(days(a, b) + days(b, a)).toBe(0);
        expect(days(a, b) + days(b, c)).toBe(days(a, c));
      }
    }),
  );
});

it('has a full year when there are twelve full months, and not before', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [due, sent] = a < b ? [a, b] : [b, a];
      const months = Number(valueOf('months_between(data.due, data.sent)', { due, sent }));
      expect(valueOf('years_between(data.due, data.sent)', { due, sent })).toBe(Math.floor(months / 12));
    }),
  );
});
