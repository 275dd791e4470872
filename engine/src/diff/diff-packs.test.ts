import { expect, it } from 'vitest';
import { SCHEME, schemePack, schemeWith } from '../../test/village-scheme.ts';
import { diffPacks } from './diff-packs.ts';

type Replaced = readonly (readonly [string, string])[];
const diff = (...replaced: Replaced) => diffPacks(schemePack(), schemeWith(...replaced)).changes;
const said = (...replaced: Replaced) => diff(...replaced).flatMap(({ words }) => [words['zh-CN'], words.en]);

it('says nothing of a pack that is the same, whatever the order of its parts and keys', () => {
  const [form, meeting] = SCHEME.forms;
  const turned = Object.fromEntries(Object.entries(form ?? {}).reverse());
  expect(diffPacks(schemePack(), schemePack({ ...SCHEME, forms: [meeting, turned] })).changes).toEqual([]);
});

it('says what a deduction takes, each time', () => {
  const points = ['"points":1,', '"points":1.5,'] as const;
  expect(said(points)).toEqual([
    '“报表报送”每次迟报由扣 1 分改为扣 1.5 分',
    '“Reports”: each “Late report” takes 1.5 points instead of 1',
  ]);
  expect(diff(points)).toMatchObject([
    {
      how: 'changed',
      section: 'rating',
      id: 'village-year',
      at: '/steps/3/item/deduct/0/points',
      before: 1,
      after: 1.5,
    },
  ]);
});

it('says from which day a parameter has which value', () => {
  expect(said(['"2026-01-01":20', '"2026-01-01":25'])).toEqual([
    '“报送满分”自 2026-01-01 起由 20 分改为 25 分',
    '“Full marks of reports” from 2026-01-01 on: 20 points → 25 points',
  ]);
  expect(said(['"2026-01-01":20', '"2026-01-01":20,"2027-01-01":30'])[0]).toBe(
    '“报送满分”自 2027-01-01 起新定为 30 分',
  );
  expect(said(['"2026-01-01":20', '"2026-01-01":null'])[0]).toBe('“报送满分”自 2026-01-01 起由 20 分改为 未设定');
});

it('says which weight changes in which sum', () => {
  expect(said(['"weight":60', '"weight":50'], ['"weight":40', '"weight":50'])).toEqual([
    '“总分”中“报表报送”的权重由 60 改为 50',
    'In “Total” the weight of “Reports” changes from 60 to 50',
    '“总分”中“会议”的权重由 40 改为 50',
    'In “Total” the weight of “Meetings” changes from 40 to 50',
  ]);
});

it('says an answer to an open choice by its words', () => {
  expect(said(['"not_applicable":"rescale","missing":"stop"', '"not_applicable":"rescale","missing":"zero"'])).toEqual([
    '“村年度考核”“总分”缺数据时由 “结果未知，直到补齐” 改为 “按零计”',
    '“Assessment of villages”, “Total”, when it is not known: “the result is not known” → “counts as zero”',
  ]);
});

it('names parts and steps that came or went', () => {
  const bare = schemePack({ ...SCHEME, measures: [], ratings: [] });
  const gone = diffPacks(schemePack(), bare).changes;
  expect(gone.map(({ how, section, at, words }) => [how, section, at, words['zh-CN']])).toEqual([
    ['removed', 'measure', '', '删去指标“会议次数”'],
    ['removed', 'rating', '', '删去评分办法“村年度考核”'],
  ]);
  expect(diffPacks(bare, schemePack()).changes.map(({ words }) => words.en)).toEqual([
    'Added the measure “Meetings”',
    'Added the rating “Assessment of villages”: village, every year, 5 steps',
  ]);
  const step = '"steps":[';
  const extra = '{"id":"extra","title":{"zh-CN":"加分","en":"Extra"},"formula":"1"},';
  expect(said([step, `${step}${extra}`])).toEqual([
    '新增“村年度考核”“加分”',
    'Added “Assessment of villages”, “Extra”',
  ]);
});

it('says everything else by title, field, old and new', () => {
  expect(said(['"date":"held_on"', '"date":"sent"'])).toEqual([
    '“会议”日期由 “held_on” 改为 sent',
    '“Meeting”, date: “held_on” → sent',
  ]);
  expect(said(['"full":"param(\\"marks\\")"', '"full":{"parameter":"marks"}'])[0]).toBe(
    '“村年度考核”“报表报送”满分由 “报送满分” 改为 参数“报送满分”',
  );
});
