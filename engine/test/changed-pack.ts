import { diffPacks } from '../src/diff/diff-packs.ts';
import { loadPack, type Pack } from '../src/index.ts';

/** A small county’s rules, one file each, of which pieces are written otherwise. */
const FILES = {
  'pack.yaml': `
id: told
version: 1.0.0
title: { zh-CN: 小县制度, en: Rules }
authority: { zh-CN: 县委组织部, en: Department }
in_force: { from: "2026-01-01" }
`,
  'kinds/kinds.yaml': `
organisations:
  - { id: township, title: { zh-CN: 镇, en: Township }, level: 4, parents: [] }
  - { id: street, title: { zh-CN: 街道, en: Street }, level: 4, parents: [] }
  - { id: village, title: { zh-CN: 行政村, en: Village }, level: 5, parents: [township] }
units:
  - { id: point, title: { zh-CN: 分, en: points } }
  - { id: time, title: { zh-CN: 次, en: times } }
`,
  'calendars/2026.yaml': `
year: 2026
source: { document: 国务院办公厅通知 }
days_off:
  - { date: "2026-10-01", name: { zh-CN: 国庆节, en: National Day } }
  - { date: "2026-10-02", name: { zh-CN: 国庆节, en: National Day } }
working_weekends: []
festivals: []
`,
  'values/values.yaml': `
- id: meetings.number
  title: { zh-CN: 每月会议次数, en: Meetings a month }
  unit: time
  source: { document: 办法 }
  role: rule
  limits: { at_least: 1, at_most: 4 }
  values: { "2026-01-01": 1 }
`,
  'forms/meeting.yaml': `
id: meeting
title: { zh-CN: 会议, en: Meeting }
source: { document: 办法 }
owner: { zh-CN: 村支书, en: Secretary }
frequency: month
minutes: 2
subject: { organisation: [village] }
date: held_on
confirmation: none
entered_by: [village-clerk, township-officer]
fields:
  - { id: held_on, type: date, title: { zh-CN: 日期, en: Day }, required: true }
  - { id: present, type: integer, title: { zh-CN: 到会人数, en: Present }, min: 1, max: 500 }
  - id: kind
    type: choice
    title: { zh-CN: 类型, en: Kind }
    options:
      - { id: branch, title: { zh-CN: 支委会, en: Committee } }
      - { id: whole, title: { zh-CN: 党员大会, en: Assembly } }
rules:
  - { check: data.present > 0, message: { zh-CN: 须有人到会, en: Somebody must come } }
`,
  'obligations/meeting.yaml': `
id: meetings
title: { zh-CN: 三会一课, en: Meetings }
source: { document: 办法 }
who: { organisations: [village] }
when: { every: quarter }
amount: { at_least: 1, unit: time }
counts:
  - { form: meeting }
part_period: { owes: full }
deadline: { grace: 3, days: working-days }
late: never
due_soon: { within: 5, days: calendar-days }
`,
  'measures/meetings.yaml': `
id: held
title: { zh-CN: 会议次数, en: Held }
source: { document: 办法 }
unit: time
at: [village]
period: month
value: { count: { form: meeting } }
rollup: sum
direction: more-is-better
`,
  'ratings/year.yaml': `
id: year
title: { zh-CN: 年度考核, en: Year }
source: { document: 办法 }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
scales:
  - id: class
    title: { zh-CN: 等次, en: Class }
    grades: [{ id: good, title: { zh-CN: 优秀, en: Good } }, { id: fair, title: { zh-CN: 合格, en: Fair } }, { id: weak, title: { zh-CN: 较差, en: Weak } }]
steps:
  - id: work
    title: { zh-CN: 工作, en: Work }
    item:
      full: 20
      starts: full
      deduct: [{ id: late, title: { zh-CN: 迟报, en: Late }, points: 1, times: { count: { form: meeting } }, units: full }]
      floor: 0
      cap: full
      missing: stop
  - id: judged
    title: { zh-CN: 评议, en: Judged }
    scorers:
      groups:
        - { id: leaders, title: { zh-CN: 领导, en: Leaders }, papers: { form: meeting }, score: data.present, share: 60, rater: not-recorded, takes: mean }
        - { id: crowd, title: { zh-CN: 群众, en: Crowd }, papers: { form: meeting }, score: data.present, share: 40, rater: not-recorded, takes: mean }
      no_papers: stop
      shown_from: 3
  - id: class
    title: { zh-CN: 定等, en: Grade }
    bands:
      of: work
      scale: class
      rows: [{ at_least: 85, gives: { grade: good } }, { at_least: 60, below: 85, gives: { grade: fair } }]
      otherwise: { grade: weak }
  - id: placed
    title: { zh-CN: 名额, en: Places }
    quota:
      of: class
      by: [{ step: work, best: highest }]
      within: all
      base: all
      places: [{ grade: good, at_most: { share: 0.2 } }]
      shares: separate
      rounding: down
      unfilled: lapse
      ties: all-in
      binding: hard
      direct: none
      missing: stop
  - id: kept
    title: { zh-CN: 限等, en: Kept }
    ceiling:
      of: placed
      limits: [{ when: "work < 10", at_most: { grade: fair }, why: { zh-CN: 工作不力, en: little work } }]
  - id: final
    title: { zh-CN: 否决, en: Veto }
    veto:
      of: kept
      cases: [{ when: "work < 1", gives: { grade: weak }, why: { zh-CN: 发生事故, en: an accident } }]
consequences:
  - { id: talk, when: "work < 5", what: { zh-CN: 约谈, en: a talk }, counts_from: published, within: { days: 10, of: working-days }, hearing: none }
publication:
  shown: { days: 5, of: working-days }
  first_day: counts
  objection: while-shown
  answer: { days: 10, of: calendar-days }
targets:
  - { id: good, title: { zh-CN: 优秀占比, en: Share of good }, grades: [good], at_least: 0.3 }
result: { score: work, grade: final }
`,
};

export type Replaced = readonly [file: keyof typeof FILES, from: string, to: string];

export function packWith(...replaced: readonly Replaced[]): Pack {
  const files = Object.entries(FILES).map(([path, text]) => {
    const mine = replaced.filter(([file]) => file === path);
    for (const [, from] of mine) if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
    return { path, text: mine.reduce((so, [, from, to]) => so.replace(from, to), text) };
  });
  const { pack, problems } = loadPack(files);
  if (!pack) throw new Error(problems.map(({ words, line, path }) => `${path}:${line} ${words.en}`).join('\n'));
  return pack;
}

/** What a diff says of the pack and of the same pack with pieces replaced, in both languages. */
export const said = (...replaced: readonly Replaced[]) =>
  diffPacks(packWith(), packWith(...replaced)).changes.map(({ words }) => [words['zh-CN'], words.en]);
