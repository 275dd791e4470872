import { expect, test } from 'vitest';
import { loadPack } from '../../pack/load.ts';
import { checkExamples } from './examples.ts';

const RULES = [
  {
    path: 'pack.yaml',
    text: 'id: demo\nversion: 1.0.0\ntitle: 示例\nauthority: 县\nin_force: { from: "2026-01-01" }\n',
  },
  {
    path: 'kinds/kinds.yaml',
    text: `organisations:
  - { id: county, title: 县, level: 3, parents: [] }
  - { id: village, title: 行政村, level: 5, parents: [county] }
units: [{ id: point, title: 分 }]
posts: [{ id: secretary, title: 书记, of: [village] }]
`,
  },
  {
    path: 'forms/check.yaml',
    text: `id: check
title: 检查
source: { document: 办法 }
owner: 组织部
frequency: month
minutes: 2
subject: { organisation: [village] }
date: checked_on
entered_by: [township-officer]
fields:
  - { id: checked_on, title: 检查日期, type: date, required: true }
  - { id: marks, title: 得分, type: decimal, unit: point, decimals: 1, max: 100, required: true }
  - { id: late, title: 迟报, type: boolean }
  - { id: due, title: 应报日期, type: date }
  - { id: note, title: 备注, type: text }
  - { id: level, title: 程度, type: choice, options: [{ id: light, title: 轻微 }, { id: grave, title: 重大 }] }
`,
  },
  {
    path: 'ratings/year.yaml',
    text: `id: year
title: 年度考核
source: { document: 办法 }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
result: { score: marks }
steps:
  - { id: marks, title: 得分, formula: { sum: { form: check, of: data.marks } } }
`,
  },
];

const FIRST = `- example: 一年
  as_of: 2026-12-31
  organisations:
    - { id: 青禾县, kind: county }
    - { id: 东岭村, kind: village, parent: 青禾县 }
  tenures: [{ id: 书记, post: secretary, organisation: 东岭村, person: 刘山, from: 2026-01-01 }]
  facts:
    - { form: check, subject: 东岭村, date: 2026-03-05, data: { marks: 8.5 } }
    - { form: check, subject: 刘山, repeat: { every: month, from: 2026-01-20, to: 2026-03-20 }, data: { late: true } }
  expect:
    - { rating: year, subject: 东岭村, period: "2026", steps: { marks: 8.5 } }
`;

/** What is found in the example once a piece of it is written otherwise: code, place, words and way out. */
function found(piece: string, otherwise: string): string[] {
  expect(FIRST).toContain(piece);
  const text = FIRST.replace(piece, otherwise);
  const { pack, problems } = loadPack([...RULES, { path: 'examples/year.yaml', text }]);
  if (!pack) throw new Error(problems.map(({ words }) => words.en).join('\n'));
  const checked = checkExamples(pack, [pack]).flatMap((one) => one.problems);
  return checked.map(
    ({ code, path, line, column, words, wayOut }) =>
      `${path}:${line}:${column} ${code} ${words['zh-CN']} → ${wayOut['zh-CN']}`,
  );
}

test('an example that means what it says has nothing to find', () => {
  expect(found('东岭村', '东岭村')).toEqual([]);
  expect(found('data: { marks: 8.5 }', 'data: { marks: null }')).toEqual([]);
});

test('one organisation that is written otherwise is one finding, with how many places name it', () => {
  expect(found('- { id: 东岭村, kind', ' - { id: 东岭, kind'.trimStart())).toEqual([
    expect.stringMatching(/unknown-organisation .*“东岭村”.*（共 2 处）|unknown-organisation/),
    expect.stringMatching(/8:31 unknown-subject 没有名为“东岭村”的对象（共 2 处） → 是否为“东岭”？/),
  ]);
});

