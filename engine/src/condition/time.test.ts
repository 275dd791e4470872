import { expect, test } from 'vitest';
import {
  ConditionError,
  compileNumber,
  compilePredicate,
  conditionWords,
  openRecord,
  record,
  type Variables,
} from '../condition.ts';

const variables: Variables = {
  data: record({
    at: { type: 'time' },
    to: { type: 'time' },
    on: { type: 'date' },
    kind: { type: 'text', options: ['a', 'b'] },
  }),
};
const data = (at: string | undefined, more: object = {}) => ({ data: { at, ...more } });
const holds = (source: string, env: object) => compilePredicate(source, variables)({ ...env });
const wayOut = (source: string): string => {
  try {
    compilePredicate(source, variables);
    return '';
  } catch (error) {
    if (error instanceof ConditionError) return error.wayOut.en;
    throw error;
  }
};

test('times are before and after one another, and written times', () => {
  expect(holds('data.at > "08:30"', data('08:31'))).toBe(true);
  expect(holds('data.at > "08:30"', data('08:30'))).toBe(false);
  expect(holds('data.at < data.to', data('09:00', { to: '10:00' }))).toBe(true);
  expect(holds('data.at > "08:30"', data(undefined))).toBeUndefined();
});

test('a time is no day, no number and no option, and is written with two digits each', () => {
  expect(wayOut('data.at > "8:30"')).toBe('Write the time as 08:30, in quotes');
  expect(wayOut('"24:00" == data.at')).toMatch(/^There is no 24:00/);
  expect(wayOut('data.at > data.on')).not.toBe('');
  expect(wayOut('data.at > 8')).not.toBe('');
  expect(wayOut('data.at == data.kind')).not.toBe('');
  expect(wayOut('days_between(data.at, data.on) > 1')).toContain('days_between');
  expect(wayOut('hours_between(data.on, data.at) > 1')).toContain('hours_between');
});

test('minutes and hours lie between times, of one day or of two', () => {
  const number = (source: string, env: object) => compileNumber(source, variables)({ ...env });
  expect(number('minutes_between("08:30", data.at)', data('09:15'))).toBe(45);
  expect(number('hours_between(data.at, "08:30")', data('10:00'))).toBe(-1.5);
  const across = { on: '2026-02-28', to: '01:30' };
  expect(number('hours_from_to(data.on, data.at, "2026-03-01", data.to)', data('23:30', across))).toBe(2);
  expect(number('minutes_from_to(data.on, data.at, data.on, data.to)', data('01:00', across))).toBe(30);
  expect(number('minutes_between("08:30", data.at)', data('later'))).toBeUndefined();
});

test('a time may come from what nobody declared, and from text that holds one', () => {
  const open = { ...variables, subject: record({ attributes: openRecord(), opens: { type: 'text' } }) };
  const number = (source: string, subject: object) => compileNumber(source, open)({ data: { at: '09:15' }, subject });
  expect(number('minutes_between(subject.attributes.opens, data.at)', { attributes: { opens: '08:30' } })).toBe(45);
  expect(number('minutes_between(subject.attributes.opens, data.at)', { attributes: { opens: 8 } })).toBeUndefined();
  expect(number('minutes_between(subject.opens, data.at)', { opens: '09:00' })).toBe(15);
});

test('a condition over times is told as before and after', () => {
  expect(conditionWords('data.at > "08:30"', variables).en).toContain('is after 08:30');
  expect(conditionWords('data.at <= "09:00"', variables)['zh-CN']).toContain('不晚于 09:00');
});
