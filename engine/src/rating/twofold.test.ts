import { expect, it } from 'vitest';
import type { Rating, Step } from '../schema/rating.ts';
import { checkTwofold } from './twofold-check.ts';

const title = { 'zh-CN': '一步', en: 'Step' };

const group = (id: string, where: string) => ({
  id,
  title,
  papers: { form: 'paper', where },
  score: 'data.marks',
  out_of: 100,
  share: 50,
  rater: { field: 'rater', several: 'latest' as const },
  takes: 'mean' as const,
});

const scorers = (second: string): Step => ({
  id: 'panel',
  title,
  scorers: {
    groups: [group('leaders', 'data.of == "leader"'), group('others', second)],
    shares_make: 100,
    no_papers: 'stop',
    shown_from: 3,
  },
});

const ballots = (good: number, points_of: number): Step => ({
  id: 'ballots',
  title,
  ballots: {
    entries: { form: 'ballot' },
    options: [
      { field: 'good', points: good },
      { field: 'bad', points: 0 },
    ],
    invalid: [],
    gives: { points_of },
    no_valid: 'stop',
    shown_from: 3,
  },
});

function told(step: Step): string[] {
  const rating: Rating = {
    id: 'year',
    title,
    source: { document: 'x' },
    of: { organisations: ['town'] },
    period: { every: 'year' },
    part_period: 'rated',
    unit: 'point',
    result: { score: step.id },
    steps: [step],
  };
  return checkTwofold(rating).map(({ severity, code, at }) => `${severity} ${code} ${at}`);
}

it('tells groups of scorers that read the same papers', () => {
  expect(told(scorers('data.of == "leader"'))).toEqual(['warning same-papers /steps/0/scorers/groups/1/papers']);
  expect(told(scorers('data.of == "office"'))).toEqual([]);
});

it('tells options that count more than the whole', () => {
  expect(told(ballots(100, 100))).toEqual(['warning points-beyond /steps/0/ballots/options/0']);
  expect(told(ballots(1, 100))).toEqual([]);
  expect(told(ballots(100, 1))).toEqual([]);
});
