import type { Form, PackFile } from '@luoshi/engine';
import { parse } from 'yaml';
import { SMALL_SCHEME } from './small-scheme.ts';

const manifest = `
id: small
version: 1.0.0
title: { zh-CN: 小县制度, en: Rules of a small county }
authority: { zh-CN: 县委组织部, en: Organisation department }
in_force: { from: "2026-01-01" }
`;

const kinds = `
organisations:
  - { id: county, title: { zh-CN: 县, en: County }, level: 3, parents: [] }
  - { id: township, title: { zh-CN: 镇, en: Township }, level: 4, parents: [county] }
  - { id: county-department, title: { zh-CN: 县直部门, en: Department }, level: 4, parents: [county] }
  - { id: village, title: { zh-CN: 行政村, en: Village }, level: 5, parents: [township] }
posts:
  - { id: village-secretary, title: { zh-CN: 村党支部书记, en: Village secretary }, of: [village] }
  - { id: village-director, title: { zh-CN: 村委会主任, en: Village director }, of: [village] }
postings:
  - id: first-secretary
    title: { zh-CN: 第一书记, en: First secretary }
    to: [village]
    sent_by: [county-department, township, county]
    levels:
      - { id: county, title: { zh-CN: 县派, en: Sent by the county } }
      - { id: township, title: { zh-CN: 乡镇派, en: Sent by the township } }
  - id: resident-team
    title: { zh-CN: 驻村工作队员, en: Resident team member }
    to: [village]
    sent_by: [county-department, township, county]
    levels: [{ id: county, title: { zh-CN: 县派, en: Sent by the county } }]
units:
  - { id: day, title: { zh-CN: 天, en: days } }
  - { id: person, title: { zh-CN: 人, en: persons } }
  - { id: point, title: { zh-CN: 分, en: points } }
`;

const forms = `
- id: village-day
  title: { zh-CN: 驻村工作日, en: Working day in the village }
  source: { document: 小县办法 }
  owner: { zh-CN: 第一书记, en: First secretary }
  frequency: week
  minutes: 0.5
  subject: { posting: [first-secretary] }
  date: worked_on
  confirmation: village
  entered_by: [first-secretary, township-officer, county-officer]
  fields:
    - { id: worked_on, type: date, title: { zh-CN: 日期, en: Day }, required: true, not_future: true }
    - id: part
      type: choice
      title: { zh-CN: 时长, en: Length }
      required: true
      options:
        - { id: full_day, title: { zh-CN: 全天, en: Full day } }
        - { id: half_day, title: { zh-CN: 半天, en: Half day } }
    - { id: matters, type: integer, unit: person, title: { zh-CN: 办理事项数, en: Matters handled }, min: 0, max: 200 }
    - { id: work, type: text, title: { zh-CN: 主要工作, en: Main work }, max: 300 }
    - { id: minutes_file, type: file, title: { zh-CN: 附件, en: Attachment }, max_megabytes: 1, accept: [application/pdf, image/jpeg] }
- id: meeting
  title: { zh-CN: 三会一课, en: Meeting }
  source: { document: 小县办法 }
  owner: { zh-CN: 村支书, en: Village secretary }
  frequency: as-it-happens
  minutes: 1
  subject: { organisation: [village] }
  date: held_on
  entered_by: [village-clerk, township-officer, county-officer]
  fields:
    - { id: held_on, type: date, title: { zh-CN: 召开日期, en: Held on }, required: true, not_future: true }
    - { id: expected, type: integer, unit: person, title: { zh-CN: 应到人数, en: Expected }, required: true, min: 1, max: 5000 }
    - { id: attended, type: integer, unit: person, title: { zh-CN: 实到人数, en: Attended }, required: true, min: 1, max: 5000 }
  rules:
    - check: data.attended <= data.expected
      message: { zh-CN: 实到人数不能多于应到人数, en: Those who attended cannot be more than those expected }
- id: member-review
  title: { zh-CN: 民主评议, en: Review of members }
  source: { document: 小县办法 }
  owner: { zh-CN: 村支书, en: Village secretary }
  frequency: year
  minutes: 3
  subject: { organisation: [village] }
  date: held_on
  confirmation: township
  restricted: true
  entered_by: [village-clerk, township-officer]
  fields:
    - { id: held_on, type: date, title: { zh-CN: 评议日期, en: Held on }, required: true, not_future: true }
    - { id: excellent, type: integer, unit: person, title: { zh-CN: 优秀, en: Excellent }, required: true, min: 0, max: 5000 }
`;

/** Three forms: one about a posting that the village confirms, one about a village, one restricted; and a scheme of villages. */
export const SMALL_PACK: readonly PackFile[] = [
  { path: 'pack.yaml', text: manifest },
  { path: 'kinds/kinds.yaml', text: kinds },
  { path: 'forms/forms.yaml', text: forms },
  ...SMALL_SCHEME,
];

export const SMALL_FORMS = parse(forms) as readonly Form[];
