import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compilePredicate,
  conditionWords,
  nameWords,
  openRecord,
  record,
  type Variables,
  valueWords,
} from '../condition.ts';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../index.ts';
import { entryVariables, organisationVariables, postingVariables } from '../variables.ts';
import { say } from '../words.ts';

const field = (id: string, type: string, zh: string, en: string, more: object = {}) => ({
  id,
  type,
  title: say(zh, en),
  ...more,
});
const option = (id: string, zh: string, en: string) => ({ id, title: say(zh, en) });

const load = () =>
  loadPack(
    examplePackFiles({
      kinds: {
        organisations: [{ id: 'village', title: say('行政村', 'Village'), level: 5, parents: [] }],
        units: [{ id: 'person', title: say('人', 'persons') }],
      },
      forms: [
        {
          id: 'day',
          subject: { organisation: ['village'] },
          date: 'on',
          fields: [
            field('part', 'choice', '时段', 'Part', {
              options: [option('full_day', '全天', 'Full day'), option('half_day', '半天', 'Half day')],
            }),
            field('kinds', 'choices', '种类', 'Kinds', {
              options: [option('road', '道路', 'Road'), option('well', '机井', 'Well')],
            }),
            field('attended', 'integer', '实到人数', 'Attended', { unit: 'person' }),
            field('expected', 'integer', '应到人数', 'Expected', { unit: 'person' }),
            field('excused', 'integer', '请假人数', 'Excused', { unit: 'person' }),
            field('done', 'boolean', '已办结', 'Done'),
            field('on', 'date', '日期', 'Day'),
            field('note', 'text', '备注', 'Note'),
          ],
        },
      ],
    }),
  );
function readVariables(): Variables {
  const form = load().pack?.forms.find(({ id }) => id === 'day');
  if (!form) throw new Error('the form is not loaded');
  return {
    ...entryVariables(
      form,
      postingVariables([
        {
          id: 'helper',
          title: say('帮联干部', 'Helper'),
          to: [],
          sent_by: [],
          levels: [option('county', '县派', 'By the county')],
        },
      ]),
    ),
    village: organisationVariables([
      {
        id: 'village',
        title: say('行政村', 'Village'),
        level: 5,
        parents: [],
        attributes: [{ id: 'target', title: say('目标村', 'Target village'), type: 'boolean' }],
      },
    ]),
    person: record({ attributes: openRecord() }),
  };
}

let variables: Variables;
beforeAll(() => {
  variables = readVariables();
});

const inWords = (source: string): readonly [string, string] => {
  const { 'zh-CN': zh, en } = conditionWords(source, variables);
  return [zh, en];
};

