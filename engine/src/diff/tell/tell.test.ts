import { describe, expect, it } from 'vitest';
import { packWith, type Replaced, said } from '../../../test/changed-pack.ts';
import { diffPacks } from '../diff-packs.ts';

const duty = (from: string, to: string): Replaced => ['obligations/meeting.yaml', from, to];
const form = (from: string, to: string): Replaced => ['forms/meeting.yaml', from, to];
const rating = (from: string, to: string): Replaced => ['ratings/year.yaml', from, to];

describe('a change is told as a county officer would', () => {
  it.each<[Replaced, string, string]>([
    [
      duty('grace: 3, days: working-days', 'grace: 5, days: calendar-days'),
      '“三会一课”的填报宽限由 3 个工作日 改为 5 天',
      '“Meetings”, time to record it after the period: 3 working days → 5 days',
    ],
    [
      duty('grace: 3, days: working-days', 'grace: 3, days: working-days, at: "17:30"'),
      '“三会一课”的填报宽限由 3 个工作日 改为 3 个工作日，末日 17:30 前办',
      '“Meetings”, time to record it after the period: 3 working days → 3 working days, done by 17:30 of the last day',
    ],
    [
      duty('deadline: { grace: 3, days: working-days }\n', 'deadline: { at: "17:30" }\n'),
      '“三会一课”的填报宽限由 3 个工作日 改为 0 天，末日 17:30 前办',
      '“Meetings”, time to record it after the period: 3 working days → 0 days, done by 17:30 of the last day',
    ],
    [
      duty('deadline: { grace: 3, days: working-days }\n', 'deadline: { at: { parameter: meetings.number } }\n'),
      '“三会一课”的填报宽限由 3 个工作日 改为 0 天，末日 参数“每月会议次数” 前办',
      '“Meetings”, time to record it after the period: 3 working days → 0 days, done by the parameter “Meetings a month” of the last day',
    ],
    [
      duty('deadline: { grace: 3, days: working-days }\n', ''),
      '“三会一课”的填报宽限由 3 个工作日 改为 0 天',
      '“Meetings”, time to record it after the period: 3 working days → 0 days',
    ],
    [
      duty('every: quarter', 'every: month'),
      '“三会一课”的周期由 每季度 改为 每月',
      '“Meetings”, how often: every quarter → every month',
    ],
    [
      duty('{ every: quarter }', '{ after: { form: meeting }, within: 10, days: working-days }'),
      '“三会一课”的周期由 每季度 改为 “会议”后 10 个工作日内',
      '“Meetings”, how often: every quarter → within 10 working days after “Meeting”',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting }, begins: { months: 6 }, within: 10, days: calendar-days }',
      ),
      '“三会一课”的周期由 每季度 改为 “会议”满 6 个月之后 10 天内',
      '“Meetings”, how often: every quarter → within 10 days, beginning 6 months after “Meeting”',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting, nth: { every: 3, in: to-date, in_a_row: true } }, within: { weeks: 2 } }',
      ),
      '“三会一课”的周期由 每季度 改为 “会议”（连续每满 3 次）后 2 周内',
      '“Meetings”, how often: every quarter → within 2 weeks after “Meeting” (each 3 in a row so far)',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting, nth: { from: 3, in: { from: 10-01, to: 05-31 } } }, within: { weeks: 2 } }',
      ),
      '“三会一课”的周期由 每季度 改为 “会议”（每年 10-01 至 05-31 内第 3 次起每次）后 2 周内',
      '“Meetings”, how often: every quarter → within 2 weeks after “Meeting” (from number 3 from 10-01 to 05-31 of a year on)',
    ],
    [
      duty('{ every: quarter }', '{ after: { form: meeting, nth: { only: 2, in: year } }, within: { weeks: 2 } }'),
      '“三会一课”的周期由 每季度 改为 “会议”（同一年内第 2 次）后 2 周内',
      '“Meetings”, how often: every quarter → within 2 weeks after “Meeting” (number 2 of a year)',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting, nth: { only: 2, in: { months: 8 } } }, within: { weeks: 2 } }',
      ),
      '“三会一课”的周期由 每季度 改为 “会议”（8 个月内第 2 次）后 2 周内',
      '“Meetings”, how often: every quarter → within 2 weeks after “Meeting” (number 2 within 8 months)',
    ],
    [
      duty('{ every: quarter }', '{ every: quarter, by: { month: 1, day: 20 } }'),
      '“三会一课”的周期由 每季度 改为 每季度，第 1 个月 20 日前',
      '“Meetings”, how often: every quarter → every quarter, by day 20 of its month 1',
    ],
    [
      duty('{ every: quarter }', '{ every: week, season: { from: 05-15, to: 09-30, part: left-out } }'),
      '“三会一课”的周期由 每季度 改为 每周，只在每年 05-15 至 09-30（首尾不满一期的不计）',
      '“Meetings”, how often: every quarter → every week; only from 05-15 to 09-30 of each year (periods partly in it left out)',
    ],
    [
      duty('{ every: quarter }', '{ every: week, by: { weekday: friday }, only_months: [5, 6] }'),
      '“三会一课”的周期由 每季度 改为 每周，周五前（只计 5、6 月）',
      '“Meetings”, how often: every quarter → every week, by Friday (only in months 5, 6)',
    ],
    [
      duty('{ every: quarter }', '{ days_of_year: ["01-15", "07-10"], window_days: 10 }'),
      '“三会一课”的周期由 每季度 改为 每年 01-15、07-10，可提前 10 天',
      '“Meetings”, how often: every quarter → on 01-15, 07-10 of each year, from 10 days before',
    ],
    [
      duty('{ every: quarter }', '{ after: { form: meeting }, within: { next: month, day: 10 } }'),
      '“三会一课”的周期由 每季度 改为 “会议”之次月 10 日前',
      '“Meetings”, how often: every quarter → by day 10 of the next month after “Meeting”',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting }, begins: { next: month }, within: 15, days: working-days }',
      ),
      '“三会一课”的周期由 每季度 改为 自“会议”的次月起 15 个工作日内',
      '“Meetings”, how often: every quarter → within 15 working days from the next month after “Meeting” on',
    ],
    [
      duty('{ every: quarter }', '{ every: quarter, day_off: next-working-day }'),
      '“三会一课”的周期由 每季度 改为 每季度，遇休息日顺延',
      '“Meetings”, how often: every quarter → every quarter; a day off moves it to the next working day',
    ],
    [
      duty('{ every: quarter }', '{ weekdays: [thursday], weeks: { every: 2, from: 2026-01-08 } }'),
      '“三会一课”的周期由 每季度 改为 周四（每 2 周，自 2026-01-08）',
      '“Meetings”, how often: every quarter → Thursday of every 2 weeks from 2026-01-08',
    ],
    [
      duty('{ every: quarter }', '{ weekdays: [monday, friday], nth: [1, last] }'),
      '“三会一课”的周期由 每季度 改为 周一、周五（当月第 1、末 个）',
      '“Meetings”, how often: every quarter → Monday, Friday (number 1, last of the month)',
    ],
    [
      duty('{ every: quarter }', '{ after: { form: meeting }, within: { hours: 24 }, days: working-days }'),
      '“三会一课”的周期由 每季度 改为 “会议”后 24 小时（休息日不计）内',
      '“Meetings”, how often: every quarter → within 24 hours without days off after “Meeting”',
    ],
    [
      duty(
        '{ every: quarter }',
        '{ after: { form: meeting }, until: { field: held_on }, extended_by: { form: meeting, by: { months: 1 }, at_most: 1 } }',
      ),
      '“三会一课”的周期由 每季度 改为 “会议”后，至所写“日期”，凭“会议”可延期，最多 1 次',
      '“Meetings”, how often: every quarter → after “Meeting”, until its “Day”, extended by “Meeting” at most 1 time',
    ],
    [
      duty('{ every: quarter }', '{ before: { form: meeting, date: held_on }, within: { months: 1 } }'),
      '“三会一课”的周期由 每季度 改为 “会议”的“日期”之前 1 个月内',
      '“Meetings”, how often: every quarter → within 1 months before “Day” of “Meeting”',
    ],
    [
      duty('at_least: 1', 'at_least: 2'),
      '“三会一课”每期的数量由 至少 1 次 改为 至少 2 次',
      '“Meetings”, amount each time: at least 1 time → at least 2 times',
    ],
    [
      duty('at_least: 1', 'at_least: { parameter: meetings.number }'),
      '“三会一课”每期的数量由 至少 1 次 改为 至少 参数“每月会议次数” 次',
      '“Meetings”, amount each time: at least 1 time → at least the parameter “Meetings a month” times',
    ],
    [
      duty('at_least: 1', 'at_most: 4'),
      '“三会一课”每期的数量由 至少 1 次 改为 至多 4 次',
      '“Meetings”, amount each time: at least 1 time → at most 4 times',
    ],
    [
      duty('late: never', 'late: { within: 30, days: calendar-days }'),
      '“三会一课”的补办由 不得补办 改为 逾期后 30 天内可补办',
      '“Meetings”, catching up: never → within 30 days',
    ],
    [
      duty('[village] }\nwhen', '[village, township] }\nwhen'),
      '“三会一课”的对象由 行政村 改为 行政村、镇',
      '“Meetings”, who owes it: Village → Village, Township',
    ],
    [
      form('[village-clerk, township-officer]', '[village-clerk]'),
      '“会议”的填写人由 村级文书、乡镇人员 改为 村级文书',
      '“Meeting”, entered by: village clerks, township officers → village clerks',
    ],
    [
      form('frequency: month', 'frequency: week'),
      '“会议”的填报频次由 每月 改为 每周',
      '“Meeting”, how often it is filled in: every month → every week',
    ],
    [
      form('minutes: 2', 'minutes: 5'),
      '“会议”每次填写约需由 2 分钟 改为 5 分钟',
      '“Meeting”, time to fill it in: 2 minutes → 5 minutes',
    ],
    [
      form('confirmation: none', 'confirmation: township'),
      '“会议”的核实人由 无 改为 乡镇',
      '“Meeting”, confirmed by: nobody → the township',
    ],
    [
      form('confirmation: none', 'confirmation: street'),
      '“会议”的核实人由 无 改为 街道',
      '“Meeting”, confirmed by: nobody → Street',
    ],
    [
      form('min: 1, max: 500', 'min: 1, max: 500, required: true'),
      '“会议”的“到会人数”由 选填 改为 必填',
      '“Meeting”, “Present”: optional → required',
    ],
    [
      form('max: 500', 'max: 900'),
      '“会议”的“到会人数”最大值由 500 改为 900',
      '“Meeting”, “Present”, greatest value: 500 → 900',
    ],
    [
      form('  - { id: present, type: integer, title: { zh-CN: 到会人数, en: Present }, min: 1, max: 500 }\n', ''),
      '“会议”不再填“到会人数”',
      '“Meeting” no longer asks “Present”',
    ],
    [
      form('rules:', '  - { id: place, type: text, title: { zh-CN: 地点, en: Place } }\nrules:'),
      '“会议”新增字段“地点”（选填、文字）',
      '“Meeting”: added the field “Place” (optional, text)',
    ],
    [
      form('      - { id: whole,', '      - { id: class, title: { zh-CN: 党课, en: Lesson } }\n      - { id: whole,'),
      '“会议”的“类型”新增选项“党课”',
      '“Meeting”, “Kind”: added the option “Lesson”',
    ],
    [
      ['measures/meetings.yaml', 'period: month', 'period: quarter'],
      '“会议次数”的计算周期由 每月 改为 每季度',
      '“Held”, its period: every month → every quarter',
    ],
    [
      ['values/values.yaml', 'at_most: 4', 'at_most: 6'],
      '“每月会议次数”下级可调的范围由 不低于 1、不高于 4 改为 不低于 1、不高于 6',
      '“Meetings a month”, limits for lower packs: at least 1, at most 4 → at least 1, at most 6',
    ],
    [
      [
        'calendars/2026.yaml',
        '  - { date: "2026-10-02"',
        '  - { date: "2026-10-08", name: { zh-CN: 国庆节, en: National Day } }\n  - { date: "2026-10-02"',
      ],
      '“2026”新增放假日 2026-10-08 “国庆节”',
      '“2026”: added the day off 2026-10-08 “National Day”',
    ],
    [
      rating('every: year', 'every: quarter'),
      '“年度考核”的评定周期由 每年 改为 每季度',
      '“Year”, how often it is done: every year → every quarter',
    ],
    [
      rating('every: year', 'every: { years: 3, from: 2024 }'),
      '“年度考核”的评定周期由 每年 改为 每 3 年',
      '“Year”, how often it is done: every year → every 3 years',
    ],
    [rating('full: 20', 'full: 25'), '“工作”的满分由 20 改为 25', '“Work”, full marks: 20 → 25'],
    [rating('floor: 0', 'floor: none'), '“工作”的最低分由 0 改为 不设', '“Work”, lowest marks: 0 → none'],
    [
      rating(
        'title: { zh-CN: 领导, en: Leaders }, papers: { form: meeting }, score: data.present, share: 60',
        'title: { zh-CN: 领导, en: Leaders }, papers: { form: meeting }, score: data.present, share: 50',
      ),
      '“评议”中“领导”的份额由 60 改为 50',
      '“Judged”, share of “Leaders”: 60 → 50',
    ],
    [
      rating('[{ at_least: 85, gives', '[{ at_least: 90, gives'),
      '“定等”中“优秀”的分数线由 不低于 85 改为 不低于 90',
      '“Grade”, the band of “Good”: at least 85 → at least 90',
    ],
    [
      rating('at_most: { share: 0.2 }', 'at_most: { share: 0.15, no_fewer_than: 1 }'),
      '“名额”中“优秀”的名额由 不超过 20% 改为 不超过 15%，至少 1',
      '“Places”, places of “Good”: at most 20% → at most 15%, no fewer than 1',
    ],
    [
      rating('at_most: { grade: fair }', 'at_most: { grade: weak }'),
      '“限等”“工作不力”时的结果由 “合格” 改为 “较差”',
      '“Kept”, result when “little work”: “Fair” → “Weak”',
    ],
    [
      rating('gives: { grade: weak }, why', 'gives: { grade: fair }, why'),
      '“否决”“发生事故”时的结果由 “较差” 改为 “合格”',
      '“Veto”, result when “an accident”: “Weak” → “Fair”',
    ],
    [
      rating('cases: [', 'cases: [{ when: "work < 2", gives: { grade: weak }, why: { zh-CN: 弄虚作假, en: fraud } }, '),
      '“否决”新增否决情形“弄虚作假”，定为“较差”',
      '“Veto”: added the veto “fraud”, making it “Weak”',
    ],
    [
      rating('within: { days: 10, of', 'within: { days: 7, of'),
      '“年度考核”“约谈”的期限由 10 个工作日 改为 7 个工作日',
      '“Year”, time for “a talk”: 10 working days → 7 working days',
    ],
    [
      rating('shown: { days: 5', 'shown: { days: 7'),
      '“年度考核”的公示期由 5 个工作日 改为 7 个工作日',
      '“Year”, days it is shown: 5 working days → 7 working days',
    ],
    [
      rating('at_least: 0.3', 'at_least: 0.25'),
      '“年度考核”的目标“优秀占比”由 不少于 30% 改为 不少于 25%',
      '“Year”, target “Share of good”: at least 30% → at least 25%',
    ],
    [
      rating('times: { count: { form: meeting } }', 'times: { count: { form: meeting, predecessors: joined } }'),
      '“年度考核”“工作”“迟报”：合并、拆分之前的由不承继改为承继',
      '“Year”, “Work”, “Late”: what was before a merger or division: left out → carried on',
    ],
    [
      rating('part_period: rated', 'part_period: rated\npredecessors: joined'),
      '“年度考核”：合并、拆分之前的由不承继改为承继',
      '“Year”: what was before a merger or division: left out → carried on',
    ],
    [
      rating('takes: mean }\n        - { id: crowd', 'takes: median }\n        - { id: crowd'),
      '“评议”中“领导”的取法由 平均 改为 中位数',
      '“Judged”, what “Leaders” comes to: the mean → the median',
    ],
    [
      rating(
        'takes: mean }\n        - { id: crowd',
        'takes: { trimmed: { from: [{ raters: 10, highest: 2, lowest: 2 }, { raters: 5, highest: 1, lowest: 1 }], too_few: none } } }\n        - { id: crowd',
      ),
      '“评议”中“领导”的取法由 平均 改为 满 10 人去掉最高 2、最低 2；满 5 人去掉最高 1、最低 1；不够的视为没有',
      '“Judged”, what “Leaders” comes to: the mean → from 10 raters without the 2 highest and 2 lowest; from 5 raters without the 1 highest and 1 lowest; none when too few',
    ],
    [
      rating(
        'takes: mean }\n        - { id: crowd',
        'takes: { near_mean: { points: 10, far_again: counts, too_few: mean } } }\n        - { id: crowd',
      ),
      '“评议”中“领导”的取法由 平均 改为 偏离平均超过 10 的作废后的平均，只判一次，全偏离的都计',
      '“Judged”, what “Leaders” comes to: the mean → the mean without those more than 10 from it, judged once, all count when all are',
    ],
    [
      rating(
        'takes: mean }\n        - { id: crowd',
        'takes: { first: near_mean, trimmed: { highest: 1, lowest: 1, too_few: none }, near_mean: { points: 10, far_again: counts, too_few: mean } } }\n        - { id: crowd',
      ),
      '“评议”中“领导”的取法由 平均 改为 先偏离平均超过 10 的作废后的平均，只判一次，全偏离的都计；再去掉最高 1、最低 1的平均，不够的视为没有',
      '“Judged”, what “Leaders” comes to: the mean → first the mean without those more than 10 from it, judged once, all count when all are; then without the 1 highest and 1 lowest, none when too few',
    ],
    [
      rating(
        'rater: not-recorded, takes: mean }\n        - { id: crowd',
        'rater: not-recorded, valid: { spread: 5, none_valid: none }, takes: mean }\n        - { id: crowd',
      ),
      '“评议”新增“领导”评分有效的条件',
      '“Judged”: added what the papers of a rater of “Leaders” must be like',
    ],
    [
      rating(
        'takes: mean }\n        - { id: crowd',
        'takes: { trimmed: { share: 0.1, rounding: down, too_few: mean } } }\n        - { id: crowd',
      ),
      '“评议”中“领导”的取法由 平均 改为 两头各去掉 10%（舍去），不够的都计',
      '“Judged”, what “Leaders” comes to: the mean → the mean without 10% at each end (rounded down), all count when too few',
    ],
  ])('%#', (replaced, zh, en) => {
    expect(said(replaced)).toEqual([[zh, en]]);
  });

  it('a deduction, a group of scorers or a duty that is new says what it comes to', () => {
    const more =
      ', { id: fraud, title: { zh-CN: 虚报, en: False report }, points: 3, times: { count: { form: meeting } }, units: full }]';
    expect(said(rating('units: full }]', `units: full }${more}`))).toEqual([
      ['“工作”新增扣分项“虚报”（扣 3 分）', '“Work”: added the deduction “False report” (takes 3 points)'],
    ]);
    const bare = packWith();
    const none = { ...bare, obligations: [], forms: [] };
    expect(diffPacks(none, bare).changes.map(({ words }) => words['zh-CN'])).toEqual([
      '新增表单“会议”：村级文书、乡镇人员、每月、2 分钟，3 个字段',
      '新增职责“三会一课”：行政村、每季度至少 1 次',
    ]);
  });
});
