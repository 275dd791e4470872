import { loadPack, type Pack, PolicyError } from '../../engine/src/index.ts';

export const DEFECTS = 20;
export const CHECKS = 8;
export const DUTIES = 8;
export const HONOURS = 4;
export const FAULTS = 4;
/** With the ledger, the ballot and the scorers. */
export const ITEMS = DEFECTS + CHECKS + DUTIES + HONOURS + FAULTS + 3;
export const LEVELS = ['county', 'prefecture', 'province'] as const;

const words = (text: string) => `{ zh-CN: "${text}", en: "${text}" }`;
const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const ids = (prefix: string, count: number): string => each(count, (i) => `${prefix}_${i}`).join(', ');
const choice = (id: string, names: readonly string[]): string =>
  `{ id: ${id}, type: choice, title: ${words(id)}, options: [${names.map((one) => `{ id: ${one}, title: ${words(one)} }`).join(', ')}] }`;
const kind = (prefix: string, count: number): string =>
  choice(
    'kind',
    each(count, (i) => `${prefix}${i}`),
  );
const number = (id: string): string => `{ id: ${id}, type: decimal, decimals: 1, unit: point, title: ${words(id)} }`;
const papers = (id: string): string => `{ id: ${id}, type: integer, title: ${words(id)} }`;

const form = (id: string, ...fields: readonly string[]): string => `- id: ${id}
  title: ${words(id)}
  source: { document: bench }
  owner: ${words('bench')}
  frequency: as-it-happens
  minutes: 1
  subject: { organisation: [village] }
  date: done_on
  entered_by: [township-officer]
  fields:
    - { id: done_on, type: date, title: ${words('day')}, required: true }
${fields.map((field) => `    - ${field}`).join('\n')}`;

const item = (id: string, full: number, starts: string, change: string): string => `  - id: ${id}
    title: ${words(id)}
    item:
      full: ${full}
      starts: ${starts}
      ${starts === 'zero' ? 'award' : 'deduct'}:
        - ${change}
      floor: 0
      cap: full
      missing: stop`;

const entries = (name: string, value: string, points: string, cap: string): string =>
  `{ title: ${words(name)}, entries: { form: ${name}, where: "data.kind == '${value}'" }, points: ${points}, one_matter: each, repeat: single, caps: [${cap}] }`;

const total = (id: string, of: string): string =>
  `  - { id: ${id}, title: ${words(id)}, total: { of: [${of}], floor: 0, cap: full, not_applicable: left-out, missing: stop } }`;

const weighted = (id: string, parts: string): string =>
  `  - { id: ${id}, title: ${words(id)}, weighted: { parts: [${parts}], weights_make: 100, not_applicable: stop, missing: stop } }`;

const group = (id: string, share: number, takes: string): string =>
  `{ id: ${id}s, title: ${words(id)}, papers: { form: ${id} }, score: data.marks, out_of: 100, share: ${share}, rater: not-recorded, takes: ${takes} }`;

const line = (name: string, months: number): string =>
  `{ title: ${words(name)}, entries: { form: ${name} }, points: { of: data.points, from: 1, to: 20, reason: not-required }, valid: { for: { months: ${months} } } }`;

const count = (of: string, value: string): string => `{ count: { form: ${of}, where: "data.kind == '${value}'" } }`;

