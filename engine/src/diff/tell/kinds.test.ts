import { expect, it } from 'vitest';
import { packWith, type Replaced, said } from '../../../test/changed-pack.ts';
import { diffPacks } from '../diff-packs.ts';

const duty = (from: string, to: string): Replaced => ['obligations/meeting.yaml', from, to];
const form = (from: string, to: string): Replaced => ['forms/meeting.yaml', from, to];
const rating = (from: string, to: string): Replaced => ['ratings/year.yaml', from, to];
const when = (to: string): Replaced => duty('{ every: quarter }', to);

it.each<[Replaced, string, string]>([
  [
    when('{ once: { by: "2026-06-30" } }'),
    '“三会一课”的周期由 每季度 改为 一次，2026-06-30 前',
    '“Meetings”, how often: every quarter → once, by 2026-06-30',
  ],
  [
    when('{ days_of_month: [7, 21] }'),
    '“三会一课”的周期由 每季度 改为 每月 7、21 日',
    '“Meetings”, how often: every quarter → on day 7, 21 of each month',
  ],
  [
    when('{ festivals: [spring-festival], window_days: 15 }'),
    '“三会一课”的周期由 每季度 改为 节日前 15 天内（spring-festival）',
    '“Meetings”, how often: every quarter → within 15 days before spring-festival',
  ],
  [
    when('{ before_end: { of: subject }, within: 30, days: calendar-days }'),
    '“三会一课”的周期由 每季度 改为 届满前 30 天内',
    '“Meetings”, how often: every quarter → within 30 days before the end',
  ],
  [
    when('{ every: month, only_months: [3, 4] }'),
    '“三会一课”的周期由 每季度 改为 每月（只计 3、4 月）',
    '“Meetings”, how often: every quarter → every month (only in months 3, 4)',
  ],
  [
    duty('{ at_least: 1, unit: time }', '{ at_least: 1, at_most: 3, unit: time }'),
    '“三会一课”每期的数量由 至少 1 次 改为 至少 1 次、至多 3 次',
    '“Meetings”, amount each time: at least 1 time → at least 1 time, at most 3 times',
  ],
  [
    duty('{ at_least: 1, unit: time }', '{ share: "1/3", of: working-days, rounding: up, unit: time }'),
    '“三会一课”每期的数量由 至少 1 次 改为 工作日的 1/3',
    '“Meetings”, amount each time: at least 1 time → 1/3 of the working days',
  ],
  [
    duty('  - { form: meeting }\n', '  - { form: meeting }\n  - { form: lesson }\n'),
    '“三会一课”新增计入的记录“lesson”',
    '“Meetings”: added entries that count, “lesson”',
  ],
  [
    duty('part_period', 'excuses: [{ holidays: true, reduces: pro-rata, rounding: up }]\npart_period'),
    '“三会一课”新增免除情形法定节假日',
    '“Meetings”: added the excuse official days off',
  ],
  [
    duty(
      'part_period',
      'excuses: [{ leave: meeting, from: held_on, to: held_on, reduces: pro-rata, rounding: up }]\npart_period',
    ),
    '“三会一课”新增免除情形“会议”',
    '“Meetings”: added the excuse “Meeting”',
  ],
  [
    form('subject: { organisation: [village] }', 'subject: { person: true }'),
    '“会议”的对象由 行政村 改为 个人',
    '“Meeting”, what it is about: Village → persons',
  ],
  [form('min: 1', 'min: 2'), '“会议”的“到会人数”最小值由 1 改为 2', '“Meeting”, “Present”, least value: 1 → 2'],
  [
    form(
      '  - { check: data.present > 0',
      '  - { check: data.present < 900, message: { zh-CN: 人数过多, en: Too many } }\n  - { check: data.present > 0',
    ),
    '“会议”新增校验：“人数过多”',
    '“Meeting”: added the check “Too many”',
  ],
  [
    ['measures/meetings.yaml', 'at: [village]', 'at: [village, township]'],
    '“会议次数”的计算层级由 行政村 改为 行政村、镇',
    '“Held”, where it is worked out: Village → Village, Township',
  ],
  [
    ['pack.yaml', 'from: "2026-01-01"', 'from: "2026-07-01"'],
    '“小县制度”的生效日由 2026-01-01 改为 2026-07-01',
    '“Rules”, first day in force: 2026-01-01 → 2026-07-01',
  ],
  [
    ['pack.yaml', '{ from: "2026-01-01" }', '{ from: "2026-01-01", to: "2027-12-31" }'],
    '“小县制度”的截止日由 无 改为 2027-12-31',
    '“Rules”, last day in force: none → 2027-12-31',
  ],
  [
    ['calendars/2026.yaml', '  - { date: "2026-10-01", name: { zh-CN: 国庆节, en: National Day } }\n', ''],
    '“2026”删去放假日 2026-10-01 “国庆节”',
    '“2026”: removed the day off 2026-10-01 “National Day”',
  ],
  [
    [
      'calendars/2026.yaml',
      'working_weekends: []',
      'working_weekends: [{ date: "2026-10-10", name: { zh-CN: 调休, en: work } }]',
    ],
    '“2026”新增调休上班日 2026-10-10 “调休”',
    '“2026”: added the working day 2026-10-10 “work”',
  ],
  [
    [
      'calendars/2026.yaml',
      'festivals: []',
      'festivals: [{ id: spring, date: "2026-02-17", name: { zh-CN: 春节, en: Spring Festival } }]',
    ],
    '“2026”新增节日 2026-02-17 “春节”',
    '“2026”: added the festival 2026-02-17 “Spring Festival”',
  ],
  [
    rating('of: { organisations: [village] }', 'of: { organisations: [village, township] }'),
    '“年度考核”的对象由 行政村 改为 行政村、镇',
    '“Year”, who is rated: Village → Village, Township',
  ],
  [
    rating(
      'consequences:\n',
      'consequences:\n  - { id: warn, when: "work < 3", what: { zh-CN: 通报, en: a notice }, counts_from: published, within: { days: 10, of: working-days }, hearing: none }\n',
    ),
    '“年度考核”新增结果运用“通报”',
    '“Year”: added what follows, “a notice”',
  ],
  [
    rating('at_most: { share: 0.2 }', 'at_most: { number: 3 }'),
    '“名额”中“优秀”的名额由 不超过 20% 改为 不超过 3',
    '“Places”, places of “Good”: at most 20% → at most 3',
  ],
  [
    ['values/values.yaml', '"2026-01-01": 1 }', '"2026-01-01": 1, "2027-01-01": 2 }'],
    '“每月会议次数”自 2027-01-01 起新定为 2 次',
    '“Meetings a month” is newly set to 2 times from 2027-01-01 on',
  ],
])('%#', (replaced, zh, en) => expect(said(replaced)).toEqual([[zh, en]]));

