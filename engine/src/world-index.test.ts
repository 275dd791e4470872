import { expect, it } from 'vitest';
import { exampleWorld, getSubject } from './example-world.ts';
import type { Example } from './schema/example.ts';
import { indexOf } from './world-index.ts';

const words = { 'zh-CN': '例', en: 'example' };
const example: Example = {
  example: words,
  as_of: '2026-06-01',
  organisations: [
    { id: 'county', kind: 'county' },
    { id: 'town', kind: 'town', parent: 'county', name: '镇', from: '2020-01-01', attributes: { area: 3 } },
    { id: 'village', kind: 'village', parent: 'town', to: '2026-05-01' },
  ],
  persons: [
    { id: 'li', name: '李明', member_of: 'village', member_since: '2019-07-01', attributes: { sex: 'm' } },
    { id: 'wu', name: '吴勇' },
  ],
  postings: [
    {
      id: 'p1',
      kind: 'sent',
      organisation: 'village',
      from: '2026-01-01',
      person: 'li',
      sending_organisation: 'county',
    },
    { id: 'p2', kind: 'sent', organisation: 'town', from: '2026-02-01', to: '2026-03-01', attributes: { rank: 1 } },
  ],
  tenures: [{ id: 't1', post: 'head', organisation: 'town', person: 'sun', from: '2026-01-01' }],
  memberships: [{ person: 'zhou', organisation: 'village', from: '2026-01-01' }],
  facts: [
    { form: 'visit', subject: 'p1', date: '2026-05-01', data: { note: 'a' }, confirmed_on: '2026-05-03' },
    {
      id: 'own',
      form: 'visit',
      subject: 'village',
      date: '2026-05-02',
      recorded_on: '2026-05-04',
      rejected_on: '2026-05-05',
    },
    { form: 'visit', subject: 'wu', repeat: { on: ['2026-04-01', '2026-04-02'] }, ended_on: '2026-04-20' },
  ],
  expect: [],
};
const FORMS = new Map([['visit', { date: 'done_on' }]]);

it('an example names organisations, people and entries in as few words as it needs', () => {
  const world = exampleWorld(example, FORMS);
  expect(world.organisations).toEqual([
    { id: 'county', kind: 'county', name: 'county', parent: null, from: '2000-01-01' },
    { id: 'town', kind: 'town', parent: 'county', name: '镇', from: '2020-01-01', attributes: { area: 3 } },
    { id: 'village', kind: 'village', parent: 'town', name: 'village', from: '2000-01-01', to: '2026-05-01' },
  ]);
  expect(world.persons).toEqual([
    { id: 'li', name: '李明', memberOf: 'village', memberSince: '2019-07-01', attributes: { sex: 'm' } },
    { id: 'wu', name: '吴勇' },
    { id: 'p2', name: 'p2' },
    { id: 'sun', name: 'sun' },
    { id: 'zhou', name: 'zhou' },
  ]);
  const sent = { kind: 'sent', level: 'county' };
  expect(world.postings).toEqual([
    { ...sent, id: 'p1', organisation: 'village', from: '2026-01-01', person: 'li', sendingOrganisation: 'county' },
    {
      ...sent,
      id: 'p2',
      organisation: 'town',
      from: '2026-02-01',
      to: '2026-03-01',
      person: 'p2',
      sendingOrganisation: 'sending-unit',
      attributes: { rank: 1 },
    },
  ]);
  expect([world.tenures, world.memberships]).toEqual([example.tenures, example.memberships]);
  expect('memberships' in exampleWorld({ ...example, memberships: undefined } as unknown as Example)).toBe(false);
  expect(exampleWorld({ example: words, as_of: '2026-06-01', expect: [] })).toEqual({
    organisations: [],
    persons: [],
    postings: [],
    tenures: [],
    facts: [],
  });
});

