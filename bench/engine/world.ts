/** One county's year: 153 postings and 878 villages with believable gaps. Same numbers every time. */
import { type Fact, loadPack, type Pack, type World } from '../../engine/src/index.ts';

const text = (id: string) => `{ zh-CN: ${id}, en: ${id} }`;
const SOURCE = 'source: { document: bench }';

const form = (id: string, subject: string, confirmation: string, fields: string) => `
- id: ${id}
  title: ${text(id)}
  ${SOURCE}
  owner: ${text('office')}
  frequency: as-it-happens
  minutes: 1
  subject: { ${subject} }
  date: done_on
  confirmation: ${confirmation}
  entered_by: [county-officer]
  fields:
    - { id: done_on, title: ${text('day')}, type: date }
${fields}`;

const choice = (id: string, options: string[]) =>
  `    - { id: ${id}, title: ${text(id)}, type: choice, options: [${options.map((o) => `{ id: ${o}, title: ${text(o)} }`).join(', ')}] }\n`;
const day = (id: string) => `    - { id: ${id}, title: ${text(id)}, type: date }\n`;

const duty = (id: string, who: string, every: string, amount: string, counts: string, more = '') => `
- id: ${id}
  title: ${text(id)}
  ${SOURCE}
  who: { ${who} }
  when: { every: ${every} }
  amount: { ${amount} }
  counts: [{ ${counts} }]
  part_period: { owes: full }
  deadline: { grace: 3, days: working-days }
  late: never
  due_soon: { within: 2, days: calendar-days }
${more}`;

const LEAVE = `  excuses:
    - { leave: leave, from: first_day, to: last_day, where: "data.approved == true", reduces: pro-rata, rounding: to-half-down }
`;

const FILES = {
  'pack.yaml': `id: bench
version: 1.0.0
title: ${text('bench')}
authority: ${text('bench')}
in_force: { from: 2020-01-01 }
`,
  'kinds/kinds.yaml': `
organisations: [{ id: village, title: ${text('village')}, level: 5, parents: [] }]
postings: [{ id: first-secretary, title: ${text('fs')}, to: [village], sent_by: [], levels: [] }]
units: [{ id: day, title: ${text('days')} }, { id: time, title: ${text('times')} }]
`,
  'forms/forms.yaml': [
    form(
      'office-day',
      'posting: [first-secretary]',
      'village',
      choice('part', ['whole', 'half']) + choice('with', ['cadres', 'others']),
    ),
    form('activity', 'posting: [first-secretary]', 'none', choice('kind', ['study', 'service'])),
    form(
      'leave',
      'posting: [first-secretary]',
      'none',
      `${day('first_day')}${day('last_day')}    - { id: approved, title: ${text('approved')}, type: boolean }\n`,
    ),
    form('meeting', 'organisation: [village]', 'none', choice('kind', ['branch', 'committee', 'lecture'])),
  ].join(''),
  'obligations/duties.yaml': [
    duty(
      'office',
      'postings: [first-secretary]',
      'week',
      'at_least: 2, unit: day',
      `form: office-day, where: "data.with == 'cadres'", worth: "data.part == 'half' ? 0.5 : 1", per: { distinct: done_on }, confirmed: true`,
      LEAVE,
    ),
    duty('activity', 'postings: [first-secretary]', 'month', 'at_least: 1, unit: time', 'form: activity'),
    duty(
      'branch',
      'organisations: [village]',
      'month',
      'at_least: 1, unit: time',
      `form: meeting, where: "data.kind == 'branch'"`,
    ),
    duty(
      'committee',
      'organisations: [village]',
      'month',
      'at_least: 1, unit: time',
      `form: meeting, where: "data.kind == 'committee'"`,
    ),
  ].join(''),
};

export function benchPack(): Pack {
  const { pack, problems } = loadPack(Object.entries(FILES).map(([path, text]) => ({ path, text })));
  if (!pack) throw new Error(JSON.stringify(problems, null, 1));
  return pack;
}

/** A small generator of reproducible numbers in [0, 1). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export const POSTINGS = 153;
export const VILLAGES = 878;
const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const FIRST = Date.parse('2026-01-01') / 86_400_000;

export function benchWorld(): World {
  const random = numbers(7);
  const facts: Fact[] = [];
  const enter = (
    form: string,
    kind: 'posting' | 'organisation',
    id: string,
    day: number,
    data: Fact['data'],
    confirmed = false,
  ) => {
    const recorded = day + Math.floor(random() ** 3 * 8);
    facts.push({
      id: `f${facts.length}`,
      form,
      subject: { kind, id },
      date: iso(day),
      data,
      recordedOn: iso(recorded),
      recordedAt: `${iso(recorded)}T08:00:00Z`,
      recordedBy: { account: 'a', name: 'a' },
      ...(confirmed && random() < 0.9
        ? {
            confirmation: {
              on: iso(recorded + 1),
              by: 'v',
              outcome: random() < 0.97 ? 'confirmed' : 'rejected',
            } as const,
          }
        : {}),
    });
  };
  for (let p = 0; p < POSTINGS; p++) {
    const id = `p${p}`;
    const zeal = 0.25 + random() * 0.5;
    for (let d = 0; d < 365; d++) {
      const weekend = (FIRST + d + 3) % 7 >= 5;
      if (random() < (weekend ? 0.05 : zeal)) {
        enter(
          'office-day',
          'posting',
          id,
          FIRST + d,
          { part: random() < 0.2 ? 'half' : 'whole', with: random() < 0.85 ? 'cadres' : 'others' },
          true,
        );
      }
      if (random() < 0.05) enter('activity', 'posting', id, FIRST + d, { kind: 'study' });
      if (random() < 0.012) {
        const [first, last] = [iso(FIRST + d), iso(FIRST + d + Math.floor(random() * 9))];
        enter('leave', 'posting', id, FIRST + d, { first_day: first, last_day: last, approved: random() < 0.9 });
      }
    }
  }
  for (let v = 0; v < VILLAGES; v++) {
    for (let month = 0; month < 12; month++) {
      for (const kind of ['branch', 'committee', 'lecture']) {
        for (let n = 0; n < 2; n++) {
          if (random() < 0.55)
            enter('meeting', 'organisation', `v${v}`, FIRST + month * 30 + Math.floor(random() * 30), { kind });
        }
      }
    }
  }
  return {
    organisations: Array.from({ length: VILLAGES }, (_, v) => ({
      id: `v${v}`,
      kind: 'village',
      name: `v${v}`,
      parent: null,
      from: '2000-01-01',
    })),
    persons: [],
    postings: Array.from({ length: POSTINGS }, (_, p) => ({
      id: `p${p}`,
      kind: 'first-secretary',
      person: `m${p}`,
      organisation: `v${p}`,
      sendingOrganisation: 'u',
      level: 'county',
      from: '2025-06-01',
    })),
    tenures: [],
    facts,
  };
}
