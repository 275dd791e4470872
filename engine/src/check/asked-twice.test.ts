import { describe, expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack } from '../index.ts';

const words = (zh: string, en = zh) => ({ 'zh-CN': zh, en });
const field = (id: string, type: string, zh: string, more: object = {}) => ({ id, type, title: words(zh), ...more });
const form = (id: string, subject: object, ...fields: object[]) => ({
  id,
  subject,
  date: 'on',
  fields: [field('on', 'date', '走访日'), ...fields],
});

const PACK = {
  kinds: {
    organisations: [
      { id: 'village', title: words('村'), level: 5, parents: [] },
      { id: 'branch', title: words('支部'), level: 5, parents: [] },
    ],
    postings: ['first-secretary', 'resident'].map((id) => ({
      ...{ id, title: words(id), to: ['village'], sent_by: [] },
      levels: [{ id: 'county', title: words('县') }],
    })),
  },
};

const found = (...forms: object[]): string[] => foundWith({ forms });

function foundWith(parts: object): string[] {
  const { pack, problems } = loadPack(examplePackFiles({ ...PACK, ...parts }));
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkPacks([pack]).flatMap(({ code, words: { en } }) => (code === 'asked-twice' ? [en] : []));
}

const VILLAGE = { organisation: ['village'] };
const said = (title: string, other: string) => [`“${title}” is already asked of the same subject in “${other}”`];