it('its entries have an id, a day in their field, and what became of them', () => {
  const { facts } = exampleWorld(example, FORMS);
  const recordedBy = { account: 'example', name: '示例' };
  expect(facts).toEqual([
    {
      id: 'fact-1',
      form: 'visit',
      subject: { kind: 'posting', id: 'p1' },
      date: '2026-05-01',
      data: { done_on: '2026-05-01', note: 'a' },
      recordedOn: '2026-05-01',
      recordedAt: '2026-05-01T08:00:00.000000Z',
      recordedBy,
      confirmation: { on: '2026-05-03', by: '示例村', outcome: 'confirmed' },
    },
    {
      id: 'own',
      form: 'visit',
      subject: { kind: 'organisation', id: 'village' },
      date: '2026-05-02',
      data: { done_on: '2026-05-02' },
      recordedOn: '2026-05-04',
      recordedAt: '2026-05-04T08:00:00.000001Z',
      recordedBy,
      confirmation: { on: '2026-05-05', by: '示例村', outcome: 'rejected' },
    },
    ...['2026-04-01', '2026-04-02'].map((date, i) => ({
      id: `fact-${3 + i}`,
      form: 'visit',
      subject: { kind: 'person', id: 'wu' },
      date,
      data: { done_on: date },
      recordedOn: date,
      recordedAt: `${date}T08:00:00.00000${2 + i}Z`,
      recordedBy,
      endedOn: '2026-04-20',
      endedBy: { kind: 'superseded', by: 'example' },
    })),
  ]);
  expect(exampleWorld(example).facts[0]?.data).toEqual({ note: 'a' });
});

it('says what an example forgot', () => {
  const [, second] = example.facts ?? [];
  const broken = (fact: object) => () => exampleWorld({ ...example, facts: [{ ...second, ...fact } as never] });
  expect(broken({ date: undefined })).toThrow('The entry of “visit” about “village” has no date');
  expect(broken({ subject: 'nobody' })).toThrow('The example names no posting, organisation or person “nobody”');
});

it('an index finds everybody by what they are asked for', () => {
  const world = exampleWorld(example, FORMS);
  const index = indexOf(world);
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  expect(indexOf(world)).toBe(index);
  expect(ids(index.subtree('county'))).toEqual(['county', 'town', 'village']);
  expect(ids(index.subtree('town'))).toEqual(['town', 'village']);
  expect(index.subtree('nowhere')).toEqual([]);
  expect(ids(index.childrenOf('county'))).toEqual(['town']);
  expect(index.childrenOf('village')).toEqual([]);
  expect([ids(index.postingsAt('village')), index.postingsAt('county')]).toEqual([['p1'], []]);
  expect([ids(index.postingsSentBy('county')), index.postingsSentBy('town')]).toEqual([['p1'], []]);
  expect([ids(index.postingsOf('li')), index.postingsOf('wu')]).toEqual([['p1'], []]);
  expect([ids(index.tenuresOf('head')), index.tenuresOf('clerk')]).toEqual([['t1'], []]);
  expect([ids(index.tenuresAt('head', 'town')), index.tenuresAt('head', 'village')]).toEqual([['t1'], []]);
  expect([ids(index.tenuresHeldBy('head', 'sun')), index.tenuresHeldBy('head', 'li')]).toEqual([['t1'], []]);
  expect(index.organisations.get('town')?.name).toBe('镇');
  expect(index.persons.get('li')?.name).toBe('李明');
  expect(index.postings.get('p2')?.organisation).toBe('town');
  expect(ids(index.facts('visit', { kind: 'person', id: 'wu' }))).toEqual(['fact-3', 'fact-4']);
  expect(index.facts('visit', { kind: 'person', id: 'li' })).toEqual([]);
  expect(ids(index.facts('visit')).toSorted()).toEqual(['fact-1', 'fact-3', 'fact-4', 'own']);
  expect(index.facts('note')).toEqual([]);
  expect(getSubject(world, 'li')).toEqual({ kind: 'person', id: 'li' });
});
