import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { examplePackFiles } from '../../src/example-pack.ts';
import type { World } from '../../src/facts.ts';
import { compile, loadPack, type Policy, PolicyError, type Value } from '../../src/index.ts';
import { figures, isText, looksBelow, unitOf, written } from './any-figure.ts';
import { type Asked, PERIODS } from './asked.ts';
import { measured, ownOf, type PlainFigure, type PlainMeasure, worked } from './figures.ts';
import { FORMS, KINDS, VALUES, worlds } from './place.ts';
import { said, saidBy } from './said.ts';
import type { Place } from './there.ts';

vi.setConfig({ testTimeout: 120_000 });

type AnyMeasure = PlainMeasure & { readonly id: string; readonly asked: Asked };

const ADDS_UP = ['count', 'sum', 'min', 'max', 'distinct', 'any', 'all', 'latest'];
const NO_PERIOD = ['period', 'previous-period', 'previous-year', 'previous-year-to-date'];

function measureOf(figure: PlainFigure, i: number): AnyMeasure {
  const { during } = figure.set;
  const hasPeriod =
    during !== undefined && (typeof during === 'string' ? NO_PERIOD.includes(during) : !('last' in during));
  const at = [['village'], ['village', 'town'], ['town', 'village']][i % 3] ?? [];
  const adds = ADDS_UP.includes(figure.kind) && !isText(figure) && !(at.length > 1 && looksBelow(figure));
  const limit = i % 2 === 0 ? 1 : { parameter: 'bar' };
  const meeting = { share_meeting: { is: (['at-least', 'at-most', 'equal'] as const)[i % 3] ?? 'equal', than: limit } };
  const rollups = ['none', ...(adds ? ['sum', 'sum'] : []), ...(isText(figure) ? [] : [meeting])] as const;
  return {
    id: `m${i}`,
    at,
    figure,
    rollup: (rollups[i % rollups.length] ?? 'none') as PlainMeasure['rollup'],
    toDate: i % 7 === 0 && !hasPeriod,
    asked: PERIODS[i % PERIODS.length] as Asked,
  };
}

const all = fc.sample(figures, { numRuns: 240, seed: 20261126 }).map(measureOf);

let policy: Policy;
beforeAll(() => {
  const measures = all.map(({ id, at, figure, rollup, toDate, asked }) => ({
    id,
    at,
    unit: unitOf(figure),
    period: toDate ? 'to-date' : asked.kind,
    value: written(figure),
    rollup,
  }));
  const parts = JSON.parse(JSON.stringify({ kinds: KINDS, forms: FORMS, values: VALUES, measures })) as object;
  const { pack, problems } = loadPack(examplePackFiles({ ...parts }));
  if (!pack) throw new PolicyError(problems);
  policy = compile([pack]);
});

function placeOf({ asked, toDate }: AnyMeasure, world: World, id: string, asOf: string): Place {
  const [start, end] = toDate ? ['0001-01-01', asOf] : asked.days;
  const { before, yearBefore } = toDate ? { before: null, yearBefore: null } : asked;
  return { world, subject: { kind: 'organisation', id }, organisation: id, start, end, before, yearBefore, asOf };
}

const PLACES = ['c', 't1', 't2', 't3', 'v1', 'v2', 'v3', 'v4', 'o1', 'nowhere'];
const asOfDays = fc.constantFrom('2026-05-14', '2026-05-31', '2026-06-30', '2026-09-01', '2026-12-31', '2027-01-20');

const GROUP = 12;
const groups = Array.from({ length: all.length / GROUP }, (_, i) => i * GROUP);

test.each(groups)('measures from %i on come to what lists and hands make of them', (first) => {
  const group = all.slice(first, first + GROUP);
  fc.assert(
    fc.property(worlds, asOfDays, (world, asOf) => {
      for (const measure of group) {
        const query = { measure: measure.id, period: measure.asked.key, asOf };
        const values = policy.measure(world, { ...query, organisations: PLACES });
        const differing = PLACES.flatMap((id) => {
          const [is, should] = [saidBy(values.get(id)), said(measured(measure, placeOf(measure, world, id, asOf)))];
          return is === should ? [] : [`${id}: ${is} instead of ${should}`];
        });
        expect(differing.join('\n'), JSON.stringify([measure, query])).toBe('');
      }
    }),
    { numRuns: 30, seed: first, endOnFailure: true },
  );
});

test.each(groups)('explanations of measures from %i on show the value and the entries that count', (first) => {
  const group = all.slice(first, first + GROUP);
  fc.assert(
    fc.property(worlds, asOfDays, fc.constantFrom('t1', 'v1', 'v2', 'v3'), (world, asOf, organisation) => {
      for (const measure of group) {
        const { id, asked } = measure;
        const explained = policy.explainMeasure(world, { measure: id, period: asked.key, asOf, organisation });
        const place = placeOf(measure, world, organisation, asOf);
        const value = measured(measure, place);
        expect(saidBy(explained.result as Value)).toBe(said(value));
        const [child] = explained.children ?? [];
        if (ownOf(measure, place) === null || child?.construct !== measure.figure.kind) continue;
        const listed = (child.facts ?? []).map((fact) => fact.id).toSorted();
        expect(listed, JSON.stringify([measure, asOf])).toEqual(worked(measure.figure, place).entries.toSorted());
      }
    }),
    { numRuns: 20, seed: first, endOnFailure: true },
  );
});
