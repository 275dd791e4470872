import { expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, diffPacks, loadPack } from '../index.ts';

const SHARED = examplePackFiles({
  kinds: {
    organisations: [{ id: 'village', title: { 'zh-CN': '村', en: 'village' }, level: 5, parents: [] }],
    units: [{ id: 'point', title: { 'zh-CN': '分', en: 'points' } }],
  },
  forms: [
    {
      id: 'fault',
      subject: { organisation: ['village'] },
      date: 'on',
      fields: [
        { id: 'on', type: 'date' },
        { id: 'kind', type: 'text' },
      ],
    },
  ],
});
const ROWS = `
- id: year
  title: 考核
  source: { document: 办法 }
  of: { organisations: [village] }
  period: { every: year }
  part_period: rated
  unit: point
  steps:
    - { id: late, title: 迟报, formula: { count: { form: fault } } }
    - items:
        usual: { starts: full, floor: 0, cap: full, missing: stop, units: full }
        rows:
          - { id: roads, title: 道路清洁, full: 5, points: 0.5, times: late }
          - { id: river, title: 河道, full: 5, points: 1, times: late }
          - id: wells
            title: 水井
            full: 2
            points: 1
            when: late > 3
            deduct: [{ title: 其他, points: 1, when: late > 5 }]
        total: { id: score, title: 总分, floor: none, cap: none, not_applicable: left-out, missing: stop }
    - { id: twice, title: 加倍, formula: score * 2 }
  result: { score: score, place: twice }
`.trimStart();

const loaded = (from = '', to = '') => {
  if (!ROWS.includes(from)) throw new Error(`The rows do not hold ${from}`);
  return loadPack([...SHARED, { path: 'ratings/year.yaml', text: ROWS.replace(from, to) }]);
};

/** What is wrong when one piece is written otherwise: line and column, code, words. */
function told(from: string, to: string): string[] {
  const { pack, problems } = loaded(from, to);
  return (pack ? checkPacks([pack]) : problems).map(
    ({ line, column, code, words }) => `${line}:${column} ${code} ${words.en}`,
  );
}

it('makes a step of each row, in its place, and the sum of them', () => {
  const { pack } = loaded();
  expect(pack && checkPacks([pack])).toEqual([]);
  expect(pack?.ratings[0]?.steps.map(({ id }) => id)).toEqual(['late', 'roads', 'river', 'wells', 'score', 'twice']);
  expect(pack?.ratings[0]?.steps[3]).toEqual({
    id: 'wells',
    title: { 'zh-CN': '水井', en: '水井' },
    item: {
      full: 2,
      starts: 'full',
      floor: 0,
      cap: 'full',
      missing: 'stop',
      deduct: [
        { title: { 'zh-CN': '水井', en: '水井' }, points: 1, when: 'late > 3' },
        { title: { 'zh-CN': '其他', en: '其他' }, points: 1, when: 'late > 5' },
      ],
    },
  });
});

it.each([
  [
    'times: late }\n          - { id: river',
    'times: latte }\n          - { id: river',
    '13:71 unknown-step There is no step “latte”',
  ],
  ['id: river', 'id: roads', '14:17 duplicate-id The step “roads” is defined twice'],
  ['when: late > 3', 'when: lat > 3', '19:19 unknown-step There is no step “lat”'],
  ['when: late > 5', 'when: lat > 5', '20:54 unknown-step There is no step “lat”'],
  ['points: 0.5', 'points: -0.5', '13:63 negative-points'],
  ['score * 2', 'scor * 2', '22:48 unknown-step There is no step “scor”'],
])('names the line of the row: %s → %s', (from, to, words) => {
  const [first = ''] = told(from, to);
  expect(first).toContain(words.slice(words.indexOf(' ')));
  expect(first.split(':')[0]).toBe(words.split(':')[0]);
});

it.each([
  ['units: full }', '}', '13 open-choice “units” is not stated'],
  ['            full: 2\n', '', '15 missing-key “full” is missing'],
  ['points: 1, times: late }', 'points: 1 }', '14 missing-key “times” is missing'],
  ['points: 1, times: late }', 'points: 1, times: late, repeat: single }', '14 unknown-key Unknown key “repeat”'],
  ['floor: none, cap: none, ', 'cap: none, ', '21 open-choice “floor” is not stated'],
])('says what a row lacks: %s → %s', (from, to, words) => {
  expect(told(from, to)[0]?.replace(/:\d+/, '')).toContain(words);
});

it('is compared by its rows', () => {
  const [before, after] = [loaded().pack, loaded('points: 0.5', 'points: 1').pack];
  if (!before || !after) throw new Error('the packs of this test are not sound');
  expect(diffPacks(before, after).changes.map(({ words }) => words['zh-CN'])).toEqual([
    '“道路清洁”每次道路清洁由扣 0.5 分改为扣 1 分',
  ]);
});
