import { describe, expect, it, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { acceptedIn, checkPacks } from './check.ts';

const titled = (title: string) => ({ title: { 'zh-CN': title, en: title } });

/** A pack with one warning: a parameter begins half a year after it; and, where asked for, an error in a unit. */
function pack(accepted: readonly object[], unit = 'person') {
  const { pack, problems } = loadPack(
    examplePackFiles({
      manifest: { in_force: { from: '2026-01-01' }, accepted },
      kinds: { units: [{ id: 'person', ...titled('人') }] },
      values: [{ id: 'team.size', ...titled('人数'), unit, values: { '2026-07-01': 3 } }],
    }),
  );
  if (!pack) throw new Error(problems.map(({ words }) => words.en).join('\n'));
  return pack;
}

const REASON = { 'zh-CN': '七月一日起执行', en: 'In force from July' };
const ACCEPTED = { finding: 'not-set-before', at: 'team.size', reason: REASON };
const told = (accepted: readonly object[], unit?: string): string[] =>
  checkPacks([pack(accepted, unit)]).map(
    ({ severity, code, path, line, wayOut }) => `${severity} ${code} ${path}:${line} ${wayOut.en}`,
  );

it('is told no more once it is accepted, and shown with its reason', () => {
  expect(told([])).toEqual([expect.stringMatching(/^warning not-set-before example\/values\/example\.yaml:\d+/)]);
  expect(told([ACCEPTED])).toEqual([]);
  expect(acceptedIn([pack([ACCEPTED])])).toEqual([
    expect.objectContaining({ code: 'not-set-before', severity: 'warning', reason: REASON }),
  ]);
  expect(acceptedIn([pack([])])).toEqual([]);
});

describe('an acceptance that meets no warning is told, and accepts nothing', () => {
  test.each([
    ['another place', { ...ACCEPTED, at: 'team.sizes' }, 'Write at: team.size'],
    ['another name', { ...ACCEPTED, finding: 'not-set-befor' }, 'Write finding: not-set-before'],
    ['deeper than it stands', { ...ACCEPTED, at: 'team.size/first' }, 'Write at: team.size'],
  ])('%s', (_what, one, wayOut) => {
    const found = told([one]);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(new RegExp(`^warning accepted-nothing example/pack\\.yaml:\\d+ ${wayOut}$`));
    expect(found[1]).toMatch(/^warning not-set-before/);
  });

  it('what is not found any more', () => {
    const other = { ...ACCEPTED, finding: 'dead-step', at: 'year/marks' };
    expect(told([ACCEPTED, other])).toEqual([
      expect.stringMatching(/^warning accepted-nothing .* It is not found any more: remove this acceptance$/),
    ]);
  });

  it('an error', () => {
    const found = told([{ ...ACCEPTED, finding: 'unknown-unit' }], 'persons');
    expect(found.map((one) => one.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'error error-accepted',
      'error unknown-unit',
      'warning not-set-before',
    ]);
  });
});
