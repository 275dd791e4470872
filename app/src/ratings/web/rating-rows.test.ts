import type { ValueJson } from '@luoshi/engine';
import { expect, it } from 'vitest';
import type { SheetRow } from './rating-data.ts';
import {
  compareValues,
  distribution,
  filtered,
  lackingIn,
  likeScore,
  peerGroups,
  readsAlike,
  scoreBins,
} from './rating-rows.ts';

const known = (value: string): ValueJson => ({ state: 'known', value });
const UNKNOWN: ValueJson = { state: 'not-known', missing: [] };
const GRADES = [
  { id: 'good', title: { 'zh-CN': '优秀', en: 'good' } },
  { id: 'fair', title: { 'zh-CN': '合格', en: 'fair' } },
];

const row = (name: string, group: string, score: ValueJson, grade: ValueJson | null): SheetRow => ({
  subjectKind: 'organisation',
  subject: name,
  organisation: name,
  ...{ name, group, score, grade, steps: {}, place: null, follows: [] },
});
const ROWS = [
  row('王庄', '东镇', known('90'), known('good')),
  row('李庄', '东镇', known('60.5'), known('fair')),
  row('赵庄', '西镇', UNKNOWN, UNKNOWN),
];

it('counts grades from the best, and those without one', () => {
  expect(distribution(ROWS, GRADES)).toEqual([
    { grade: 'good', count: 1 },
    { grade: 'fair', count: 1 },
    { grade: null, count: 1 },
  ]);
  expect(distribution(ROWS.slice(0, 1), GRADES)).toHaveLength(2);
});

it('spreads scores over spans of a round width, each score in one span', () => {
  const scores = [4, 31.5, 30, 88.46, 91.9, 0, 55, 60];
  const bins = scoreBins(scores.map((score, i) => row(`${i}`, '东镇', known(String(score)), null)));
  expect(bins.map(({ from }) => from)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(bins.map(({ count }) => count)).toEqual([2, 0, 0, 2, 0, 1, 1, 0, 1, 1]);
  expect(scoreBins([row('a', '东镇', known('-0.2'), null), row('b', '东镇', known('0.3'), null)])[0]?.from).toBe(-0.2);
  expect(scoreBins(ROWS.slice(0, 1))).toEqual([]);
});

it('finds by name, by what it stands under, and by grade', () => {
  const names = (text: string, grade = 'all') => filtered(ROWS, { text, grade }).map(({ name }) => name);
  expect(names(' 李 ')).toEqual(['李庄']);
  expect(names('东镇')).toEqual(['王庄', '李庄']);
  expect(names('', 'none')).toEqual(['赵庄']);
  expect(names('庄', 'good')).toEqual(['王庄']);
});

it('keeps what is not known at the end, whichever way one sorts', () => {
  const values = [UNKNOWN, known('9'), known('10')];
  const up = values.toSorted((a, b) => compareValues(a, b, false));
  const down = values.toSorted((a, b) => -compareValues(a, b, true));
  expect(up).toEqual([known('9'), known('10'), UNKNOWN]);
  expect(down).toEqual([known('10'), known('9'), UNKNOWN]);
});

it('sets groups beside each other without taking not known for zero', () => {
  const top = row('县', '', known('70'), null);
  expect(peerGroups([...ROWS, top], GRADES).map(({ group, count, mean }) => [group, count, mean])).toEqual([
    ['东镇', 2, 75.25],
    ['西镇', 1, null],
  ]);
});

it('tells a result that changed since it was published from one that reads the same', () => {
  const live = row('王庄', '东镇', known('90.001'), known('good'));
  expect(readsAlike(live, { score: known('90'), grade: known('good') })).toBe(true);
  expect(readsAlike(live, { score: known('90.01'), grade: known('good') })).toBe(false);
  expect(readsAlike(live, { score: known('90'), grade: known('fair') })).toBe(false);
  expect(readsAlike(live, { score: UNKNOWN, grade: known('good') })).toBe(false);
});

it('says what results lack, what most of them lack first, each subject once', () => {
  const lacks = (...what: string[]): ValueJson => ({
    state: 'not-known',
    missing: what.map((one) => ({ what: one, words: { 'zh-CN': one, en: one } })),
  });
  const rows = [
    row('甲', '东镇', lacks('b', 'a'), lacks('a')),
    row('乙', '东镇', lacks('a'), null),
    row('丙', '东镇', known('1'), null),
  ];
  const { subjects, reasons } = lackingIn(rows);
  expect(subjects).toBe(2);
  expect(reasons.map(({ what, count }) => [what, count])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

it('finds steps that read like the score in every row, and none while no score is known', () => {
  const withSteps = (score: ValueJson, total: ValueJson, other: ValueJson) => ({
    ...row('甲', '东镇', score, null),
    steps: { total, other },
  });
  const steps = [{ id: 'total' }, { id: 'other' }];
  const rows = [withSteps(known('68.94'), known('68.9402'), known('1')), withSteps(UNKNOWN, UNKNOWN, known('2'))];
  expect(likeScore(rows, steps)).toEqual(new Set(['total']));
  expect(likeScore(rows.slice(1), steps)).toEqual(new Set());
});
