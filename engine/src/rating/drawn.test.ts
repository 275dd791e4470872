import { expect, it } from 'vitest';
import { rater, villages } from '../../test/rated.ts';
import type { Explanation } from '../explanation.ts';
import type { DrawnBand } from './drawn.ts';

const within = (step: Explanation): Explanation[] => [step, ...(step.children ?? []).flatMap(within)];

/** The bands of a village with some marks as they are drawn: what each gives, and between which marks. */
function drawn(rows: readonly object[], marks: number): string[] {
  const points = { id: 'points', bands: { of: 'marks', rows, otherwise: { points: 0 } } };
  const told = rater([points], { result: { score: 'points' } }).policy.explainRating(villages([{ id: 'v0', marks }]), {
    ...{ rating: 'year', period: '2026', asOf: '2026-12-31' },
    subject: { kind: 'organisation', id: 'v0' },
  });
  const found = within(told).find(({ construct }) => construct === 'bands');
  const bands = found?.details?.bands as readonly DrawnBand[] | undefined;
  return (bands ?? []).map(({ title, from, to, own }) => `${title.en}: ${from}–${to}${own ? ', here' : ''}`);
}

const row = (points: number, ends: object) => ({ ...ends, gives: { points } });

it('bands are drawn from the lowest up, however they are written', () => {
  const rows = [row(3, { at_least: 80 }), row(2, { at_least: 60, below: 80 }), row(1, { below: 60 })];
  const all = ['1: null–60', '2: 60–80', '3: 80–null'];
  expect(drawn(rows, 90)).toEqual([all[0], all[1], `${all[2]}, here`]);
  expect(drawn(rows.toReversed(), 70)).toEqual([all[0], `${all[1]}, here`, all[2]]);
  expect(drawn([rows[1], rows[2], rows[0]] as object[], 60)).toEqual([all[0], `${all[1]}, here`, all[2]]);
});

it('bands that have only upper ends stay as they are written', () => {
  const rows = [row(1, { below: 40 }), row(2, { below: 60 }), row(3, { at_most: 80 })];
  expect(drawn(rows, 50)).toEqual(['1: null–40', '2: null–60, here', '3: null–80']);
});
