import { beforeAll, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { joinPacks } from '../join.ts';
import { loadPack } from '../pack/load.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Measure } from '../schema/pack.ts';
import { checkExpression, checkMeasure } from './check.ts';
import { judgeExpression } from './expression.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const unit = (id: string, zh: string) => ({ id, title: words(zh, `${id}s`) });

let parts: Parts;
beforeAll(() => {
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          { id: 'town', title: words('镇', 'town'), level: 4, parents: [] },
          { id: 'village', title: words('村', 'village'), level: 5, parents: ['town'] },
        ],
        posts: [{ id: 'clerk', title: words('文书', 'clerk'), of: ['village'] }],
        postings: [
          {
            id: 'sent',
            title: words('派驻', 'sent'),
            to: ['town'],
            sent_by: [],
            levels: [{ id: 'county', title: '县' }],
          },
        ],
        units: [unit('km', '公里'), unit('well', '眼'), unit('percent', '%')],
      },
      values: [{ id: 'target', unit: 'km', role: 'target', values: { '2026-01-01': 5 } }],
      forms: ['works', 'trip', 'note'].map((id) => ({
        id,
        subject:
          id === 'works' ? { organisation: ['village'] } : id === 'trip' ? { posting: ['sent'] } : { person: true },
        date: 'on',
        fields: [
          { id: 'on', type: 'date' },
          { id: 'km', type: 'decimal', unit: 'km', decimals: 1 },
          { id: 'wells', type: 'decimal', unit: 'well', decimals: 1 },
          { id: 'done', type: 'boolean' },
          { id: 'with', type: 'text' },
          { id: 'whom', type: 'subject', of: { person: true } },
        ],
      })),
      measures: [measure({ id: 'kms', value: sum('km') }), measure({ id: 'share', unit: 'share', value: SHARE })],
    }),
  );
  if (!pack) throw new Error(JSON.stringify(problems));
  parts = joinPacks([pack]);
});

const sum = (field: string): Expression => ({ sum: { form: 'works', of: `data.${field}` } });
const ANY: Expression = { any: { form: 'works', that: 'data.done' } };
const SHARE: Expression = { share: { form: 'works', that: 'data.done' } };
const TEXT: Expression = { latest: { form: 'works', of: 'data.with', carries: true } };
const count = (more: object): Expression => ({ count: { form: 'works', ...more } });
const measure = (more: Partial<Measure>): Measure => ({
  id: 'figure',
  title: words('指标', 'figure'),
  source: { document: '办法' },
  unit: 'km',
  at: ['village'],
  period: 'quarter',
  value: sum('km'),
  rollup: 'none',
  ...more,
});

type Said = readonly [string, string, string, string, string];
const said = (findings: readonly Finding[]): Said[] =>
  findings.map(({ code, at, words: found, wayOut }) => [
    `${at} ${code}`,
    found['zh-CN'],
    found.en,
    wayOut['zh-CN'],
    wayOut.en,
  ]);

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
      '在 form、postings、organisations、holders、members 中只写一个',
      'Write only one of form, postings, organisations, holders, members',
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

