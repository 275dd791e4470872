import { beforeAll, describe, expect, it } from 'vitest';
import { problemsOf, type Rater, rater, ratingPack, villages } from '../../test/rated.ts';
import { compile, type Policy } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const talk = {
  id: 'talk',
  when: 'marks < 60',
  what: words('talk'),
  counts_from: 'published',
  within: { days: 10, of: 'working-days' },
  hearing: 'none',
};
const barred = {
  id: 'barred',
  when: 'cases >= 2',
  what: words('no honour'),
  counts_from: 'period-end',
  blocks: words('honours'),
  ends: { years: 1 },
  hearing: 'before',
};
const both = { consequences: [talk, barred] };

describe('consequences', () => {
  let policy: Policy;
  let rate: Rater['rate'];
  beforeAll(() => {
    ({ policy, rate } = rater([], both));
  });

  it('follow for those who meet the condition, with the days they run', () => {
    const { rated } = rate([
      { id: 'v0', marks: 50, cases: 2 },
      { id: 'v1', marks: 60 },
    ]);
    expect(rated[1]?.consequences).toEqual([]);
    expect(rated[0]?.consequences.map(({ id, from, due, until }) => ({ id, from, due, until }))).toEqual([
      { id: 'talk', from: null, due: null, until: null },
      { id: 'barred', from: '2026-12-31', due: null, until: '2027-12-30' },
    ]);
  });

  it('count from the day of publication once there is one', () => {
    const world = { organisations: [], persons: [], postings: [], tenures: [], facts: [] };
    const organisation = { id: 'v0', kind: 'village', name: 'v0', parent: null, from: '2000-01-01' };
    const query = { rating: 'year', period: '2026', asOf: '2026-12-31', published: '2027-01-11' };
    const { rated } = policy.rate({ ...world, organisations: [organisation] }, query);
    // Ten working days after Monday, 11 January, without a calendar of the year: Monday, 25 January.
    expect(rated[0]?.consequences.map(({ due }) => due)).toEqual(['2027-01-25']);
  });

  it('are explained with what they bar, who is heard, the days and the condition', () => {
    const told = (published: string | undefined) =>
      policy
        .explainRating(villages([{ id: 'v0', marks: 50, cases: 2 }]), {
          rating: 'year',
          period: '2026',
          asOf: '2026-12-31',
          subject: { kind: 'organisation', id: 'v0' },
          ...(published === undefined ? {} : { published }),
        })
        .children?.filter(({ construct }) => construct === 'consequence') ?? [];
    expect(told(undefined).map(({ words: { 'zh-CN': zh, en } }) => [zh, en])).toEqual([
      ['后果：talk', 'What follows: talk'],
      [
        '后果：no honour（限制：honours，先听取陈述，至 2027-12-30 止）',
        'What follows: no honour (bars: honours, the subject is heard first, until 2027-12-30)',
      ],
    ]);
    const [talked] = told('2027-01-11');
    expect(talked?.words.en).toBe('What follows: talk (by 2027-01-25)');
    expect(talked?.words['zh-CN']).toBe('后果：talk（2027-01-25 前）');
    expect(talked?.details).toMatchObject({ consequence: 'talk', due: '2027-01-25', until: null });
    expect(talked?.children?.[0]?.result).toEqual({ state: 'known', value: true });
  });

  const codes = (more: object) => problemsOf([], { consequences: [{ ...barred, ...more }] }).map(({ code }) => code);

  it('that bar something end, and nobody is barred unheard', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ ends: undefined })).toEqual(['endless-block']);
    expect(codes({ hearing: 'none' })).toEqual(['unheard']);
  });

  it('name steps that exist, each id once', () => {
    expect(codes({ when: 'nothing > 2' })).toEqual(['unknown-step']);
    expect(problemsOf([], { consequences: [barred, barred] }).map(({ code }) => code)).toEqual(['duplicate-id']);
  });
});

describe('publication', () => {
  const publication = {
    shown: { days: 6, of: 'working-days' },
    first_day: 'counts',
    objection: { after: { days: 3, of: 'calendar-days' } },
    answer: { days: 9, of: 'calendar-days' },
  };
  const policy = (more: object = {}) => compile([ratingPack([], { publication: { ...publication, ...more } })]);
  // Monday, 11 January 2027.
  const query = { rating: 'year', shownOn: '2027-01-11' };

  it('runs six working days, and the result is final on the day after the last objection could come', () => {
    expect(policy().publicationDates(query)).toMatchObject({
      shownTo: '2027-01-18',
      objectUntil: '2027-01-21',
      finalOn: '2027-01-22',
      inTime: null,
    });
    expect(policy({ first_day: 'next-day' }).publicationDates(query).shownTo).toBe('2027-01-19');
    expect(policy({ objection: 'while-shown' }).publicationDates(query).objectUntil).toBe('2027-01-18');
  });

  it('waits for the answer to an objection in time, and for none that came late', () => {
    const objecting = (on: string, answeredOn?: string) =>
      policy().publicationDates({ ...query, objection: { on, ...(answeredOn === undefined ? {} : { answeredOn }) } });
    expect(objecting('2027-01-20')).toMatchObject({ inTime: true, answerBy: '2027-01-29', finalOn: null });
    expect(objecting('2027-01-20', '2027-01-27')).toMatchObject({ finalOn: '2027-01-28' });
    expect(objecting('2027-01-12', '2027-01-13')).toMatchObject({ finalOn: '2027-01-22' });
    expect(objecting('2027-01-22')).toMatchObject({ inTime: false, answerBy: null, finalOn: '2027-01-22' });
  });

  it('says when the calendar of a year is not loaded', () => {
    expect(
      policy()
        .publicationDates(query)
        .missing.map(({ what }) => what),
    ).toEqual(['calendar:2027']);
  });

  it('leaves days open whose term is a parameter that is not set', () => {
    const term = { days: { parameter: 'answer.days' }, of: 'calendar-days' };
    const values = [{ id: 'answer.days', title: words('answer'), unit: 'point', values: { '2026-01-01': null } }];
    const open = (more: object) =>
      compile([ratingPack([], { provisional: words('open'), publication: { ...publication, ...more } }, values)]);
    const dates = open({ answer: term }).publicationDates({ ...query, objection: { on: '2027-01-20' } });
    expect(dates).toMatchObject({ shownTo: '2027-01-18', inTime: true, answerBy: null, finalOn: null });
    expect(dates.missing).toContainEqual(expect.objectContaining({ what: 'parameter:answer.days' }));
    expect(open({ shown: term }).publicationDates(query)).toMatchObject({
      shownTo: null,
      objectUntil: null,
      finalOn: null,
    });
    expect(problemsOf([], { publication: { ...publication, answer: term } }, values).map(({ code }) => code)).toContain(
      'not-set',
    );
  });

  it('names a form of objections that is about those who are rated, and a day of the answer', () => {
    const codes = (form: string, answered: string) =>
      problemsOf([], { publication: { ...publication, objections: { form, answered } } }).map(({ code }) => code);
    expect(codes('case', 'on')).toEqual([]);
    expect(codes('none', 'on')).toEqual(['unknown-form']);
    expect(codes('case', 'nothing')).toEqual(['unknown-field']);
    expect(codes('check', 'marks')).toEqual(['wrong-kind']);
  });
});
