import type { PackFile } from '@luoshi/engine';

const manifest = `
id: village-room
version: 1.0.0
title: { zh-CN: 村级综合评价办法, en: All-round assessment of villages }
authority: { zh-CN: 县委组织部, en: Organisation department }
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`;

const form = (id: string, zh: string, en: string, fields: string) => `
- id: ${id}
  title: { zh-CN: ${zh}, en: ${en} }
  source: { document: 综合评价办法 }
  owner: { zh-CN: 县委组织部, en: Organisation department }
  frequency: month
  minutes: 1
  subject: { organisation: [village] }
  date: on
  entered_by: [township-officer, county-officer]
  fields:
    - { id: on, type: date, title: { zh-CN: 日期, en: Day }, required: true, not_future: true }
${fields}`;

const count = (id: string, zh: string, en: string) =>
  `    - { id: ${id}, type: integer, title: { zh-CN: ${zh}, en: ${en} }, required: true, min: 0 }\n`;
const marks = `    - { id: marks, type: decimal, title: { zh-CN: 评分, en: Marks }, required: true, unit: point, decimals: 2, min: 0, max: 100 }\n`;

const forms = [
  form(
    'room-vote',
    '群众测评',
    'Ballot',
    [
      count('good', '好', 'Good'),
      count('fair', '一般', 'Fair'),
      count('bad', '差', 'Bad'),
      count('blank', '空白票', 'Blank'),
      count('spoiled', '废票', 'Spoiled'),
    ].join(''),
  ),
  form('room-leaders', '领导评分', 'Marks of leaders', marks),
  form('room-delegates', '代表评分', 'Marks of representatives', marks),
  form('room-deed', '好事', 'Good deeds', marks),
  form('room-fault', '问题', 'Faults', marks),
].join('');

const month = `
- id: room-month
  title: { zh-CN: 月度问题, en: Faults of the month }
  source: { document: 综合评价办法 }
  of: { organisations: [village] }
  period: { every: month }
  part_period: rated
  unit: point
  steps:
    - id: calm
      title: { zh-CN: 月得分, en: Marks of the month }
      item:
        full: 10
        starts: full
        deduct:
          - { id: fault, title: { zh-CN: 问题, en: Fault }, points: 4, times: { count: { form: room-fault } }, units: full }
        floor: 0
        cap: full
        missing: stop
  result: { score: calm }
`;

const year = `
- id: village-room
  title: { zh-CN: 村级综合评价, en: All-round assessment of villages }
  source: { document: 综合评价办法 }
  of: { organisations: [village] }
  period: { every: year }
  part_period: rated
  unit: point
  scales:
    - id: class
      title: { zh-CN: 等次, en: Class }
      grades:
        - { id: good, title: { zh-CN: 优秀, en: Good } }
        - { id: fair, title: { zh-CN: 合格, en: Fair } }
        - { id: weak, title: { zh-CN: 待提升, en: To improve } }
  steps:
    - id: vote
      title: { zh-CN: 群众测评得分, en: Points of the ballot }
      ballots:
        entries: { form: room-vote }
        options: [{ field: good, points: 1 }, { field: fair, points: 0.5 }, { field: bad, points: 0 }]
        invalid: [{ field: blank, counts: in-base }, { field: spoiled, counts: leaves-base }]
        gives: { points_of: 40 }
        no_valid: stop
        shown_from: 10
    - id: scored
      title: { zh-CN: 评分合成, en: Scores together }
      scorers:
        groups:
          - { id: leaders, title: { zh-CN: 领导, en: Leaders }, papers: { form: room-leaders }, score: data.marks, out_of: 100, share: 20, rater: not-recorded, takes: mean }
          - { id: delegates, title: { zh-CN: 代表, en: Representatives }, papers: { form: room-delegates }, score: data.marks, out_of: 100, share: 10, rater: not-recorded, takes: mean }
        shares_make: 30
        no_papers: rescale
        shown_from: 3
    - id: book
      title: { zh-CN: 积分台账, en: Ledger of points }
      ledger:
        plus:
          - { title: { zh-CN: 加分, en: Added }, entries: { form: room-deed }, points: { of: data.marks, from: 1, to: 100, reason: not-required }, valid: { for: { months: 6 } } }
        gives: score
        starts: all
        floor: 0
        cap: 15
    - id: months
      title: { zh-CN: 月均, en: Mean of the months }
      rounds: { rating: room-month, take: mean, missing: stop, not_applicable: left-out, not_over: left-out, part_round: whole }
    - id: calm
      title: { zh-CN: 连续无问题月数, en: Months in a row without faults }
      rounds: { rating: room-month, take: { longest_run_that: { at_least: 10 } }, missing: stop, not_applicable: left-out, not_over: left-out, part_round: whole }
    - id: bonus
      title: { zh-CN: 分段加分, en: Points by bracket }
      marginal: { of: book, brackets: [{ up_to: 4, points: 1, per: 2 }, { points: 1, per: 5 }], units: full, below_zero: nothing, cap: none }
    - id: total
      title: { zh-CN: 总分, en: Total }
      total: { of: [parts, bonus, calm], floor: 0, cap: none, not_applicable: left-out, missing: stop }
    - id: parts
      title: { zh-CN: 三项加权, en: Three parts }
      weighted:
        parts:
          - { of: vote, out_of: 40, weight: 40 }
          - { of: scored, out_of: 30, weight: 30 }
          - { of: months, out_of: 10, weight: 30 }
        weights_make: 100
        not_applicable: rescale
        missing: stop
    - id: class
      title: { zh-CN: 初定等次, en: First class }
      bands:
        of: total
        scale: class
        rows:
          - { at_least: 85, gives: { grade: good } }
          - { at_least: 60, below: 85, gives: { grade: fair } }
        otherwise: { grade: weak }
    - id: final
      title: { zh-CN: 等次, en: Class }
      quota:
        of: class
        by: [{ step: total, best: highest }]
        within: { under: township }
        base: all
        places: [{ grade: good, at_most: { number: 1 } }]
        shares: separate
        rounding: down
        unfilled: lapse
        ties: all-out
        binding: hard
        direct: none
        missing: without
    - id: place
      title: { zh-CN: 镇内名次, en: Place in the township }
      rank: { of: total, best: highest, within: { under: township }, ties: shared-with-gap, missing: without }
  result: { score: total, grade: final, place: place }
  targets:
    - { id: good, title: { zh-CN: 优秀村占比, en: Share of good villages }, grades: [good], at_least: 0.3, under: township }
  publication:
    shown: { days: 5, of: working-days }
    first_day: next-day
    objection: while-shown
    answer: { days: 10, of: calendar-days }
  consequences:
    - id: praise
      when: final == "good"
      what: { zh-CN: 通报表扬, en: Praise in a circular }
      by: { zh-CN: 乡镇党委, en: the township committee }
      clause: 第九条
      counts_from: period-end
      within: { days: 30, of: calendar-days }
      hearing: none
`;

/** Villages assessed by ballots, scorers, a ledger, months, brackets, bands and places: what every drawing is seen on. */
export const ROOM_PACK: readonly PackFile[] = [
  { path: 'pack.yaml', text: manifest },
  { path: 'forms/forms.yaml', text: forms },
  { path: 'ratings/month.yaml', text: month },
  { path: 'ratings/year.yaml', text: year },
];
