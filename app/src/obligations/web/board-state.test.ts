import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from '../../platform/web/search.ts';
import {
  type BoardState,
  boardSearchFrom,
  boardStateFrom,
  isFiltered,
  searchFromBoardState,
  VIEWS,
  withoutFilters,
} from './board-state.ts';
import { ALL_LIGHTS } from './lights.ts';

const id = fc.uuid();
const duty = fc.stringMatching(/^[a-z]+(-[a-z]+)*$/);
const state: fc.Arbitrary<BoardState> = fc.record({
  asOf: fc.option(fc.constantFrom('2026-09-01', '2026-12-31'), { nil: undefined }),
  window: fc.constantFrom('current', '2026', '2026-09', '2026-Q3', '2026-H2', '2026-W38'),
  lights: fc.uniqueArray(fc.constantFrom(...ALL_LIGHTS)),
  columns: fc.option(duty, { nil: undefined }),
  duties: fc.uniqueArray(duty),
  township: fc.option(id, { nil: undefined }),
  unit: fc.option(id, { nil: undefined }),
  text: fc.string(),
  organisation: fc.option(id, { nil: undefined }),
  cell: fc.option(fc.record({ organisation: id, duty }), { nil: undefined }),
  view: fc.constantFrom(...VIEWS),
  idle: fc.boolean(),
});

describe('the chart and its link', () => {
  it('carry each other without loss', () => {
    fc.assert(
      fc.property(state, (before) => {
        const link = stringifySearch(searchFromBoardState(before));
        expect(boardStateFrom(boardSearchFrom(parseSearch(link)))).toEqual(before);
      }),
    );
  });

  it('an untouched chart has a bare link', () => {
    expect(stringifySearch(searchFromBoardState(boardStateFrom({})))).toBe('');
  });

  it('nonsense in a link counts as absent', () => {
    const read = boardStateFrom(
      boardSearchFrom({
        asOf: 'gestern',
        window: '2026-13x',
        light: 'red,overdue',
        cell: 'half',
        mode: 'x',
        other: '1',
      }),
    );
    expect(read).toEqual({ ...boardStateFrom({}), lights: ['overdue'] });
  });

  it('clearing the filters keeps the day and the period', () => {
    fc.assert(
      fc.property(state, (before) => {
        const after = withoutFilters(before);
        expect(isFiltered(after)).toBe(false);
        expect([after.asOf, after.window, after.view]).toEqual([before.asOf, before.window, before.view]);
      }),
    );
  });
});