describe('each operator in words', () => {
  it.each([
    ["data.part == 'full_day'", '「时段」是「全天」', '“Part” is “Full day”'],
    ["data.part != 'full_day'", '「时段」不是「全天」', '“Part” is not “Full day”'],
    ["'full_day' == data.part", '「全天」是「时段」', '“Full day” is “Part”'],
    ['data.attended == 3', '「实到人数」等于 3', '“Attended” equals 3'],
    ['data.attended != 3', '「实到人数」不等于 3', '“Attended” does not equal 3'],
    ['data.attended < 3', '「实到人数」小于 3', '“Attended” is less than 3'],
    ['data.attended <= data.expected', '「实到人数」不超过「应到人数」', '“Attended” is at most “Expected”'],
    ['data.attended > 3.5', '「实到人数」大于 3.5', '“Attended” is more than 3.5'],
    ['data.attended >= -3', '「实到人数」不少于 −3', '“Attended” is at least −3'],
    ["data.on == '2026-06-10'", '「日期」是 2026-06-10', '“Day” is 2026-06-10'],
    ["data.on != '2026-06-10'", '「日期」不是 2026-06-10', '“Day” is not 2026-06-10'],
    ["data.on < '2026-06-10'", '「日期」早于 2026-06-10', '“Day” is before 2026-06-10'],
    ["data.on <= '2026-06-10'", '「日期」不晚于 2026-06-10', '“Day” is on or before 2026-06-10'],
    ['data.on > entry.date', '「日期」晚于「记录所述日期」', '“Day” is after “Day of the entry”'],
    ["data.on >= '2026-06-10'", '「日期」不早于 2026-06-10', '“Day” is on or after 2026-06-10'],
    ["data.note == '修路'", '「备注」是「修路」', '“Note” is “修路”'],
    ['data.done', '「已办结」为是', '“Done” is yes'],
    ['!data.done', '「已办结」为否', '“Done” is no'],
    ['data.done == true', '「已办结」为是', '“Done” is yes'],
    ['data.done != true', '「已办结」为否', '“Done” is no'],
    ['false == data.done', '「已办结」为否', '“Done” is no'],
    ['entry.confirmed', '记录已确认', 'the entry is confirmed'],
    ['!entry.confirmed', '记录未确认', 'the entry is not confirmed'],
    ['has(data.note)', '填了「备注」', '“Note” is filled in'],
    ['!has(data.note)', '没填「备注」', '“Note” is not filled in'],
    [
      "data.part in ['full_day', 'half_day']",
      '「时段」是「全天」、「半天」之一',
      '“Part” is one of “Full day”, “Half day”',
    ],
    [
      "!(data.part in ['full_day', 'half_day'])",
      '「时段」不是「全天」、「半天」中的任何一个',
      '“Part” is none of “Full day”, “Half day”',
    ],
    ["data.part in ['full_day']", '「时段」是「全天」', '“Part” is “Full day”'],
    ["!(data.part in ['full_day'])", '「时段」不是「全天」', '“Part” is not “Full day”'],
    ["'road' in data.kinds", '「种类」含「道路」', '“Kinds” includes “Road”'],
    ["!('road' in data.kinds)", '「种类」不含「道路」', '“Kinds” does not include “Road”'],
    ['size(data.kinds) >= 2', '「种类」的项数不少于 2', 'the number of “Kinds” is at least 2'],
    ['data.note.size() > 10', '「备注」的字数大于 10', 'the length of “Note” is more than 10'],
    ["data.note.startsWith('修')", '「备注」以「修」开头', '“Note” starts with “修”'],
    ["!data.note.startsWith('修')", '「备注」不以「修」开头', '“Note” does not start with “修”'],
    ["data.note.endsWith('路')", '「备注」以「路」结尾', '“Note” ends with “路”'],
    ["!data.note.endsWith('路')", '「备注」不以「路」结尾', '“Note” does not end with “路”'],
    ["data.note.contains('路')", '「备注」含有「路」', '“Note” contains “路”'],
    ["!data.note.contains('路')", '「备注」不含「路」', '“Note” does not contain “路”'],
    ['true', '始终成立', 'always'],
    ['false', '从不成立', 'never'],
  ])('%s', (source, zh, en) => expect(inWords(source)).toEqual([zh, en]));
});

describe('operators together', () => {
  it.each([
    [
      "data.part == 'full_day' && entry.confirmed",
      '「时段」是「全天」且记录已确认',
      '“Part” is “Full day” and the entry is confirmed',
    ],
    ['data.done || !has(data.note)', '「已办结」为是或没填「备注」', '“Done” is yes or “Note” is not filled in'],
    [
      'data.done && has(data.note) && has(data.on)',
      '「已办结」为是且填了「备注」且填了「日期」',
      '“Done” is yes and “Note” is filled in and “Day” is filled in',
    ],
    [
      'data.done && (has(data.note) || has(data.on))',
      '「已办结」为是且（填了「备注」或填了「日期」）',
      '“Done” is yes and (“Note” is filled in or “Day” is filled in)',
    ],
    [
      '!(data.done && has(data.note))',
      '并非（「已办结」为是且填了「备注」）',
      'not (“Done” is yes and “Note” is filled in)',
    ],
    ['!!data.done', '「已办结」为是', '“Done” is yes'],
    ['!(data.attended > 3)', '「实到人数」不超过 3', '“Attended” is at most 3'],
    [
      'data.attended * 2 > data.expected',
      '「实到人数」 × 2 大于「应到人数」',
      '“Attended” × 2 is more than “Expected”',
    ],
    [
      'data.attended + data.excused == data.expected',
      '「实到人数」 + 「请假人数」等于「应到人数」',
      '“Attended” + “Excused” equals “Expected”',
    ],
    [
      '(data.attended + data.excused) * 2 >= data.expected',
      '（「实到人数」 + 「请假人数」） × 2 不少于「应到人数」',
      '(“Attended” + “Excused”) × 2 is at least “Expected”',
    ],
    [
      'data.expected - (data.attended - data.excused) > 0',
      '「应到人数」 − （「实到人数」 − 「请假人数」）大于 0',
      '“Expected” − (“Attended” − “Excused”) is more than 0',
    ],
    [
      'data.expected / (data.attended / 2) > 1',
      '「应到人数」 ÷ （「实到人数」 ÷ 2）大于 1',
      '“Expected” ÷ (“Attended” ÷ 2) is more than 1',
    ],
    [
      'data.done ? data.attended > 1 : data.expected > 1',
      '若「已办结」为是则「实到人数」大于 1，否则「应到人数」大于 1',
      'if “Done” is yes then “Attended” is more than 1, otherwise “Expected” is more than 1',
    ],
    [
      '!(data.done ? has(data.on) : false)',
      '并非（若「已办结」为是则填了「日期」，否则从不成立）',
      'not (if “Done” is yes then “Day” is filled in, otherwise never)',
    ],
  ])('%s', (source, zh, en) => expect(inWords(source)).toEqual([zh, en]));

  it.each([
    ['data.attended', '「实到人数」', '“Attended”'],
    [
      "data.part == 'half_day' ? 0.5 : 1",
      '若「时段」是「半天」则 0.5，否则 1',
      'if “Part” is “Half day” then 0.5, otherwise 1',
    ],
    [
      '(data.done ? 1 : 0) + (has(data.on) ? 1 : 0)',
      '（若「已办结」为是则 1，否则 0） + （若填了「日期」则 1，否则 0）',
      '(if “Done” is yes then 1, otherwise 0) + (if “Day” is filled in then 1, otherwise 0)',
    ],
    ['-data.attended', '−「实到人数」', '−“Attended”'],
  ])('value %s', (source, zh, en) => expect(valueWords(source, variables)).toEqual(say(zh, en)));
});

