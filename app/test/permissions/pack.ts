import type { PackFile } from '@luoshi/engine';
import { MONTH_SCHEME } from '../world/month-scheme.ts';
import { SMALL_PACK } from '../world/small-pack.ts';

const obligations = `
- id: village-days
  title: { zh-CN: 每月驻村两天, en: Two days a month in the village }
  source: { document: 小县办法 }
  who: { postings: [first-secretary] }
  when: { every: month }
  amount: { at_least: 2, unit: day }
  counts:
    - { form: village-day }
  part_period: { owes: nothing }
  deadline: { grace: 3, days: calendar-days }
  late: never
  due_soon: { within: 5, days: calendar-days }
  responsible: { zh-CN: 第一书记, en: First secretary }
`;

const measures = `
- id: village-days-done
  title: { zh-CN: 驻村天数, en: Days in the village }
  source: { document: 小县办法 }
  unit: day
  at: [village]
  period: month
  value: { count: { form: village-day } }
  rollup: sum
  direction: more-is-better
`;

/** The small county's pack with one duty, one figure and a rating of each month. */
export const PACK: readonly PackFile[] = [
  ...SMALL_PACK,
  ...MONTH_SCHEME,
  { path: 'obligations/obligations.yaml', text: obligations },
  { path: 'measures/measures.yaml', text: measures },
];
