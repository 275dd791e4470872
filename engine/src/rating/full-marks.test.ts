import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { written } from '../../test/family.ts';
import { checkPacks } from '../check/check.ts';
import { examplePacks, runExample } from '../run-example.ts';
import type { Example } from '../schema/example.ts';

const example = (steps: string, expected = '{ group: 20 }'): Example =>
  written(
    parse(`
example: 满分
as_of: 2026-12-31
organisations: [{ id: 王庄, kind: village }]
pack:
  forms:
    - id: check
      title: 检查
      subject: { organisation: [village] }
      date: checked_on
      fields:
        - { id: checked_on, type: date }
        - { id: marks, title: 评分, type: decimal, unit: point, decimals: 1 }
  ratings:
    - id: year
      title: 年度考核
      of: { organisations: [village] }
      period: { every: year }
      part_period: rated
      unit: point
      result: { score: group }
      steps:
        - { id: rate, title: 完成率, formula: "0.95" }
        - id: banded
          title: 分档
          bands: { of: rate, rows: [{ at_least: 0.9, gives: { points: 10 } }], otherwise: { points: 4 } }
        - id: panel
          title: 评委
          scorers:
            groups:
              - { id: all, title: 评委, papers: { form: check }, score: data.marks, out_of: 100, share: 10, rater: not-recorded, takes: mean }
            no_papers: stop
            shown_from: 3
        - id: done
          title: 完成得分
          item: { full: 10, starts: zero, award: [{ title: 完成率, points: 10, times: rate, units: pro-rata, at_most: 10 }], floor: 0, cap: full, missing: stop }
        - { id: plain, title: 投资得分, formula: "min(1, rate) * 10" }
        - id: group
          title: 一组
          total: ${steps}
facts:
  - { form: check, subject: 王庄, date: 2026-03-01, data: { marks: 80 } }
expect:
  - { rating: year, subject: 王庄, period: "2026", steps: ${expected} }
`) as Example,
  );

const failures = (one: Example): string[] => runExample([], one).failures.map(({ en }) => en);

test('bands of points and panels have full marks: a group of them may be capped by its own', () => {
  const capped = '{ of: [banded, panel, banded], floor: 0, cap: full, not_applicable: rescale, missing: stop }';
  expect(failures(example(capped, '{ group: 28, banded: 10, panel: 8 }'))).toEqual([]);
});

test('marks in proportion written as an item have full marks', () => {
  const capped = '{ of: [done, panel], floor: 0, cap: full, not_applicable: rescale, missing: stop }';
  expect(failures(example(capped, '{ done: 9.5, group: 17.5 }'))).toEqual([]);
});

test('a formula has none: the group never applies, and the step is named', () => {
  const capped = '{ of: [banded, plain], floor: 0, cap: full, not_applicable: rescale, missing: stop }';
  const found = checkPacks(examplePacks([], example(capped))).filter(({ code }) => code === 'no-full-marks');
  expect(found.map(({ words }) => words['zh-CN'])).toEqual([
    '“投资得分”（plain）没有满分，cap: full 使这一组总是“不适用”',
  ]);
  expect(found[0]?.wayOut.en).toContain('make the step an item');
});

test('a group with an end of its own asks for no full marks', () => {
  const own = '{ of: [banded, plain], floor: 0, cap: 19, not_applicable: left-out, missing: stop }';
  expect(checkPacks(examplePacks([], example(own))).filter(({ code }) => code === 'no-full-marks')).toEqual([]);
  expect(failures(example(own, '{ group: 19 }'))).toEqual([]);
});
