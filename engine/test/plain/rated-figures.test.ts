import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../../src/example-pack.ts';
import { compile, loadPack, type Policy, PolicyError } from '../../src/index.ts';
import { figures, written } from './any-figure.ts';
import { PERIODS } from './asked.ts';
import { type PlainFigure, worked } from './figures.ts';
import { FORMS, KINDS, VALUES, worlds } from './place.ts';
import { said, saidBy } from './said.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Who is rated, and for which period. */
const RATINGS = [
  ['places', { organisations: ['village', 'town'] }, 'quarter'],
  ['posted', { postings: ['sent', 'team'] }, 'year'],
  ['belonging', { members: ['village'] }, 'half-year'],
  ['in-office', { holders: 'clerk', of: ['village'] }, 'month'],
] as const;
const EACH = 30;

/** A rating whose parameter is not set rates nobody. */
const isSet = (figure: PlainFigure): boolean => !JSON.stringify(written(figure)).includes('"open"');
const all = fc.sample(figures.filter(isSet), { numRuns: RATINGS.length * EACH, seed: 522 });
const groups = RATINGS.map(([id, of, every], i) => ({
  id,
  of,
  every,
  figures: all.slice(i * EACH, (i + 1) * EACH).map((figure, n): [string, PlainFigure] => [`s${n}`, figure]),
}));

let policy: Policy;
beforeAll(() => {
  const ratings = groups.map(({ id, of, every, figures: own }) => ({
    id,
    of,
    period: { every },
    part_period: 'rated',
    unit: 'point',
    steps: [
      ...own.map(([step, figure]) => ({ id: step, title: step, formula: written(figure) })),
      { id: 'score', title: 'score', formula: 1 },
    ],
    result: { score: 'score' },
  }));
  const parts = JSON.parse(JSON.stringify({ kinds: KINDS, forms: FORMS, values: VALUES, ratings })) as object;
  const { pack, problems } = loadPack(examplePackFiles({ ...parts }));
  if (!pack) throw new PolicyError(problems);
  policy = compile([pack]);
});

const asOfDays = fc.constantFrom('2026-05-14', '2026-05-31', '2026-09-01', '2027-01-20');

test.each(groups.flatMap(({ id }) => [[id, true] as const, [id, false] as const]))(
  'figures of %s (one by one: %s) come to what lists make of them',
  (rating, oneByOne) => {
    const group = groups.find(({ id }) => id === rating);
    const asked = PERIODS.find(({ kind }) => kind === group?.every);
    if (!group || !asked) throw new Error('no such rating');
    const { key, days, before, yearBefore } = asked;
    fc.assert(
      fc.property(worlds, asOfDays, (world, asOf) => {
        const { rated } = policy.rate(world, { rating, period: key, asOf, oneByOne });
        for (const { subject, organisation, steps } of rated) {
          const place = { world, subject, organisation, start: days[0], end: days[1], before, yearBefore, asOf };
          const differing = group.figures.flatMap(([step, figure]) => {
            const [is, should] = [saidBy(steps.get(step)), said(worked(figure, place).value)];
            return is === should ? [] : [`${JSON.stringify(written(figure))}: ${is} instead of ${should}`];
          });
          expect(differing.join('\n'), JSON.stringify([subject, organisation, asOf])).toBe('');
        }
      }),
      { numRuns: 40, endOnFailure: true },
    );
  },
);
