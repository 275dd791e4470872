import { loadPack, type Pack, PolicyError, type World } from '../../engine/src/index.ts';

/** Items per scheme: deductions per occurrence, pass or fail, and shortfalls. */
export const KINDS = 40;
export const CHECKS = 12;
export const DUTIES = 8;
export const ITEMS = KINDS + CHECKS + DUTIES;
export const ENTRIES = 24;
export const TOWNSHIP = 25;

const words = (text: string) => `{ zh-CN: "${text}", en: "${text}" }`;
const list = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** A scheme of 60 items in three groups, weighted, graded and ranked within townships. */
export function benchPack(): Pack {
  const option = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `{ id: ${prefix}${i}, title: ${words(`${prefix}${i}`)} }`).join(', ');
  const files = [
    {
      path: 'pack.yaml',
      text: `id: bench\nversion: 1.0.0\ntitle: ${words('bench')}\nauthority: ${words('bench')}\nin_force: { from: 2000-01-01 }`,
    },
    {
      path: 'kinds/kinds.yaml',
      text: `organisations:
  - { id: county, title: ${words('county')}, level: 3, parents: [] }
  - { id: township, title: ${words('township')}, level: 4, parents: [county] }
  - { id: village, title: ${words('village')}, level: 5, parents: [township] }
units:
  - { id: point, title: ${words('point')} }`,
    },
    {
      path: 'forms/forms.yaml',
      text: [
        form('defect', option('k', KINDS)),
        form('check', option('c', CHECKS)),
        form('meeting', option('d', DUTIES)),
      ].join('\n'),
    },
    {
      path: 'ratings/year.yaml',
      text: `id: year
title: ${words('year')}
source: { document: bench }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
scales:
  - id: class
    title: ${words('class')}
    grades: [{ id: first, title: ${words('first')} }, { id: second, title: ${words('second')} }, { id: third, title: ${words('third')} }]
steps:
${list(KINDS, (i) => item(`defect_${i}`, 3, `- { title: ${words('defect')}, points: 0.5, units: full, times: { count: { form: defect, where: "data.kind == 'k${i}'" } } }`))}
${list(CHECKS, (i) => item(`check_${i}`, 2, `- { title: ${words('check')}, points: 2, when: { compare: { left: { count: { form: check, where: "data.kind == 'c${i}'" } }, is: less-than, right: 1 } } }`))}
${list(DUTIES, (i) => item(`duty_${i}`, 5, `- { title: ${words('duty')}, points: 1.2, units: full, times: { subtract: [4, { count: { form: meeting, where: "data.kind == 'd${i}'" } }] } }`))}
  - { id: order, title: ${words('order')}, total: { of: [${names('defect', KINDS)}], floor: 0, cap: full, not_applicable: left-out, missing: stop } }
  - { id: checks, title: ${words('checks')}, total: { of: [${names('check', CHECKS)}], floor: 0, cap: full, not_applicable: left-out, missing: stop } }
  - { id: duties, title: ${words('duties')}, total: { of: [${names('duty', DUTIES)}], floor: 0, cap: full, not_applicable: left-out, missing: stop } }
  - id: score
    title: ${words('score')}
    weighted:
      parts: [{ of: order, out_of: ${KINDS * 3}, weight: 50 }, { of: checks, out_of: ${CHECKS * 2}, weight: 20 }, { of: duties, out_of: ${DUTIES * 5}, weight: 30 }]
      weights_make: 100
      not_applicable: stop
      missing: stop
  - { id: grade, title: ${words('grade')}, bands: { of: score, scale: class, rows: [{ at_least: 80, gives: { grade: first } }, { at_least: 70, gives: { grade: second } }], otherwise: { grade: third } } }
  - { id: place, title: ${words('place')}, rank: { of: score, best: highest, within: { under: township }, ties: shared-with-gap, missing: stop } }
result: { score: score, grade: grade, place: place }`,
    },
  ];
  const { pack, problems } = loadPack(files);
  if (!pack) throw new PolicyError(problems);
  return pack;
}

const names = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${prefix}_${i}`).join(', ');

const item = (id: string, full: number, change: string): string =>
  `  - id: ${id}
    title: ${words(id)}
    item:
      full: ${full}
      starts: full
      deduct:
        ${change}
      floor: 0
      cap: full
      missing: stop`;

const form = (id: string, options: string): string =>
  `- id: ${id}
  title: ${words(id)}
  source: { document: bench }
  owner: ${words('bench')}
  frequency: as-it-happens
  minutes: 1
  subject: { organisation: [village] }
  date: done_on
  entered_by: [village-clerk]
  fields:
    - { id: done_on, type: date, title: ${words('day')}, required: true }
    - { id: kind, type: choice, title: ${words('kind')}, required: true, options: [${options}] }`;

/** Villages with entries of all kinds, the same for the same number. */
export function benchWorld(villages: number, seed = 0): World {
  let state = 20_260_915 + seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const townships = Math.ceil(villages / TOWNSHIP);
  const organisations = [
    { id: 'county', kind: 'county', name: 'county', parent: null, from: '2000-01-01' },
    ...Array.from({ length: townships }, (_, i) => ({
      id: `t${i}`,
      kind: 'township',
      name: `t${i}`,
      parent: 'county',
      from: '2000-01-01',
    })),
    ...Array.from({ length: villages }, (_, i) => ({
      id: `v${i}`,
      kind: 'village',
      name: `v${i}`,
      parent: `t${Math.floor(i / TOWNSHIP)}`,
      from: '2000-01-01',
    })),
  ];
  const facts = Array.from({ length: villages * ENTRIES }, (_, i) => {
    const [formId, prefix, kinds] = (
      [
        ['defect', 'k', KINDS],
        ['check', 'c', CHECKS],
        ['meeting', 'd', DUTIES],
      ] as const
    )[random(3)] ?? ['defect', 'k', KINDS];
    const date = `2026-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
    return {
      id: `f${i}`,
      form: formId,
      subject: { kind: 'organisation' as const, id: `v${Math.floor(i / ENTRIES)}` },
      date,
      data: { done_on: date, kind: `${prefix}${random(kinds)}` },
      recordedOn: date,
      recordedAt: `${date}T08:00:00Z`,
      recordedBy: { account: 'bench', name: 'bench' },
    };
  });
  return { organisations, persons: [], postings: [], tenures: [], facts };
}