it('a field of another type, and an option in the place of another, are told piece by piece', () => {
  const number = 'type: integer, title: { zh-CN: 到会人数, en: Present }, min: 1, max: 500';
  expect(said(form(number, 'type: boolean, title: { zh-CN: 到会人数, en: Present }'))).toEqual([
    ['“会议”的“到会人数”由 整数 改为 是否', '“Meeting”, “Present”, type: whole number → yes or no'],
    ['“会议”的“到会人数”最小值由 1 改为 无', '“Meeting”, “Present”, least value: 1 → none'],
    ['“会议”的“到会人数”最大值由 500 改为 无', '“Meeting”, “Present”, greatest value: 500 → none'],
  ]);
  const branch = '{ id: branch, title: { zh-CN: 支委会, en: Committee } }';
  expect(said(form(branch, '{ id: lesson, title: { zh-CN: 党课, en: Lesson } }'))).toEqual([
    ['“会议”的“类型”删去选项“支委会”', '“Meeting”, “Kind”: removed the option “Committee”'],
    ['“会议”的“类型”新增选项“党课”', '“Meeting”, “Kind”: added the option “Lesson”'],
  ]);
});

it('each of several things that come, where there was none, is told by itself', () => {
  const excuses =
    'excuses: [{ holidays: true, reduces: pro-rata, rounding: up }, { leave: meeting, from: held_on, to: held_on, reduces: pro-rata, rounding: up }]';
  expect(said(duty('part_period', `${excuses}\npart_period`)).map(([zh]) => zh)).toEqual([
    '“三会一课”新增免除情形法定节假日',
    '“三会一课”新增免除情形“会议”',
  ]);
});

it('what entries read of another form is told when it comes, goes and changes', () => {
  const late = 'points: 1, times: { count: { form: meeting } }, units: full }';
  const with_ = (reads: string): Replaced =>
    rating(late, `entries: { form: meeting }, ${reads}points: 1, one_matter: each, repeat: single }`);
  const plan = (takes: string) =>
    with_(`reads: [{ name: plan, form: meeting, takes: ${takes}, missing: does-not-count }], `);
  const between = (before: Replaced, after: Replaced) =>
    diffPacks(packWith(before), packWith(after)).changes.map(({ words }) => [words['zh-CN'], words.en]);
  expect(between(with_(''), plan('latest'))).toEqual([
    ['“工作”新增“迟报”所读的“会议”（称 plan）', '“Work”: added what “Late” reads of “Meeting” (as plan)'],
  ]);
  expect(between(plan('latest'), with_(''))).toEqual([
    ['“工作”删去“迟报”所读的“会议”（称 plan）', '“Work”: removed what “Late” reads of “Meeting” (as plan)'],
  ]);
  expect(between(plan('latest'), plan('first'))).toEqual([
    [
      '“年度考核”“工作”“迟报”取法由 “最近的一条” 改为 “最早的一条”',
      '“Year”, “Work”, “Late”, takes: “the last” → “the first”',
    ],
  ]);
});

it('a value of a parameter that is gone is told with its day', () => {
  const later = packWith(['values/values.yaml', '"2026-01-01": 1 }', '"2026-01-01": 1, "2027-01-01": 2 }']);
  expect(diffPacks(later, packWith()).changes.map(({ words }) => [words['zh-CN'], words.en])).toEqual([
    ['“每月会议次数”删去自 2027-01-01 起的 2 次', '“Meetings a month” no longer has 2 times from 2027-01-01 on'],
  ]);
});
