import { beforeAll, describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact, World } from '../facts.ts';
import { compile, loadPack, type Policy } from '../index.ts';

const words = (text: string) => ({ 'zh-CN': text, en: text });
const form = (id: string, subject: object) => ({
  id,
  subject,
  date: 'on',
  fields: [
    { id: 'on', type: 'date' },
    { id: 'kept', type: 'boolean' },
  ],
});
const duty = (id: string, who: object, counts: object, more: object = {}) => ({
  id,
  who,
  when: { every: 'month' },
  amount: { at_least: 1, unit: 'time' },
  counts: [counts],
  part_period: { owes: 'full' },
  late: 'never',
  due_soon: { within: 1, days: 'calendar-days' },
  ...more,
});
const VILLAGES = { organisations: ['village'] };
const BRANCHES = { members: ['branch'] };
const PARTS = {
  kinds: {
    organisations: [
      {
        id: 'village',
        title: words('village'),
        level: 5,
        parents: [],
        attributes: [{ id: 'hill', title: words('hill'), type: 'boolean' }],
      },
      { id: 'branch', title: words('branch'), level: 5, parents: ['village'], party: true },
    ],
    postings: [
      {
        id: 'sent',
        title: words('sent'),
        to: ['village'],
        sent_by: [],
        levels: ['county', 'town'].map((id) => ({ id, title: words(id) })),
      },
    ],
    units: [{ id: 'time', title: words('times') }],
  },
  forms: [
    form('state', { organisation: ['village'] }),
    form('notice', { organisation: ['village'] }),
    form('report', { organisation: ['village'] }),
    form('visit', { posting: ['sent'] }),
    form('study', { person: true }),
    form('meeting', { organisation: ['branch'] }),
  ],
  obligations: [
    duty('latest', VILLAGES, { form: 'state', where: 'data.kept', latest: true }),
    duty('carried', VILLAGES, { form: 'state', where: 'data.kept', carries: true }),
    duty(
      'answer',
      VILLAGES,
      { form: 'report' },
      {
        when: { after: { form: 'notice' }, within: 5, days: 'calendar-days' },
        late: { within: 20, days: 'calendar-days' },
      },
    ),
    duty('hilly', VILLAGES, { form: 'report', where: 'subject.attributes.hill' }),
    duty('county', { postings: ['sent'] }, { form: 'visit', where: "subject.level == 'county'" }),
    duty('named', BRANCHES, { form: 'study', where: "subject.name == 'Wang'" }),
    duty('meetings', BRANCHES, { form: 'meeting', from_subject: 'organisation' }),
  ],
};

let policy: Policy;
beforeAll(() => {
  const { pack, problems } = loadPack(examplePackFiles(PARTS));
  if (!pack) throw new Error(JSON.stringify(problems));
  policy = compile([pack]);
});

const entry = (form: string, id: string, date: string, kept = true, recordedOn = date): Fact => ({
  id: `${form} ${id} ${date}`,
  form,
  subject: { kind: form === 'visit' ? 'posting' : form === 'study' ? 'person' : 'organisation', id },
  date,
  data: { on: date, kept },
  recordedOn,
  recordedAt: `${recordedOn}T08:00:00Z`,
  recordedBy: { account: 'a', name: 'a' },
});
const worldOf = (...facts: Fact[]): World => ({
  organisations: [
    { id: 'v', kind: 'village', name: 'v', parent: null, from: '2026-01-01', attributes: { hill: true } },
    { id: 'u', kind: 'village', name: 'u', parent: null, from: '2026-01-01', attributes: { hill: false } },
    { id: 'b', kind: 'branch', name: 'b', parent: 'v', from: '2026-01-01' },
    { id: 'c', kind: 'branch', name: 'c', parent: 'u', from: '2026-01-01' },
  ],
  persons: [
    { id: 'wang', name: 'Wang', memberOf: 'b', memberSince: '2020-01-01' },
    { id: 'li', name: 'Li', memberOf: 'b', memberSince: '2020-01-01' },
    { id: 'sun', name: 'Sun', memberOf: 'c', memberSince: '2020-01-01' },
  ],
  postings: ['county', 'town'].map((level) => ({
    ...{ id: level, kind: 'sent', organisation: 'v', person: 'zhao', sendingOrganisation: 'o', level },
    from: '2026-01-01',
  })),
  tenures: [],
  facts,
});

/** What was done of a duty by a subject, period by period. */
function done(world: World, obligation: string, id: string): string[] {
  const rows = policy.evaluate(world, { asOf: '2026-05-15', from: '2026-02-01', obligations: [obligation] });
  return rows
    .filter(({ subject }) => subject.id === id)
    .map(({ period, done, light }) => `${period.key} ${done} ${light}`);
}

describe('a state', () => {
  it('that is the latest one counts in its period only, and what came before it no longer', () => {
    const world = worldOf(
      entry('state', 'v', '2026-02-03'),
      entry('state', 'v', '2026-04-02'),
      entry('state', 'v', '2026-04-20', false),
    );
    expect(done(world, 'latest', 'v')).toEqual([
      '2026-02 1 met',
      '2026-03 0 overdue',
      '2026-04 0 overdue',
      '2026-05 0 open',
    ]);
  });

  it('that carries counts in every period from then on, and is never used up', () => {
    const world = worldOf(entry('state', 'v', '2026-03-31'));
    expect(done(world, 'carried', 'v')).toEqual([
      '2026-02 0 overdue',
      '2026-03 1 met',
      '2026-04 1 met',
      '2026-05 1 met',
    ]);
  });
});

it('where terms overlap, late entries beyond what one needs are left for the next', () => {
  const late = (date: string): Fact => entry('report', 'v', date, true, '2026-03-15');
  const notices = [entry('notice', 'v', '2026-03-01'), entry('notice', 'v', '2026-03-03')];
  const two = worldOf(...notices, late('2026-03-04'), late('2026-03-05'));
  expect(done(two, 'answer', 'v')).toEqual(['2026-03-01 1 late', '2026-03-03 1 late']);
  expect(done(worldOf(...notices, late('2026-03-04')), 'answer', 'v')).toEqual([
    '2026-03-01 1 late',
    '2026-03-03 0 overdue',
  ]);
});

describe('a condition on entries reads whom they are about', () => {
  it.each([
    ['an organisation', 'hilly', 'report', 'v', 'u'],
    ['a posting', 'county', 'visit', 'county', 'town'],
    ['a person', 'named', 'study', 'wang', 'li'],
  ])('%s', (_, obligation, form, fits, other) => {
    const world = worldOf(...[fits, other].map((id) => entry(form, id, '2026-02-10')));
    expect(done(world, obligation, fits)[0]).toBe('2026-02 1 met');
    expect(done(world, obligation, other)[0]).toBe('2026-02 0 overdue');
  });
});

it('an entry about an organisation concerns its members, where it counts for them', () => {
  const meeting = entry('meeting', 'b', '2026-02-10');
  expect(done(worldOf(meeting), 'meetings', 'li')[0]).toBe('2026-02 1 met');
  const concerned = policy.affected(meeting, worldOf()).map(({ kind, id }) => `${kind}:${id}`);
  expect(concerned.toSorted()).toEqual(['person:li', 'person:wang']);
});
