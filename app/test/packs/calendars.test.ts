import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../script/make-calendar.ts';
import { readPack } from './read-packs.ts';

const calendars = readPack('national-base').calendars;

describe('official calendars', () => {
  it.each([2025, 2026])('%i is what the library says', (year) => {
    const committed = calendars.find((calendar) => calendar.year === year);
    expect(committed).toMatchObject(calendarOf(year));
  });

  it('know the make-up days of 2026', () => {
    const days = calendars.find((calendar) => calendar.year === 2026)?.working_weekends.map(({ date }) => date);
    expect(days).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it('refuse a year nobody has announced yet', () => expect(() => calendarOf(2099)).toThrow('2099'));
});
