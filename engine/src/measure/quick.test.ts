import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures, written } from '../../test/plain/any-figure.ts';
import { FORMS, KINDS, VALUES, worlds } from '../../test/plain/place.ts';
import { examplePackFiles } from '../example-pack.ts';
import type { World } from '../facts.ts';
import { joinPacks } from '../join.ts';
import { loadPack } from '../pack/load.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import { indexOf } from '../world-index.ts';
import { compileExpression } from './expression.ts';
import { exactMicros, MICRO, microsOf, microsOfNumber, numberAt, product } from './micros.ts';
import { startRun } from './run.ts';
import type { At, Rows } from './types.ts';

let parts: Parts;
beforeAll(() => {
  const { pack, problems } = loadPack(examplePackFiles({ kinds: KINDS, forms: FORMS, values: VALUES }));
  if (!pack) throw new Error(JSON.stringify(problems));
  parts = joinPacks([pack]);
});

const period = { key: '2026-H1', start: '2026-01-01', end: '2026-06-30' };
const asOf = '2026-05-31';
const PLACES = ['t1', 't2', 'v1', 'v2', 'v3', 'v4'];

/** The places as the rows of a rating. */
function rowsOf(world: World): Rows {
  const run = startRun(parts, indexOf(world), () => []);
  const at = (row: number): At => {
    const organisation = PLACES[row] ?? '';
    return { subject: { kind: 'organisation', id: organisation }, organisation, period, asOf, run, steps: null };
  };
  const made = new Map<string, unknown>();
  return {
    length: PLACES.length,
    subjects: PLACES.map((id) => ({ ref: { kind: 'organisation', id }, organisation: id })),
    period,
    asOf,
    run,
    at,
    micros: () => new Float64Array(PLACES.length),
    blank: () => new Float64Array(PLACES.length),
    once: <T>(name: string, make: () => T): T => {
      if (!made.has(name)) made.set(name, make());
      return made.get(name) as T;
    },
  };
}

/** Sets of entries that can be read in one pass: whose they are follows from where the subject stands. */
const quick = figures.filter(
  ({ kind, set, where, that }) =>
    ['count', 'sum', 'any', 'latest'].includes(kind) &&
    set.form !== undefined &&
    (typeof set.about !== 'object' || 'holders' in set.about) &&
    !JSON.stringify([set.during ?? null, where?.source ?? '', that?.source ?? '']).includes('open'),
);

describe('whole columns', () => {
  it('hold the very numbers that the rows have one by one, wherever these are known', () => {
    fc.assert(
      fc.property(fc.array(quick, { minLength: 20, maxLength: 20 }), worlds, (all, world) => {
        const rows = rowsOf(world);
        for (const one of all) {
          const figure = compileExpression(written(one) as Expression, parts, null);
          const numbers = figure.micros?.(rows) ?? null;
          const values = PLACES.map((_, row) => figure.evaluate(rows.at(row)));
          const isText = values.some((value) => value.state === 'known' && typeof value.value === 'string');
          // Where a place did not exist yet in the earlier days that are read, rows are read one by one.
          const notThere =
            String(one.set.during).startsWith('previous') && values.some(({ state }) => state !== 'known');
          if (isText || (numbers === null && (one.kind === 'latest' || notThere))) continue;
          if (numbers === null) throw new Error(`no column: ${JSON.stringify(written(one))}`);
          values.forEach((value, row) =>
            expect(numberAt(numbers, row), JSON.stringify([written(one), PLACES[row]])).toBe(microsOf(value)),
          );
        }
      }),
    );
  });

  it('have the mean of a row where it comes out in millionths', () => {
    const figure = (name: string) =>
      compileExpression({ [name]: { form: 'check', of: 'data.marks' } } as unknown as Expression, parts, null);
    fc.assert(
      fc.property(worlds, (world) => {
        const rows = rowsOf(world);
        const [means, counts] = ['mean', 'count'].map((name) =>
          name === 'mean'
            ? figure(name).micros?.(rows)
            : compileExpression({ count: { form: 'check' } }, parts, null).micros?.(rows),
        );
        PLACES.forEach((_, row) => {
          const value = figure('mean').evaluate(rows.at(row));
          const mean = numberAt(means ?? Number.NaN, row);
          if (numberAt(counts ?? 0, row) === 0 || value.state !== 'known') expect(mean).toBeNaN();
          else if (!Number.isNaN(mean)) expect(mean).toBe(microsOf(value));
          else expect(microsOf(value)).toBeNaN();
        });
      }),
    );
  });
});

describe('millionths', () => {
  it('are kept where a number has at most six decimals and fifteen digits', () => {
    expect([1, -2.5, 0.000001, 999_999_999].map((one) => microsOfNumber(one))).toEqual([1e6, -2.5e6, 1, 999_999_999e6]);
    for (const one of [0.0000001, 1 / 3, 1.2345678, 1e10, Number.NaN]) expect(microsOfNumber(one)).toBeNaN();
    expect(exactMicros(1e15)).toBe(1e15);
    for (const one of [1e15 + 1, -1e15 - 1, 0.5]) expect(exactMicros(one)).toBeNaN();
  });

  it('of a product are exact or none', () => {
    expect(product(2.5 * MICRO, 0.5 * MICRO)).toBe(1.25 * MICRO);
    expect(product(1, 1)).toBeNaN();
    expect(product(1e12, 1e12)).toBeNaN();
    expect(product(-3 * MICRO, 0)).toBe(-0);
  });
});
