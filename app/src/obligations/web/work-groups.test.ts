import { expect, it } from 'vitest';
import { byUrgency, daysBetween, isOwn, type WorkItem } from './work-groups.ts';

const item = (obligation: string, light: string, subject = 'a'): WorkItem => ({
  obligation,
  light,
  limit: false,
  subject,
  title: { 'zh-CN': obligation, en: obligation },
  subjectKind: 'organisation',
  subjectName: subject,
  period: { key: '2026-09', start: '2026-09-01', end: '2026-09-30' },
  due: '2026-10-12',
  need: '1',
  done: '0',
  unit: 'time',
  unitTitle: { 'zh-CN': '次', en: 'times' },
  responsible: null,
  awaiting: 0,
  changesOn: null,
  organisation: 'village',
  organisationName: '王庄村',
  forms: [{ id: 'meeting', title: { 'zh-CN': '会议', en: 'Meeting' }, mayEnter: light !== 'open' }],
});

it('the most urgent stands first, and a duty that many owe stands once', () => {
  const groups = byUrgency([
    item('lecture', 'open'),
    item('day', 'overdue', 'a'),
    item('day', 'overdue', 'b'),
    item('visit', 'due-soon'),
  ]);
  expect(groups.map(({ light, count, duties }) => [light, count, duties.length])).toEqual([
    ['overdue', 2, 1],
    ['due-soon', 1, 1],
    ['open', 1, 1],
  ]);
});

it('a duty overdue for several periods stands once, each with its own day', () => {
  const september = item('day', 'overdue');
  const august = { ...september, period: { ...september.period, key: '2026-08' }, due: '2026-09-07' };
  const [overdue] = byUrgency([august, september]);
  expect(overdue?.duties.map(({ items }) => items.map(({ due }) => due))).toEqual([['2026-09-07', '2026-10-12']]);
});

it('what I can enter is told from what others owe', () => {
  expect([item('day', 'overdue'), item('day', 'open')].map(isOwn)).toEqual([true, false]);
});

it('a limit is the reader’s own though there is nothing to enter', () => {
  const limit = { ...item('meetings', 'due-soon'), limit: true, forms: [] };
  expect([limit, { ...limit, limit: false }].map(isOwn)).toEqual([true, false]);
});

it('days are counted between civil days', () => {
  expect(daysBetween('2026-09-15', '2026-10-01')).toBe(16);
  expect(daysBetween('2026-09-15', '2026-09-15')).toBe(0);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});
