import { beforeAll, expect, it } from 'vitest';
import { ANY, count, measure, type Said, SHARE, said, sum, TEXT, worksParts } from '../../test/works.ts';
import type { Parts } from '../parts.ts';
import type { Measure } from '../schema/pack.ts';
import { checkExpression, checkMeasure } from './check.ts';

let parts: Parts;
beforeAll(() => {
  parts = worksParts();
});

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
  [
    { value: 'published("risk", "latest")' },
    [
      [
        '/value/published only-in-duties',
        '公布的结果只用于职责的数量',
        'A published result stands in the amount of a duty only',
        '在评分中用 result 并写 period: previous',
        'In ratings use result with `period: previous`',
      ],
    ],
  ],
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
  expect(said(checkExpression('published("risk", "latest")', parts, '/amount/of', null)).map(([at]) => at)).toEqual([
    '/amount/of/published/rating unknown-rating',
  ]);
  expect(said(checkExpression(sum('kms'), parts, '/amount/of', null)).map(([at]) => at)).toEqual([
    '/amount/of/sum/of condition',
  ]);
});