it.each<[Partial<Measure>, Said[]]>([
  [
    { value: sum('wells') },
    [
      [
        '/unit unit-mismatch',
        '表达式得出“眼”（well），指标却声明为“公里”（km）',
        'The expression gives “wells” (well), but the measure is declared in “kms” (km)',
        '写 unit: well，或先换算',
        'Declare that unit, or convert first',
      ],
    ],
  ],
  [
    { value: count({}), unit: 'percent' },
    [
      [
        '/unit unit-mismatch',
        '表达式得出计数，指标却声明为“%”（percent）',
        'The expression gives a count, but the measure is declared in “percents” (percent)',
        '写 unit: 所计对象的单位，或先换算',
        'Declare that unit, or convert first',
      ],
    ],
  ],
  [
    { value: SHARE, unit: 'percent' },
    [
      [
        '/unit unit-mismatch',
        '表达式得出占比，指标却声明为“%”（percent）',
        'The expression gives a share, but the measure is declared in “percents” (percent)',
        '写 unit: share（显示为百分比），或以 multiply 乘 { number: 100, unit: percent }',
        'Write unit: share (shown in per cent), or multiply by { number: 100, unit: percent }',
      ],
    ],
  ],
  [{ value: SHARE, unit: 'share' }, []],
  [
    { value: { greatest: [sum('km'), sum('wells')] }, unit: 'well' },
    [expect.arrayContaining([expect.stringContaining('unit-mismatch')]) as unknown as Said],
  ],
  [
    { value: { best: { take: 2, of: [sum('km'), sum('km')] } }, unit: 'km' },
    [
      [
        '/value/best/take takes-all',
        '共 2 个数，取 2 个就是全部',
        '2 of 2 numbers are all of them',
        '写较小的数，或直接相加',
        'Write a smaller number, or add them up',
      ],
    ],
  ],
  [{ value: count({}), unit: 'share' }, [expect.arrayContaining(['/unit unit-mismatch']) as unknown as Said]],
  [{ value: ANY, unit: 'km' }, []],
  [
    { id: 'kms', value: { measure: 'kms' } },
    [
      [
        '/value circular',
        '指标需要自身：kms → kms',
        'The measure needs itself: kms → kms',
        '去掉其中一个引用',
        'Remove one of these references',
      ],
    ],
  ],
  [{ at: ['village', 'vilage'] }, [expect.arrayContaining(['/at/1 unknown-organisation-kind']) as unknown as Said]],
  [{ unit: 'kmm' }, expect.arrayContaining([expect.arrayContaining(['/unit unknown-unit'])]) as unknown as Said[]],
  [
    { period: 'to-date', value: count({ during: 'previous-year' }) },
    [
      [
        '/value/count/during no-period',
        '累计指标没有期间',
        'A measure to date has no period',
        '写 to-date 或 { last: … }，或改指标的 period',
        'Write to-date or { last: … }, or change its period',
      ],
    ],
  ],
  [{ period: 'to-date', value: count({ during: 'to-date' }) }, []],
  [{ period: 'to-date', value: count({ during: { last: { days: 30 } } }) }, []],
  [
    { period: 'to-date', value: count({ during: { after: { days: 30 } } }) },
    [expect.arrayContaining(['/value/count/during no-period']) as unknown as Said],
  ],
  [
    { at: ['town', 'village'], rollup: 'sum', value: count({ about: 'below' }) },
    [
      [
        '/value/count/about counted-twice',
        '“town”下的“village”也计算本指标，而这里在“town”已含其下各级的works：合计时会计两次',
        '“village” below “town” has this measure too, and here “town” already takes in the works below it: the sum would count it twice',
        'at 只写“village”，由 rollup: sum 汇总；或让“town”只计本级的记录',
        'Write only “village” in at and let rollup: sum add up, or let “town” count entries about itself',
      ],
    ],
  ],
  [
    { at: ['town', 'village'], rollup: 'sum', value: { count: { members: true } } },
    [expect.arrayContaining([expect.stringContaining('already takes in the members below it')]) as unknown as Said],
  ],
  [
    { value: TEXT, rollup: 'sum' },
    [['/rollup wrong-kind', '文字不能合计', 'Text cannot be summed', '写 rollup: none', 'Write rollup: none']],
  ],
])('a measure with %j', (more, expected) => {
  expect(said(checkMeasure(measure(more), parts))).toEqual(expected);
});

it('the base of a duty is a number', () => {
  expect(said(checkExpression(ANY, parts, '/amount/of', null))).toEqual([
    [
      '/amount/of wrong-kind',
      '基数须是数字',
      'The base must be a number',
      '用 count、sum 等得出数字',
      'Use count, sum or another number',
    ],
  ]);
  expect(checkExpression(sum('km'), parts, '/amount/of', null)).toEqual([]);
  expect(said(checkExpression(sum('kms'), parts, '/amount/of', null)).map(([at]) => at)).toEqual([
    '/amount/of/sum/of condition',
  ]);
});
