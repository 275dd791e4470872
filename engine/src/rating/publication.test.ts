import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isWorking, textOf } from '../../test/plain/days.ts';
import { ratingPack } from '../../test/rated.ts';
import { joinPacks } from '../join.ts';
import type { Publication } from '../schema/rating/consequence.ts';
import { publicationDates } from './publication.ts';

const CALENDAR = {
  year: 2026,
  days_off: ['2026-06-19', '2026-07-01', '2026-07-02', '2026-07-03'].map((date) => ({ date, name: say('off') })),
  working_weekends: ['2026-06-14', '2026-07-05'].map((date) => ({ date, name: say('work') })),
  festivals: [],
};

function say(text: string) {
  return { 'zh-CN': text, en: text };
}

const partsWith = (publication: Publication) => {
  const pack = ratingPack([], { publication });
  return joinPacks([{ ...pack, calendars: [{ ...CALENDAR, source: { document: '–' } }] }]);
};

/** The last of so many days after a day, counted on the fingers. */
function after(day: number, days: number, of: 'working-days' | 'calendar-days'): number {
  let at = day;
  for (let left = days; left > 0; ) {
    at++;
    if (of === 'calendar-days' || isWorking(at)) left--;
  }
  return at;
}

const of = fc.constantFrom('working-days' as const, 'calendar-days' as const);
const term = fc.record({ days: fc.integer({ min: 1, max: 9 }), of });
const publications = fc.record({
  shown: term,
  first_day: fc.constantFrom('counts' as const, 'next-day' as const),
  objection: fc.oneof(
    fc.constant('while-shown' as const),
    term.map((one) => ({ after: one })),
  ),
  answer: term,
});
const day = fc.integer({ min: dayOf('2026-06-08'), max: dayOf('2026-07-12') });

describe('the days of a publication', () => {
  it('are those counted on the fingers: shown, open to objection, answered, final', () => {
    fc.assert(
      fc.property(
        publications,
        day,
        fc.integer({ min: -2, max: 25 }),
        fc.option(fc.integer({ min: 0, max: 20 })),
        (how, first, late, answered) => {
          const { shown, first_day, objection, answer } = how;
          const itself = first_day === 'counts' && (shown.of === 'calendar-days' || isWorking(first));
          const shownTo = after(first, itself ? shown.days - 1 : shown.days, shown.of);
          const until =
            objection === 'while-shown' ? shownTo : after(shownTo, objection.after.days, objection.after.of);
          const on = first + late;
          const inTime = late >= 0 && on <= until;
          const answeredOn = answered === null ? null : on + answered;
          const found = publicationDates(partsWith(how), {
            rating: 'year',
            shownOn: textOf(first),
            objection: { on: textOf(on), ...(answeredOn === null ? {} : { answeredOn: textOf(answeredOn) }) },
          });
          const final = !inTime ? until + 1 : answeredOn === null ? null : Math.max(answeredOn, until) + 1;
          expect(found).toEqual({
            shownFrom: textOf(first),
            shownTo: textOf(shownTo),
            objectUntil: textOf(until),
            inTime,
            answerBy: inTime ? textOf(after(on, answer.days, answer.of)) : null,
            finalOn: final === null ? null : textOf(final),
            missing: [],
          });
          const {
            inTime: none,
            answerBy,
            finalOn,
          } = publicationDates(partsWith(how), { rating: 'year', shownOn: textOf(first) });
          expect([none, answerBy, finalOn]).toEqual([null, null, textOf(until + 1)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of another year than those whose calendar is there are counted without one, and that is said', () => {
    const how = {
      shown: { days: 5, of: 'working-days' },
      first_day: 'next-day',
      objection: 'while-shown',
      answer: { days: 3, of: 'calendar-days' },
    } as const;
    const { shownTo, missing } = publicationDates(partsWith(how), { rating: 'year', shownOn: '2027-06-04' });
    expect(shownTo).toBe('2027-06-11');
    expect(missing).toHaveLength(1);
    const calendarOnly = { ...how, shown: { days: 5, of: 'calendar-days' } } as const;
    expect(publicationDates(partsWith(calendarOnly), { rating: 'year', shownOn: '2027-06-04' }).missing).toEqual([]);
  });

  it('are not known of a rating that says nothing of them', () => {
    expect(() => publicationDates(joinPacks([ratingPack([])]), { rating: 'year', shownOn: '2026-06-01' })).toThrow(
      'The rating “year” says nothing of its publication',
    );
  });
});
