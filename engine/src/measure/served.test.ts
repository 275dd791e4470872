import { expect, it } from 'vitest';
import { problemsOf } from '../../test/rated.ts';

const told = (served: object): string[] =>
  problemsOf([{ id: 'time', title: { 'zh-CN': '任职', en: 'Served' }, formula: { served } }]).map(
    ({ code, words }) => `${code}: ${words.en}`,
  );
const codes = (served: object): string[] => told(served).map((one) => one.split(':')[0] ?? '');

it('asks how parts of months and years count', () => {
  expect(told({ in: 'months' })).toContain('open-choice: It is not said how a part of a month counts');
  expect(told({ in: 'years' })).toContain('open-choice: It is not said how a part of a year counts');
  expect(codes({ in: 'years', part_years: 'full' })).not.toContain('open-choice');
});

it('asks in which posts, where days before the period are added up', () => {
  const missing = 'no-posts: What is added up over time must say in which posts';
  expect(told({ in: 'days', during: 'to-date' })).toContain(missing);
  expect(told({ in: 'days', stretch: 'longest' })).toContain(missing);
  expect(told({ in: 'terms' })).toContain(missing);
  expect(told({ in: 'days' })).not.toContain(missing);
});

it('knows posts and kinds of postings by their ids', () => {
  expect(told({ in: 'terms', posts: ['nobody'] }).join()).toContain('nobody');
});
