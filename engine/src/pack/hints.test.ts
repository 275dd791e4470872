import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { checkPacks } from '../check/check.ts';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from './load.ts';

const RATING = `
- id: year
  title: { zh-CN: 考核, en: assessment }
  source: { document: 办法 }
  of: { organisations: [village] }
  period: { every: year }
  part_period: rated
  unit: point
  steps:
    - id: reports
      title: { zh-CN: 报表, en: reports }
      clause: 第一条
      item:
        full: 10
        starts: full
        deduct:
          - title: { zh-CN: 迟报, en: late }
            points: 1
            times: { count: { form: report, where: 'data.kind == "late"' } }
            units: full
        floor: 0
        cap: full
        missing: stop
    - id: score
      title: { zh-CN: 总分, en: score }
      formula: 'reports >= 5 && reports < 9 ? 1 : 0'
  result: { score: score }
`;

const PARTS = `
kinds:
  organisations: [{ id: village, title: { zh-CN: 村, en: village }, level: 5, parents: [] }]
  units: [{ id: point, title: { zh-CN: 分, en: points } }]
forms:
  - id: report
    title: { zh-CN: 报表, en: report }
    subject: { organisation: [village] }
    date: day
    fields:
      - { id: day, type: date }
      - { id: kind, type: choice, options: [{ id: late, title: { zh-CN: 迟, en: late } }, { id: good, title: { zh-CN: 好, en: good } }] }
`;

/** The first error when one piece of the rating is written otherwise, and the ways out of all. */
function said(
  written: string,
  instead: string,
): { readonly line: number; readonly words: string; readonly way: string } {
  expect(RATING).toContain(written);
  const rating = { path: 'ratings/year.yaml', text: RATING.replace(written, instead).trimStart() };
  const { pack, problems } = loadPack([...examplePackFiles(parse(PARTS) as Record<string, unknown>), rating]);
  const found = pack ? checkPacks([pack]) : problems;
  const errors = found.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) throw new Error(`nothing is wrong with ${stringify(instead)}`);
  return { line: first.line, words: first.words['zh-CN'], way: errors.map(({ wayOut }) => wayOut['zh-CN']).join('\n') };
}

test('the rating itself is sound', () => expect(() => said('考核', '考核')).toThrow('nothing is wrong'));

test.each([
  ['>=', '≥', '应写作 >='],
  ['&&', 'and', '应写作 &&'],
  ['&&', '并且', '应写作 &&'],
  ['reports < 9', '（reports < 9）', '（ 应写作 ('],
  ['data.kind == ', 'data.kind = ', '= 应写作 =='],
  ['"late"', '“late”', '“ 应写作 "'],
  ['>=', '=>', '=> 应写作 >='],
  ['<', '=<', '=< 应写作 <='],
  ['==', '<>', '<> 应写作 !='],
  ['&&', '&', '& 应写作 &&'],
  ['>=', '大于等于', '大于等于 应写作 >='],
  ['<', '低于', '低于 应写作 <'],
  ['< 9', '< 1,900', '1,900 应写作 1900'],
  ['< 9', '< 1.5万', '1.5万 应写作 15000'],
  ['\'data.kind == "late"\'', '“data.kind == "late"”', '外面的中文引号改为英文单引号'],
])('formulas and conditions: %s written %s', (written, instead, way) => {
  expect(said(written, instead).way).toContain(way);
});

test('a comma in brackets parts two numbers, whatever else is wrong', () => {
  expect(said('reports >= 5', 'max(1,900) ≥ 5').way).toContain('≥ 应写作 >=');
});

test('a Chinese sign inside quotes is text', () => {
  expect(said('"late"', '"（迟，）"').words).toContain('“（迟，）”不是该字段的选项');
});

test.each([
  ['zh-CN: 迟报, en', 'zh-CN: 迟报，en', 16, '中文符号“，”'],
  ['clause: 第一条', 'clause：第一条', 11, '中文符号“：”'],
  ['clause: 第一条', 'clause:第一条', 11, '键后写英文冒号加一个空格'],
  ['      clause: 第一条', '\tclause: 第一条', 11, '只用空格'],
  ['      clause: 第一条', '        clause: 第一条', 10, '同一列'],
  ['zh-CN: 迟报, en', 'zh-CN：迟报, en', 16, '中文符号“：”'],
])('YAML: %s written %s', (written, instead, line, way) => {
  const found = said(written, instead);
  expect(found.way).toContain(way);
  expect(Math.abs(found.line - line)).toBeLessThanOrEqual(1);
});

test('a key one level too far out, or too far in, is sent where it belongs', () => {
  expect(said('        starts: full\n', '').words).toContain('starts');
  expect(said('        missing: stop\n', '      missing: stop\n').words).toContain('missing');
  expect(said('        full: 10\n', '        full: 10\n        clause: 甲\n').way).toContain('少缩进');
});

test('a key that wraps what belongs here is left out', () => {
  const way = said(
    '{ form: report, where: \'data.kind == "late"\' }',
    '{ of: { form: report, where: \'data.kind == "late"\' } }',
  ).way;
  expect(way).toContain('去掉“of”这一层，form、where 直接写在这里');
});

test('what a subject has itself is no attribute of it', () => {
  const posted = RATING.replace('{ organisations: [village] }', '{ postings: [helper] }').replace(
    "'reports >= 5 && reports < 9 ? 1 : 0'",
    '{ attribute: subject.attributes.WHAT }',
  );
  const parts = parse(PARTS) as { kinds: Record<string, unknown> };
  const postings = [
    {
      id: 'helper',
      title: '帮村干部',
      to: ['village'],
      sent_by: ['village'],
      levels: [{ id: 'county', title: '县派' }],
    },
  ];
  const way = (what: string): string[] => {
    const rating = { path: 'ratings/year.yaml', text: posted.replace('WHAT', what).trimStart() };
    const { pack, problems } = loadPack([
      ...examplePackFiles({ ...parts, kinds: { ...parts.kinds, postings } }),
      rating,
    ]);
    return (pack ? checkPacks([pack]) : problems).flatMap(({ code, wayOut }) =>
      code === 'must-choose' ? [wayOut.en] : [],
    );
  };
  expect(way('level')).toEqual([expect.stringContaining('write { attribute: subject.level, as: text }')]);
  expect(way('length')).toEqual(['Write { attribute: subject.attributes.length, as: number } (or text, boolean)']);
});

test('a misplaced key is told once, where it stands, not as missing too', () => {
  const text = RATING.replace('        missing: stop\n', '      missing: stop\n').trimStart();
  const parts = examplePackFiles(parse(PARTS) as Record<string, unknown>);
  const { problems } = loadPack([...parts, { path: 'ratings/year.yaml', text }]);
  expect(problems.map(({ code, wayOut }) => [code, wayOut.en])).toEqual([
    ['unknown-key', 'It belongs to “item”: indent it by two more spaces'],
  ]);
});

test('`<<` takes over the keys of a part before', () => {
  const second = '- { <<: *year, id: half, period: { every: half-year } }\n';
  const text = `${RATING.trimStart().replace('- id: year', '- &year\n  id: year')}${second}`;
  const parts = examplePackFiles(parse(PARTS) as Record<string, unknown>);
  const { pack, problems } = loadPack([...parts, { path: 'ratings/year.yaml', text }]);
  expect(problems).toEqual([]);
  expect(pack?.ratings.map(({ id, steps }) => [id, steps.length])).toEqual([
    ['year', 2],
    ['half', 2],
  ]);
});
