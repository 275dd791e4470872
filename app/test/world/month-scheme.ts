import type { PackFile } from '@luoshi/engine';

const forms = `
- id: month-objection
  title: { zh-CN: 月评异议, en: Objection to the month }
  source: { document: 小县村级考核办法, clause: 第九条 }
  owner: { zh-CN: 村支书, en: Village secretary }
  frequency: as-it-happens
  minutes: 2
  subject: { organisation: [village] }
  date: raised_on
  entered_by: [village-clerk, township-officer, county-officer]
  fields:
    - { id: raised_on, type: date, title: { zh-CN: 提出日期, en: Raised on }, required: true, not_future: true }
    - { id: answered_on, type: date, title: { zh-CN: 答复日期, en: Answered on }, not_future: true }
`;

const ratings = `
- id: village-month
  title: { zh-CN: 村级月评, en: Month of villages }
  source: { document: 小县村级考核办法, clause: 第八条 }
  of: { organisations: [village] }
  period: { every: month }
  part_period: rated
  unit: point
  scales:
    - id: month-class
      title: { zh-CN: 等次, en: Class }
      grades:
        - { id: done, title: { zh-CN: 达标, en: Done } }
        - { id: open, title: { zh-CN: 未达标, en: Not done } }
  steps:
    - id: held
      title: { zh-CN: 会议得分, en: Marks of meetings }
      item:
        full: 100
        starts: zero
        award:
          - { id: each, title: { zh-CN: 召开会议, en: Meeting held }, points: 'param("scheme.meeting-marks")', times: { count: { form: meeting } }, units: full }
        floor: 0
        cap: full
        missing: stop
    - id: class
      title: { zh-CN: 等次, en: Class }
      bands:
        of: held
        scale: month-class
        rows: [{ at_least: 20, gives: { grade: done } }]
        otherwise: { grade: open }
    - id: place
      title: { zh-CN: 名次, en: Place }
      rank: { of: held, best: highest, within: all, ties: shared-with-gap, missing: stop }
  publication:
    shown: { days: 5, of: calendar-days }
    first_day: next-day
    objection: while-shown
    answer: { days: 10, of: calendar-days }
    objections: { form: month-objection, answered: answered_on }
  result: { score: held, grade: class, place: place }
`;

/** How the villages of the small county are looked at each month: published for five days, in which one may object. */
export const MONTH_SCHEME: readonly PackFile[] = [
  { path: 'forms/month.yaml', text: forms },
  { path: 'ratings/month.yaml', text: ratings },
];
