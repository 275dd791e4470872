import { expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

/** What the check says of a parameter with these values, or of a pack in force between these days. */
function said(values: Record<string, unknown>, more: Record<string, unknown> = {}): string[] {
  const files = examplePackFiles({
    kinds: { units: [{ id: 'ratio', title: '比值' }] },
    values: [{ id: 'share', title: '比例', unit: 'ratio', role: 'rule', values }],
  }).map((file) =>
    file.path === 'pack.yaml' && more.in_force
      ? {
          ...file,
          text: file.text.replace(/in_force:(?:.*\n)(?: +.*\n)*/, `in_force: ${JSON.stringify(more.in_force)}\n`),
        }
      : file,
  );
  const { pack, problems } = loadPack(files);
  return (pack ? checkPacks([pack]) : problems).map(
    ({ severity, code, words, wayOut }) => `${severity} ${code}: ${words['zh-CN']} → ${wayOut['zh-CN']} | ${wayOut.en}`,
  );
}

test('a value is a number from a day on', () => expect(said({ '2026-01-01': 0.3 })).toEqual([]));

test('a value that is not set is warned of', () => {
  expect(said({ '2026-01-01': null })).toEqual([expect.stringMatching(/^warning not-set: 参数“比例”未设定/)]);
});

test.each(['2026.1.1', '2026/1/1', '2026年1月1日'])('%s is no day from which a value holds', (day) => {
  expect(said({ [day]: 0.3 })).toEqual([
    `error wrong-parameter: “${day}”不是起用之日 → 日期写作 2026-01-01 | Write the day as 2026-01-01`,
  ]);
});

test('a day that no month has is none either', () => {
  expect(said({ '2026-02-30': 0.3 })).toEqual([expect.stringContaining('“2026-02-30”不是起用之日')]);
});

test.each([
  ['30%', '0.3'],
  ['12.5％', '0.125'],
  ['3个', '3'],
  ['200 元', '200'],
])('%s is written %s', (written, number) => {
  expect(said({ '2026-01-01': written })).toEqual([
    `error wrong-parameter: “${written}”不是数 → 写作 ${number}，不带单位和 % | Write ${number}, without a unit or %`,
  ]);
});

test.each(['10-31', '2/3', 'calendar-days'])('%s is a value', (text) =>
  expect(said({ '2026-01-01': text })).toEqual([]),
);

test('a pack that ends before it begins is in force on no day', () => {
  const values = { '2026-01-01': 0.3 };
  expect(said(values, { in_force: { from: '2026-01-01', to: '2026-12-31' } })).toEqual([]);
  expect(said(values, { in_force: { from: '2026-01-01', to: '2025-12-31' } })).toEqual([
    expect.stringMatching(
      /^error ends-crossed: 到 2025-12-31 为止，却自 2026-01-01 起生效：一天也不生效 → 改 from 或 to/,
    ),
  ]);
});
