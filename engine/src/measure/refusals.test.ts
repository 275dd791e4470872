import { beforeAll, expect, it } from 'vitest';
import { ANY, count, measure, type Said, SHARE, said, sum, TEXT, worksParts } from '../../test/works.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import { judgeExpression } from './expression.ts';

let parts: Parts;
beforeAll(() => {
  parts = worksParts();
});

const CONVERT = (of: string): readonly [string, string] => [
  expect.stringContaining(`先换算：写 ${of}(50) * (…)`) as string,
  expect.stringContaining(`Convert first: ${of}(50) * (…)`) as string,
];
const AS_SHARE: readonly [string, string] = [
  expect.stringContaining('参数写 unit: share（8% 即 0.08）') as string,
  expect.stringContaining('a parameter compared with it has unit: share (8 % is 0.08)') as string,
];
const NO_STEPS: readonly [string, string] = ['用 measure("…") 或 param("…")', 'Use measure("…") or param("…")'];

it.each<[Expression, Said]>([
  [
    { add: [ANY, { number: 1 }] },
    [
      '/value/add/0 wrong-kind',
      '此处需要数字，得到的是“是/否”',
      'a number is needed here, not yes or no',
      '改用得出数字的表达式',
      'Use an expression that gives a number',
    ],
  ],
  [
    { both: [ANY, TEXT] },
    [
      '/value/both/1 wrong-kind',
      '此处需要“是/否”，得到的是文字',
      'yes or no is needed here, not text',
      '用 compare、any 或 all 得到“是/否”',
      'Use compare, any or all',
    ],
  ],
  [
    { same: [TEXT, sum('km')] },
    [
      '/value/same wrong-kind',
      '比较的两边类型不同',
      'The two sides are of different kinds',
      '数字与数字、文字与文字比较',
      'Compare numbers with numbers and text with text',
    ],
  ],
  [
    { add: [sum('km'), sum('wells')] },
    [
      '/value unit-mismatch',
      '单位不同：“公里”（km）与“眼”（well）',
      'The units differ: “kms” (km) and “wells” (well)',
      ...CONVERT('km'),
    ],
  ],
  [
    { least: [count({}), sum('wells')] },
    [
      '/value/least unit-mismatch',
      '单位不同：计数与“眼”（well）',
      'The units differ: a count and “wells” (well)',
      ...CONVERT('well'),
    ],
  ],
  [
    { compare: { left: SHARE, is: 'at-least', right: sum('km') } },
    [
      '/value/compare unit-mismatch',
      '单位不同：占比与“公里”（km）',
      'The units differ: a share and “kms” (km)',
      ...AS_SHARE,
    ],
  ],
  [
    { step: 'total' },
    [
      '/value no-steps-here',
      '“total”不是此处可用的名称：只有评分办法有步骤',
      '“total” cannot stand here: only ratings have steps',
      ...NO_STEPS,
    ],
  ],
  [
    {
      windows: {
        ...{ every: { days_of_month: [10, 5], tolerance: 3 }, of: count({}), at_least: 1 },
        ...{ gives: 'missed', part_window: 'whole' },
      },
    },
    [
      '/value/windows/every/tolerance windows-overlap',
      '相邻两日的窗口重叠：同一条记录会计两次',
      'The windows of neighbouring days overlap: one entry would count twice',
      '减小 tolerance',
      'Lessen the tolerance',
    ],
  ],
  [
    'days_between(since, as_of)',
    [
      '/value/call/of/0/day no-steps-here',
      '指标和义务没有对象的首日',
      'Measures and duties know no first day of a subject',
      '在评分办法中使用',
      'Use it in a rating',
    ],
  ],
  [
    'total + 1',
    [
      '/value/add/0 no-steps-here',
      '“total”不是此处可用的名称：只有评分办法有步骤',
      '“total” cannot stand here: only ratings have steps',
      ...NO_STEPS,
    ],
  ],
  [
    { result: { rating: 'year', period: 'same' } } as Expression,
    [
      '/value/result no-steps-here',
      '“result”不是此处可用的名称：只有评分办法有步骤',
      '“result” cannot stand here: only ratings have steps',
      ...NO_STEPS,
    ],
  ],
  [
    '1 + (2 *',
    [
      '/value formula',
      '公式第 9 个字符处：公式写法有误：到结尾还不完整',
      'Formula, character 9: The formula cannot be read: it breaks off before it is complete',
      '检查括号、引号与运算符是否成对、完整',
      'Check that brackets, quotes and operators are complete',
    ],
  ],
  [
    { count: { form: 'works', on: 'any-day' } },
    [
      '/value/count/on wrong-set',
      '记录没有“在哪一天在任”',
      'Entries are not in office on a day',
      '记录写 during；on 用于 holders、members、postings、organisations',
      'For entries write `during`; `on` is for holders, members, postings and organisations',
    ],
  ],
  [
    { count: { form: 'works', holders: 'clerk' } },
    [
      '/value/count one-set',
      '须且只能写一个集合',
      'Exactly one set must be named',
      '在 form、postings、organisations、holders、members、any_of 中只写一个',
      'Write only one of form, postings, organisations, holders, members, any_of',
    ],
  ],
  [
    { count: { organisations: 'village', about: 'self' } },
    [
      '/value/count/about about-entries',
      '只有记录才写 about',
      'Only entries are about somebody',
      '删去 about，或以 form 指定表单',
      'Remove about, or name a form with `form`',
    ],
  ],
  [
    count({ about: { field: 'km' } }),
    [
      '/value/count/about/field wrong-kind',
      '“km”不能写明对象',
      '“km” cannot name a subject',
      '改用 subject、subjects 字段，或文字、选项字段',
      'Use a field of type subject, subjects, text or choice',
    ],
  ],
  [
    count({ about: { field: 'wiht' } }),
    expect.arrayContaining(['/value/count/about/field unknown-field']) as unknown as Said,
  ],
  [
    count({ about: { holders: 'clrk' } }),
    expect.arrayContaining(['/value/count/about/holders unknown-post-kind']) as unknown as Said,
  ],
  [
    count({ about: { field: 'with', names: { holders: 'clrk' } } }),
    expect.arrayContaining(['/value/count/about/names/holders unknown-post-kind']) as unknown as Said,
  ],
  [
    { count: { postings: 'snt' } },
    expect.arrayContaining(['/value/count/postings unknown-posting-kind']) as unknown as Said,
  ],
  [
    { count: { organisations: 'vilage' } },
    expect.arrayContaining(['/value/count/organisations unknown-organisation-kind']) as unknown as Said,
  ],
  [
    { count: { holders: 'clrk' } },
    expect.arrayContaining(['/value/count/holders unknown-post-kind']) as unknown as Said,
  ],
  [
    { count: { form: 'trip' } },
    [
      '/value/count/form never-reached',
      '“trip”的记录属于 town，指标却在 village 计算：永远为空',
      'Entries of “trip” belong to town, but the measure is computed at village: it would always be empty',
      '把 at 改为 town，上级由 rollup 汇总',
      'Set at to town; organisations above roll it up',
    ],
  ],
  [count({ where: 'data.dnoe' }), expect.arrayContaining(['/value/count/where condition']) as unknown as Said],
])('%j is refused with its place, its words and a way out', (value, expected) => {
  expect(said(judgeExpression(value, '/value', parts, measure({ value })).findings)).toEqual([expected]);
});

it.each<[Expression]>([
  [count({ about: { field: 'with' } })],
  [count({ about: { field: 'whom', names: { holders: 'clerk' } } })],
  [count({ about: { holders: 'clerk' } })],
  [count({ about: 'below' })],
  [{ count: { form: 'trip', about: 'sent' } }],
  [{ count: { form: 'note' } }],
  [{ count: { members: true, on: 'last-day' } }],
  [{ count: { holders: 'clerk', where: 'tenure.from < period.start' } }],
  [count({ where: "data.km > param('target')" })],
  [{ add: [sum('km'), { number: 1 }, { parameter: 'target' }] }],
  [{ multiply: [SHARE, sum('km')] }],
])('%j is sound', (value) => expect(judgeExpression(value, '/value', parts, measure({ value })).findings).toEqual([]));