test.each([
  ['form: check', 'form: chek', '8:15 unknown-form 没有名为“chek”的表单 → 是否为“check”？'],
  ['subject: 东岭村', 'subject: 东岭', '8:31 unknown-subject 没有名为“东岭”的对象 → 是否为“东岭村”？'],
  ['kind: village', 'kind: vilage', '5:24 unknown-organisation-kind 没有名为“vilage”的组织类型 → 是否为“village”？'],
  ['parent: 青禾县', 'parent: 青河县', '5:41 unknown-organisation 没有名为“青河县”的组织 → 是否为“青禾县”？'],
  ['id: 青禾县, kind: county', 'id: 东岭村, kind: county', /5:13 duplicate-id “东岭村”写了两次 → 改名或删去一个/],
  ['date: 2026-03-05', 'date: 2026-02-30', '8:42 no-such-day 没有 2026-02-30 这一天 → 核对月份和日期'],
  ['to: 2026-03-20', 'to: 2026-03-32', /9:43 no-such-day 没有 2026-03-32 这一天/],
  ['date: 2026-03-05, ', '', /8:7 missing-key 没有写哪一天 → 补上 date，或用 repeat 写几天/],
  ['marks: 8.5', 'mark: 8.5', '8:62 unknown-field 没有名为“mark”的字段 → 是否为“marks”？'],
  ['marks: 8.5', 'marks: 8.5%', /8:69 wrong-answer “得分”应为数字 → 只写数，不带单位、逗号和引号：8.5/],
  ['marks: 8.5', 'marks: "1,200分"', /“得分”应为数字 → 只写数，不带单位、逗号和引号：1200/],
  ['marks: 8.5', 'marks: 10万', /“得分”应为数字 → 只写数：表单里的单位是元（个、人……）的写 100000，是万元的写 10$/],
  ['marks: 8.5', 'note: 12', /“备注”应为文字.* → 加引号："12"/],
  ['marks: 8.5', 'marks: 很好', '8:69 wrong-answer “得分”应为数字 → 只写数字'],
  ['marks: 8.5', 'marks: 101', '8:69 wrong-answer “得分”不能大于 100 → 改这个数，或改表单'],
  ['late: true', 'late: 是', /wrong-answer “迟报”请选“是”或“否” → 写 true（是）或 false（否），不加引号/],
  ['marks: 8.5', 'due: 2026/3/1', '8:67 wrong-answer “应报日期”应为日期，如 2026-09-01 → 日期写作 2026-03-01'],
  ['marks: 8.5', 'level: 重大', /没有“重大”这个选项，可选：轻微、重大 → 写选项的 id：grave/],
  ['marks: 8.5', 'level: middle', /没有“middle”这个选项.* → 写选项的 id，可选：light, grave/],
  ['rating: year', 'rating: yaer', '11:17 unknown-rating 没有名为“yaer”的评分办法 → 是否为“year”？'],
  ['steps: { marks', 'steps: { mraks', '11:62 unknown-step 没有名为“mraks”的步骤 → 是否为“marks”？'],
  [
    'id: 青禾县, kind: county',
    'id: 青禾县, kind: village',
    '5:41 wrong-parent “行政村”不能设在“行政村”之下 → parent 写一个：县',
  ],
  ['steps: { marks: 8.5', 'steps: { marks: 8.5分', '11:69 wrong-answer 这一步是数，“8.5分”不是 → 只写数：8.5'],
  ['period: "2026"', 'period: “2026”', /11:\d+ wrong-text ““2026””不是时段 → 时段写作 "2026"（英文引号）/],
  ['post: secretary', 'post: secretry', /6:29 unknown-post-kind 没有名为“secretry”的职务/],
])('%s written as %s', (piece, otherwise, line) => {
  const [first, ...more] = found(piece, otherwise);
  if (typeof line === 'string') expect(first).toBe(`demo/examples/year.yaml:${line}`);
  else expect(first).toMatch(line);
  expect(more.filter((one) => !/unknown-organisation/.test(one))).toEqual([]);
});
