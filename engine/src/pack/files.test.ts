import { describe, expect, test } from 'vitest';
import { loadPack } from './load.ts';

const MANIFEST = `id: demo
version: 1.0.0
title: 示范
authority: 示范县
in_force: { from: 2026-01-01 }
`;
const KINDS = `units:
  - { id: day, title: 天 }
  - { id: time, title: 次 }
`;

const load = (more: Readonly<Record<string, string>>) =>
  loadPack(Object.entries({ 'pack.yaml': MANIFEST, ...more }).map(([path, text]) => ({ path, text })));
const problemsOf = (more: Readonly<Record<string, string>>): string[] =>
  load(more).problems.map(
    ({ path, line, column, code, severity, words, wayOut }) =>
      `${severity} ${path}:${line}:${column} ${code} ${words['zh-CN']} → ${wayOut['zh-CN']} | ${words.en} → ${wayOut.en}`,
  );

describe('files of a pack', () => {
  test('that hold no rules are left alone and are no part of the hash', () => {
    const others = { 'README.md': '[', 'package.json': '{', 'data/a.csv': ':', 'notes.txt': ':', '.git': ':' };
    expect(problemsOf(others)).toEqual([]);
    expect(load(others).pack?.hash).toBe(load({}).pack?.hash);
    expect(load({ ...others, 'CHANGES.md': '# 1.0.0' }).pack?.changes).toBe('# 1.0.0');
    expect(load({ 'docs/CHANGES.md': 'x' }).pack?.changes).toBeNull();
  });

  test('in no folder of the pack are told where to stand', () => {
    const folders =
      'kinds/、calendars/、values/、forms/、obligations/、measures/、assignments/、ratings/、local-items/、adaptations/、examples/、words/';
    expect(problemsOf({ 'duties/a.yaml': 'id: a' })).toEqual([
      `error demo/duties/a.yaml:1:1 unknown-file 不知道“duties/a.yaml”装什么 → 放入 ${folders} 之一 | ` +
        `It is not known what “duties/a.yaml” holds → Put it into one of ${folders.replaceAll('、', ', ')}`,
    ]);
    expect(problemsOf({ 'rating/a.yaml': 'id: a' })).toEqual([
      'error demo/rating/a.yaml:1:1 unknown-file 不知道“rating/a.yaml”装什么 → 是否应放在 ratings/ ？ | ' +
        'It is not known what “rating/a.yaml” holds → Should it stand in ratings/ ?',
    ]);
    expect(problemsOf({ 'forms.yaml': '[]' })[0]).toContain('unknown-file');
  });

  test('that are empty name what is missing', () => {
    expect(problemsOf({ 'kinds/a.yaml': '' })[0]).toContain('demo/kinds/a.yaml:1:1 empty-file');
    expect(problemsOf({ 'forms/a.yaml': '[]' })).toEqual([]);
  });

  test('with a manifest that is wrong still name the pack', () => {
    expect(loadPack([{ path: 'pack.yaml', text: MANIFEST.replace('version: 1.0.0\n', '') }]).problems).toMatchObject([
      { path: 'demo/pack.yaml', line: 1, column: 1, code: 'missing-key', words: { 'zh-CN': '缺少“version”' } },
    ]);
    expect(loadPack([{ path: 'pack.yaml', text: '- demo' }]).problems[0]).toMatchObject({ path: 'pack.yaml' });
    expect(loadPack([{ path: 'words/en.yaml', text: 'a: b' }]).problems).toEqual([
      {
        severity: 'error',
        code: 'no-manifest',
        path: 'pack.yaml',
        line: 1,
        column: 1,
        words: { 'zh-CN': '缺少 pack.yaml', en: 'pack.yaml is missing' },
        wayOut: {
          'zh-CN': '新建 pack.yaml，写明 id、version、title、authority、in_force',
          en: 'Add pack.yaml with id, version, title, authority and in_force',
        },
      },
    ]);
  });

  test('of words hold texts by key, in the two languages there are', () => {
    const { pack, problems } = load({
      'words/zh-CN.yaml': 'hello: 你好\nyear: 2026\n',
      'words/en.yml': 'hello: Hello',
    });
    expect(problems).toEqual([]);
    expect(pack?.words).toEqual({ 'zh-CN': { hello: '你好', year: '2026' }, en: { hello: 'Hello' } });
    expect(load({}).pack?.words).toEqual({ 'zh-CN': {}, en: {} });
    for (const [path, text] of [
      ['words/de.yaml', 'hello: Hallo'],
      ['words/en.yaml', '- hello'],
    ] as const)
      expect(problemsOf({ [path]: text })[0]).toContain(`error demo/${path}:1:1 unknown-file`);
  });
});