describe('a question that stands in two forms', () => {
  test.each([
    ['villages', VILLAGE, { organisation: ['branch', 'village'] }],
    ['persons', { person: true }, { person: true }],
    ['postings', { posting: ['first-secretary'] }, { posting: ['resident', 'first-secretary'] }],
  ])('about the same %s is asked twice', (_what, one, other) => {
    expect(
      found(form('a', one, field('n', 'integer', '户籍人口')), form('b', other, field('m', 'integer', '户籍人口'))),
    ).toEqual(said('户籍人口', 'a'));
  });

  test.each([
    ['other organisations', VILLAGE, { organisation: ['branch'] }],
    ['villages and persons', VILLAGE, { person: true }],
    ['persons and those posted', { person: true }, { posting: ['resident'] }],
    ['those posted otherwise', { posting: ['first-secretary'] }, { posting: ['resident'] }],
  ])('about %s is not', (_what, one, other) => {
    expect(
      found(form('a', one, field('n', 'integer', '户籍人口')), form('b', other, field('n', 'integer', '户籍人口'))),
    ).toEqual([]);
  });

  test.each(['姓名', '备注', '地点', '得分', '金额（元）', '联系电话', '整改情况说明'])(
    'of every form is none: %s',
    (title) => {
      expect(
        found(form('a', VILLAGE, field('n', 'text', title)), form('b', VILLAGE, field('n', 'text', title))),
      ).toEqual([]);
    },
  );

  test.each(['户主姓名', '集体收入金额', '低保户数量'])('of one thing is one: %s', (title) => {
    const both = ['a', 'b'].map((id) => form(id, VILLAGE, field('n', 'text', title)));
    expect(found(...both)).toEqual(said(title, 'a'));
  });

  test('is another one when its answer is of another kind, when its title says nothing, or when it is the day', () => {
    const a = form('a', VILLAGE, field('n', 'integer', '户籍人口'), field('note', 'text', '备注'));
    expect(found(a, form('b', VILLAGE, field('n', 'text', '户籍人口'), field('note', 'text', '备注')))).toEqual([]);
    expect(found(a, form('b', VILLAGE))).toEqual([]);
    expect(
      found(form('a', VILLAGE, field('seen', 'date', '到村日')), form('b', VILLAGE, field('seen', 'date', '到村日'))),
    ).toEqual(said('到村日', 'a'));
  });

  test('is asked twice for good where sets of both are joined by it', () => {
    const named = field('name', 'text', '任务');
    const forms = [form('a', VILLAGE, named), form('b', VILLAGE, { ...named, id: 'task' })];
    const steps = (count: object) => [{ id: 'marks', title: words('件数'), formula: { count } }];
    const counting = (count: object) => ({
      ...{ id: 'r', of: { organisations: ['village'] }, period: { every: 'year' }, part_period: 'rated' },
      ...{ unit: 'point', result: { score: 'marks' }, steps: steps(count) },
    });
    const joined = (count: object) => foundWith({ forms, ratings: [counting(count)] });
    const other = { form: 'b', same: 'data.task' };
    const own = { form: 'a', same: 'data.name' };
    expect(joined({ ...own, also_in: [other] })).toEqual([]);
    expect(joined({ ...own, not_in: [other] })).toEqual([]);
    expect(joined({ any_of: [own, other] })).toEqual([]);
    expect(joined({ ...own, also_in: [{ form: 'b', same: 'data.on' }] })).toEqual(said('任务', 'a'));
  });

  test('is asked twice for good where ratings join entries of both by it', () => {
    const named = field('name', 'text', '任务');
    const forms = [form('a', VILLAGE, named), form('b', VILLAGE, { ...named, id: 'task' })];
    const rating = (change: object) => ({
      ...{ id: 'r', of: { organisations: ['village'] }, period: { every: 'year' }, part_period: 'rated' },
      ...{ unit: 'point', result: { score: 'item' } },
      steps: [
        {
          id: 'item',
          title: words('任务'),
          item: {
            ...{ full: 10, starts: 'zero', floor: 0, cap: 'full', missing: 'stop' },
            award: [{ title: words('每件'), points: 1, one_matter: 'each', repeat: 'single', ...change }],
          },
        },
      ],
    });
    const joined = (own: string, other: string, entries = 'b', read = 'a') =>
      foundWith({
        forms,
        ratings: [
          rating({
            entries: { form: entries },
            reads: [{ name: 'plan', form: read, same: { own, other }, takes: 'latest', missing: 'not-known' }],
          }),
        ],
      });
    const twice = said('任务', 'a');
    expect([joined('data.task', 'data.name'), joined('data.name', 'data.task', 'a', 'b')]).toEqual([[], []]);
    expect([joined('data.on', 'data.name'), joined('data.task', 'data.on')]).toEqual([twice, twice]);
    const beside = {
      form: 'a',
      same: { own: 'data.task', other: 'data.name' },
      days: {},
      then: 'only-then',
      why: words('有'),
    };
    const change = { entries: { form: 'b' }, beside: [beside] };
    expect(foundWith({ forms, ratings: [rating(change)] })).toEqual([]);
  });

  test('is found at the later of the forms, and once for each question', () => {
    const both = [field('n', 'integer', '户籍人口'), field('m', 'integer', '耕地面积')];
    expect(found(form('a', VILLAGE, ...both), form('b', VILLAGE, ...both), form('c', VILLAGE, ...both))).toEqual([
      ...said('户籍人口', 'a'),
      ...said('耕地面积', 'a'),
      ...said('户籍人口', 'a'),
      ...said('耕地面积', 'a'),
    ]);
  });
});

describe('a photo that must be handed in', () => {
  const refused = (more: object): boolean => {
    const file = { id: 'proof', type: 'file', title: words('佐证材料', 'Proof'), required: true, ...more };
    const { pack, problems } = loadPack(examplePackFiles({ ...PACK, forms: [form('a', VILLAGE, file)] }));
    if (!pack) throw new Error(JSON.stringify(problems));
    return checkPacks([pack]).some(({ code, words: { en } }) => code === 'fairness' && en.includes('photo'));
  };

  test.each([
    ['its title', { title: words('现场照片', 'Proof') }],
    ['its English title', { title: words('佐证材料', 'Selfie on site') }],
    ['its hint', { hint: words('上传截图', 'x') }],
    ['what it takes: images alone', { accept: ['.jpg', '.png'] }],
  ])('is refused by %s', (_what, more) => expect(refused(more)).toBe(true));

  test('is not, where a document may be handed in as well, or where it may be left out', () => {
    expect(refused({ accept: ['.pdf', '.jpg'] })).toBe(false);
    expect(refused({})).toBe(false);
    expect(refused({ title: words('现场照片', 'Photo'), required: false })).toBe(false);
  });
});