describe('subjects and names', () => {
  it.each([
    ["subject.level == 'county'", '「选派层级」是「县派」', '“Level” is “By the county”'],
    [
      "subject.from <= '2026-06-10'",
      '「派驻起始日」不晚于 2026-06-10',
      '“First day of the posting” is on or before 2026-06-10',
    ],
    [
      "village.kind == 'village' && village.attributes.target",
      '「组织类型」是「行政村」且「目标村」为是',
      '“Kind of organisation” is “Village” and “Target village” is yes',
    ],
    [
      'person.attributes.rank in [6, 7]',
      'person.attributes.rank 是 6、7 之一',
      'person.attributes.rank is one of 6, 7',
    ],
    [
      "person.attributes.employer == 'township'",
      'person.attributes.employer 是「township」',
      'person.attributes.employer is “township”',
    ],
    ['person.attributes.member', 'person.attributes.member 为是', 'person.attributes.member is yes'],
  ])('%s: what has no title stays as written', (source, zh, en) => expect(inWords(source)).toEqual([zh, en]));

  it('a name alone has its title, or itself', () => {
    expect(nameWords('data.part', variables)).toEqual(say('时段', 'Part'));
    expect(nameWords('person.attributes.rank', variables)).toEqual(
      say('person.attributes.rank', 'person.attributes.rank'),
    );
  });
});

describe('laws', () => {
  const leaf = fc.constantFrom(
    'data.done',
    'has(data.note)',
    'data.attended > 3',
    "data.part == 'full_day'",
    'entry.confirmed',
  );
  const { source } = fc.letrec<{ source: string }>((tie) => ({
    source: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.tuple(tie('source'), fc.constantFrom('&&', '||'), tie('source')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
      tie('source').map((a) => `!(${a})`),
    ),
  }));
  /** Reads the English back as a condition: what is said is what is meant. */
  const readBack = (words: string): string =>
    words
      .replaceAll('“Done” is yes', 'data.done')
      .replaceAll('“Done” is no', '!data.done')
      .replaceAll('“Note” is filled in', 'has(data.note)')
      .replaceAll('“Note” is not filled in', '!has(data.note)')
      .replaceAll('“Attended” is more than 3', 'data.attended > 3')
      .replaceAll('“Attended” is at most 3', 'data.attended <= 3')
      .replaceAll('“Part” is “Full day”', "data.part == 'full_day'")
      .replaceAll('“Part” is not “Full day”', "data.part != 'full_day'")
      .replaceAll('the entry is confirmed', 'entry.confirmed')
      .replaceAll('the entry is not confirmed', '!entry.confirmed')
      .replaceAll(' and ', ' && ')
      .replaceAll(' or ', ' || ')
      .replaceAll('not (', '!(');
  const env = fc.record({
    data: fc.record({
      done: fc.constantFrom(true, false, null),
      note: fc.constantFrom('x', null),
      attended: fc.constantFrom(1, 9, null),
      part: fc.constantFrom('full_day', 'half_day', null),
    }),
    entry: fc.record({ confirmed: fc.boolean() }),
  });

  it('the words mean what the condition means', () => {
    fc.assert(
      fc.property(source, env, (condition, values) => {
        const said = readBack(conditionWords(condition, variables).en);
        expect(compilePredicate(said, variables)(values)).toBe(compilePredicate(condition, variables)(values));
      }),
      { numRuns: 500 },
    );
  });
});