const STEPS = [
  ...each(DEFECTS, (i) =>
    item(
      `defect_${i}`,
      3,
      'full',
      `{ title: ${words('defect')}, points: 0.5, units: full, times: ${count('defect', `k${i}`)}, at_most: 2 }`,
    ),
  ),
  ...each(CHECKS, (i) =>
    item(
      `check_${i}`,
      2,
      'full',
      `{ title: ${words('check')}, points: 2, when: { compare: { left: ${count('check', `c${i}`)}, is: less-than, right: 1 } } }`,
    ),
  ),
  ...each(DUTIES, (i) =>
    item(
      `duty_${i}`,
      5,
      'full',
      `{ title: ${words('duty')}, points: 1.2, units: full, times: { subtract: [4, ${count('meeting', `d${i}`)}] } }`,
    ),
  ),
  ...each(HONOURS, (i) =>
    item(
      `honour_${i}`,
      5,
      'zero',
      entries(
        'honour',
        `h${i}`,
        '{ by: data.level, table: { county: 1, prefecture: 2, province: 3 }, otherwise: stop }',
        '{ per: month, at_most: 3 }',
      ),
    ),
  ),
  ...each(FAULTS, (i) =>
    item(
      `fault_${i}`,
      5,
      'full',
      entries(
        'fault',
        `f${i}`,
        '{ of: data.points, from: 0.5, to: 2.5, reason: not-required }',
        '{ per: quarter, at_most: 3 }',
      ),
    ),
  ),
  `  - { id: points, title: ${words('points')}, ledger: { plus: [${line('deed', 18)}], minus: [${line('breach', 12)}], gives: score, starts: all, floor: none, cap: none } }`,
  `  - id: ballot
    title: ${words('ballot')}
    ballots:
      entries: { form: vote }
      options: [{ field: good, points: 1 }, { field: fair, points: 0.75 }, { field: weak, points: 0.3 }, { field: bad, points: 0 }]
      invalid: [{ field: blank, counts: in-base }, { field: spoiled, counts: leaves-base }]
      gives: { points_of: 14 }
      no_valid: stop
      shown_from: 10`,
  `  - id: scored
    title: ${words('scored')}
    scorers:
      groups: [${group('leader', 60, 'mean')}, ${group('delegate', 40, '{ trimmed: { highest: 1, lowest: 1, too_few: mean } }')}]
      shares_make: 100
      no_papers: rescale
      shown_from: 3`,
  total('order', ids('defect', DEFECTS)),
  total('checks', ids('check', CHECKS)),
  total('duties', ids('duty', DUTIES)),
  total('conduct', `${ids('honour', HONOURS)}, ${ids('fault', FAULTS)}`),
  weighted(
    'work',
    `{ of: order, out_of: ${DEFECTS * 3}, weight: 50 }, { of: checks, out_of: ${CHECKS * 2}, weight: 20 }, { of: duties, out_of: ${DUTIES * 5}, weight: 30 }`,
  ),
  weighted(
    'all',
    `{ of: work, out_of: 100, weight: 60 }, { of: conduct, out_of: 40, weight: 20 }, { of: ballot, out_of: 14, weight: 10 }, { of: scored, out_of: 100, weight: 10 }`,
  ),
  `  - { id: score, title: ${words('score')}, formula: all + points * 0.05 }`,
  `  - { id: class, title: ${words('class')}, bands: { of: score, scale: class, rows: [{ at_least: 65, gives: { grade: first } }, { at_least: 58, gives: { grade: second } }], otherwise: { grade: third } } }`,
  `  - { id: place, title: ${words('place')}, rank: { of: score, best: highest, within: { under: township }, ties: shared-with-gap, missing: stop } }`,
  `  - id: grade
    title: ${words('grade')}
    quota:
      of: class
      by: [{ step: score, best: highest }]
      within: { under: township }
      base: all
      places: [{ grade: first, at_most: { share: 0.3 } }]
      shares: separate
      rounding: down
      unfilled: lapse
      ties: all-out
      binding: hard
      direct: none
      missing: stop`,
];

/** What real schemes hold beside counts: capped deductions, awards by level, a ledger, ballots, scorers, nested weights, a quota. */
export function mixedPack(): Pack {
  const grades = ['first', 'second', 'third'].map((id) => `{ id: ${id}, title: ${words(id)} }`).join(', ');
  const files = {
    'pack.yaml': `id: bench\nversion: 1.0.0\ntitle: ${words('bench')}\nauthority: ${words('bench')}\nin_force: { from: 2000-01-01 }`,
    'kinds/kinds.yaml': `organisations:
  - { id: county, title: ${words('county')}, level: 3, parents: [] }
  - { id: township, title: ${words('township')}, level: 4, parents: [county] }
  - { id: village, title: ${words('village')}, level: 5, parents: [township] }
units:
  - { id: point, title: ${words('point')} }`,
    'forms/forms.yaml': [
      form('defect', kind('k', DEFECTS)),
      form('check', kind('c', CHECKS)),
      form('meeting', kind('d', DUTIES)),
      form('honour', kind('h', HONOURS), choice('level', LEVELS)),
      form('fault', kind('f', FAULTS), number('points')),
      form('deed', number('points')),
      form('breach', number('points')),
      form('vote', ...['good', 'fair', 'weak', 'bad', 'blank', 'spoiled'].map(papers)),
      form('leader', number('marks')),
      form('delegate', number('marks')),
    ].join('\n'),
    'ratings/year.yaml': `id: year
title: ${words('year')}
source: { document: bench }
of: { organisations: [village] }
period: { every: year }
part_period: rated
unit: point
scales:
  - { id: class, title: ${words('class')}, grades: [${grades}] }
steps:
${STEPS.join('\n')}
result: { score: score, grade: grade, place: place }`,
  };
  const { pack, problems } = loadPack(Object.entries(files).map(([path, text]) => ({ path, text })));
  if (!pack) throw new PolicyError(problems);
  return pack;
}
