import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from './arrange.ts';
import { type BoardDuty, type BoardRow, type CellStanding, LIGHT_CODE, startLayout } from './board.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const duty = (id: string): BoardDuty => ({
  id,
  title: words(id),
  short: words(id),
  clause: '集中办公',
  group: null,
  bearer: 'posting',
  kinds: ['first-secretary'],
  cadence: 'week',
  limit: false,
});
const row = (organisation: string): BoardRow => ({
  organisation,
  name: organisation,
  kind: 'village',
  group: 0,
  pinyin: '',
  initials: '',
  postings: [],
});
const standing = (
  organisation: string,
  obligation: string,
  light: CellStanding['light'],
  done = '1',
): CellStanding => ({
  organisation,
  obligation,
  light,
  done,
  need: '2',
});

function layOut(rows: readonly BoardRow[], duties: readonly BoardDuty[], standings: readonly CellStanding[]) {
  const layout = startLayout(rows, duties);
  for (const one of standings) layout.add(one);
  return layout.finish();
}

it('beside a limit whoever is near it keeps it still', () => {
  const cells = layOut(
    [row('a')],
    [{ ...duty('meetings'), limit: true }, duty('office')],
    [
      standing('a', 'meetings', 'due-soon'),
      standing('a', 'meetings', 'overdue'),
      standing('a', 'office', 'due-soon'),
      standing('a', 'office', 'overdue'),
    ],
  );
  expect(cells.texts[0]).toEqual({ 0: '1/2', 1: '0/2' });
});

describe('the layout of the wall chart', () => {
  it('gives one character per duty and says how much is done', () => {
    const cells = layOut(
      [row('王庄村')],
      [duty('office'), duty('activity')],
      [standing('王庄村', 'office', 'due-soon')],
    );
    expect(cells.lights).toEqual(['s-']);
    expect(cells.texts).toEqual({ 0: { 0: '1/2' } });
    expect(cells.counts.byDuty).toEqual([{ s: 1 }, { '-': 1 }]);
  });

  it('shows the worst of several subjects and how many of them stand well', () => {
    const both = [standing('王庄村', 'office', 'met', '2'), standing('王庄村', 'office', 'overdue', '0')];
    const cells = layOut([row('王庄村')], [duty('office')], both);
    expect(cells.lights).toEqual(['x']);
    expect(cells.texts).toEqual({ 0: { 0: '1/2' } });
  });

  it('shortens a third for the cell', () => {
    const third = { ...standing('王庄村', 'time', 'open', '0.5'), need: '1.6666666666666666666666666666666667' };
    expect(layOut([row('王庄村')], [duty('time')], [third]).texts).toEqual({ 0: { 0: '0.5/1.67' } });
  });

  it('leaves out what stands on no shown row', () => {
    const cells = layOut([row('王庄村')], [duty('office')], [standing('李庄村', 'office', 'overdue')]);
    expect(cells.counts.total).toEqual({ '-': 1 });
  });

  it('counts every cell exactly once', () => {
    const lights = fc.constantFrom(...(Object.keys(LIGHT_CODE) as CellStanding['light'][]));
    const standings = fc.array(
      fc.record({ organisation: fc.constantFrom('a', 'b', 'c'), obligation: fc.constantFrom('p', 'q'), light: lights }),
    );
    fc.assert(
      fc.property(standings, (some) => {
        const full = some.map((one) => ({ ...one, done: '0', need: '1' }));
        const cells = layOut(['a', 'b', 'c'].map(row), ['p', 'q'].map(duty), full);
        const total = Object.values(cells.counts.total).reduce((sum, n) => sum + n, 0);
        expect(total).toBe(6);
        expect(cells.lights.every((line) => line.length === 2)).toBe(true);
      }),
    );
  });
});

const organisation = (id: string, kind: string, parent: string | null, visible = true) => ({
  id,
  kind,
  name: id,
  code: null,
  pinyin: '',
  initials: '',
  parent,
  visible,
});

describe('the rows of the wall chart', () => {
  const county = [
    organisation('莘县', 'county', null),
    organisation('县财政局', 'county-department', '莘县'),
    organisation('古云镇', 'township', '莘县'),
    organisation('王庄村', 'village', '古云镇'),
    organisation('李庄村', 'village', '古云镇'),
  ];

  it('gathers villages under their township, its own row first, and departments under the county', () => {
    const { rows, groups } = arrange(county, [], new Set(['county', 'county-department', 'township', 'village']));
    expect(groups).toEqual([
      { id: '古云镇', name: '古云镇', kind: 'township', rows: 3 },
      { id: '莘县', name: '莘县', kind: 'county', rows: 2 },
    ]);
    expect(rows.map((one) => one.name)).toEqual(['古云镇', '王庄村', '李庄村', '莘县', '县财政局']);
  });

  it('shows nothing of an organisation outside the scope but a row for a posting in it', () => {
    const hidden = county.map((one) => ({ ...one, visible: false }));
    const posting = {
      id: 'p',
      kind: 'first-secretary',
      organisation: '王庄村',
      person: '周文博',
      sendingOrganisation: { id: '县财政局', name: '县财政局' },
    };
    const { rows, groups } = arrange(hidden, [posting], new Set(['village']));
    expect(rows.map((one) => one.name)).toEqual(['王庄村']);
    expect(groups).toEqual([{ id: '古云镇', name: '古云镇', kind: 'township', rows: 1 }]);
  });
});
