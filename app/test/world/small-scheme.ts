import type { PackFile } from '@luoshi/engine';

const values = `
- id: scheme.meeting-marks
  title: { zh-CN: 每次会议分值, en: Marks of a meeting }
  unit: point
  source: { document: 小县村级考核办法, clause: 第三条 }
  role: rule
  values: { "2026-01-01": 10 }
`;

const ratings = `
- id: village-year
  title: { zh-CN: 村级年度考核, en: Yearly assessment of villages }
  source: { document: 小县村级考核办法 }
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
    - id: meetings
      title: { zh-CN: 会议召开, en: Meetings held }
      clause: 第三条
      item:
        full: 40
        starts: zero
        award:
          - { id: held, title: { zh-CN: 召开会议, en: Meeting held }, points: 'param("scheme.meeting-marks")', times: { count: { form: meeting } }, units: full }
        floor: 0
        cap: full
        missing: stop
    - id: attendance
      title: { zh-CN: 到会情况, en: Attendance }
      clause: 第四条
      item:
        full: 20
        starts: full
        deduct:
          - { id: absent, title: { zh-CN: 会议缺席过半, en: Fewer than half came }, points: 5, times: { count: { form: meeting, where: "data.attended * 2 < data.expected" } }, units: full }
        floor: 0
        cap: full
        missing: stop
    - id: total
      title: { zh-CN: 总分, en: Total }
      weighted:
        parts:
          - { of: meetings, out_of: 40, weight: 60 }
          - { of: attendance, out_of: 20, weight: 40 }
        weights_make: 100
        not_applicable: rescale
        missing: stop
    - id: class
      title: { zh-CN: 等次, en: Class }
      bands:
        of: total
        scale: class
        rows:
          - { at_least: 85, gives: { grade: good } }
          - { at_least: 60, below: 85, gives: { grade: fair } }
        otherwise: { grade: weak }
    - id: place
      title: { zh-CN: 镇内名次, en: Place in the township }
      rank: { of: total, best: highest, within: { under: township }, ties: shared-with-gap, missing: stop }
  targets:
    - { id: good, title: { zh-CN: 优秀村占比, en: Share of good villages }, grades: [good], at_least: 0.3, under: township }
    - { id: weak, title: { zh-CN: 待提升村占比, en: Share of villages to improve }, grades: [weak], at_most: 0.2 }
  result: { score: total, grade: class, place: place }
`;

/** How the villages of the small county are assessed: meetings and attendance, weighted, a grade and a place. */
export const SMALL_SCHEME: readonly PackFile[] = [
  { path: 'values/values.yaml', text: values },
  { path: 'ratings/ratings.yaml', text: ratings },
];

const manifest = `
id: village-scheme
version: 1.0.0
title: { zh-CN: 村级考核办法, en: Scheme of villages }
authority: { zh-CN: 县委组织部, en: Organisation department }
in_force: { from: "2026-01-01" }
depends_on: [national-base]
`;

/** The same scheme as a pack of its own, on the forms of the national base. */
export const SCHEME_PACK: readonly PackFile[] = [{ path: 'pack.yaml', text: manifest }, ...SMALL_SCHEME];