describe('parts that are defined twice', () => {
  const form = (id: string) => `- id: ${id}\n`;
  const twice = (more: Readonly<Record<string, string>>) =>
    problemsOf(more).filter((one) => one.includes('duplicate-id'));

  test('in one list of kinds, or in two files', () => {
    expect(twice({ 'kinds/a.yaml': `${KINDS}  - { id: day, title: 日 }\n` })).toEqual([
      'error demo/kinds/a.yaml:4:5 duplicate-id “unit:day”定义了两次 → 先前在 demo/kinds/a.yaml:2；改名或删去一个 | ' +
        '“unit:day” is defined twice → First in demo/kinds/a.yaml:2; rename or remove one',
    ]);
    expect(twice({ 'kinds/a.yaml': KINDS, 'kinds/b.yaml': 'units: [{ id: time, title: 次 }]' })[0]).toContain(
      'demo/kinds/b.yaml:1:9 duplicate-id “unit:time”',
    );
  });

  test('a name in two lists is no clash, nor in examples', () => {
    expect(twice({ 'kinds/a.yaml': `${KINDS}posts: [{ id: day, title: 值日, of: [] }]\n` })).toEqual([]);
    expect(twice({ 'kinds/a.yaml': 'units: many' })).toEqual([]);
    expect(twice({ 'kinds/a.yaml': '- units' })).toEqual([]);
    expect(twice({ 'examples/a.yaml': '- { example: a }\n- { example: a }\n' })).toEqual([]);
    expect(twice({ 'forms/a.yaml': form('visit'), 'measures/a.yaml': form('visit') })).toEqual([]);
  });

  test('each later one is named with the first', () => {
    expect(twice({ 'forms/a.yaml': form('visit'), 'forms/b.yaml': form('visit') + form('visit') })).toEqual([
      expect.stringContaining('demo/forms/b.yaml:1:3 duplicate-id “form:visit”定义了两次 → 先前在 demo/forms/a.yaml:1'),
      expect.stringContaining('demo/forms/b.yaml:2:3 duplicate-id “form:visit”定义了两次 → 先前在 demo/forms/a.yaml:1'),
    ]);
    expect(twice({ 'calendars/a.yaml': 'year: 2026', 'calendars/b.yaml': 'year: 2026' })).toHaveLength(1);
  });

  test('parts without an id are no duplicates of each other', () => {
    expect(twice({ 'forms/a.yaml': '- minutes: 1\n- minutes: 2\n- text\n- text\n' })).toEqual([]);
  });
});

describe('where something stands', () => {
  const PLACED = `# remark
- id: bar
  title: { zh-CN: 标准, en: Bar }
  source: { document: 文件 }
  unit: day
  role: rule
  values:
    2026-01-01: 3
`;

  test('by the pointer of what is written, and of its key', () => {
    const places = load({ 'values/a.yaml': PLACED, 'kinds/a.yaml': KINDS }).pack?.places;
    const at = (key: string) => {
      const place = places?.get(key);
      return place && `${place.path}:${place.line}:${place.column}`;
    };
    expect(at('parameter:bar')).toBe('demo/values/a.yaml:2:3');
    expect(at('parameter:bar/title/en')).toBe('demo/values/a.yaml:3:27');
    expect(at('parameter:bar/title/en#key')).toBe('demo/values/a.yaml:3:23');
    expect(at('parameter:bar/values/2026-01-01')).toBe('demo/values/a.yaml:8:17');
    expect(at('kinds:kinds/a.yaml/units/1/id')).toBe('demo/kinds/a.yaml:3:11');
    expect(at('parameter:bar/limits')).toBeUndefined();
  });

  test('of what is missing is where it should be', () => {
    expect(problemsOf({ 'values/a.yaml': PLACED.replace('  unit: day\n', '') })[0]).toMatch(
      /^error demo\/values\/a.yaml:2:3 missing-key 缺少“unit”/,
    );
    expect(problemsOf({ 'values/a.yaml': PLACED.replace('document: 文件', '') })[0]).toMatch(
      /^error demo\/values\/a.yaml:4:11 missing-key 缺少“document”/,
    );
    expect(problemsOf({ 'values/a.yaml': PLACED.replace('{ document: 文件 }', '') })[0]).toMatch(
      /^error demo\/values\/a.yaml:4:\d+ wrong-type/,
    );
    expect(problemsOf({ 'values/a.yaml': PLACED.replace('unit: day', 'unit: Day') })[0]).toMatch(
      /^error demo\/values\/a.yaml:5:9 wrong-text “Day”写法不对/,
    );
    expect(problemsOf({ 'values/a.yaml': PLACED.replace('unit', 'unti') }).at(-1)).toMatch(
      /^error demo\/values\/a.yaml:5:3 unknown-key 不认识的键“unti” → 是否为“unit”？/,
    );
  });
});
