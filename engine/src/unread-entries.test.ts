import { expect, it } from 'vitest';
import type { Fact, World } from './facts.ts';
import type { Form } from './schema/form.ts';
import { unreadEntries } from './unread-entries.ts';

const entry = (form: string, date: string, more: Partial<Fact> = {}): Fact => ({
  id: `${form} ${date}`,
  form,
  subject: { kind: 'organisation', id: 'a' },
  date,
  data: {},
  recordedOn: date,
  recordedAt: `${date}T08:00:00Z`,
  recordedBy: { account: 'example', name: 'Example' },
  ...more,
});

const form = (id: string, confirmation: 'none' | 'county'): [string, Form] => [
  id,
  {
    id,
    title: { 'zh-CN': id, en: id },
    source: { document: 'x' },
    owner: { 'zh-CN': 'x', en: 'x' },
    frequency: 'month',
    minutes: 1,
    subject: { organisation: ['a'] },
    date: 'on',
    entered_by: ['county-officer'],
    confirmation,
    fields: [],
  },
];
const forms = new Map([form('plain', 'none'), form('checked', 'county')]);
const confirmed = (on: string): Partial<Fact> => ({ confirmation: { on, by: 'x', outcome: 'confirmed' } });

function told(facts: readonly Fact[], period?: string): string[] {
  const world: World = { organisations: [], persons: [], postings: [], tenures: [], facts };
  return unreadEntries(world, { asOf: '2026-06-30', period, forms }).map(({ en }) => en);
}

it('has nothing to say of entries that were read', () => {
  expect(
    told([entry('plain', '2026-06-01'), entry('checked', '2026-06-02', confirmed('2026-06-03'))], '2026-06'),
  ).toEqual([]);
});

it('counts what lies after the day, was recorded after it, is not confirmed, or whose form has none in the period', () => {
  expect(told([entry('plain', '2026-07-01'), entry('plain', '2026-08-01')])).toEqual([
    'Note: 2 entries lie after as_of (2026-06-30) and are not read',
  ]);
  expect(told([entry('plain', '2026-06-01', { recordedOn: '2026-07-02' })])).toEqual([
    'Note: 1 entry (plain 2026-06-01) is recorded after as_of (2026-06-30) and not read',
  ]);
  expect(told([entry('checked', '2026-06-01'), entry('checked', '2026-06-02', confirmed('2026-07-01'))])).toEqual([
    'Note: 2 entries are not confirmed: where confirmation is asked for they do not count (write confirmed_on)',
  ]);
  expect(told([entry('plain', '2026-05-01')], '2026-06')).toEqual([
    'Note: 1 entry (plain 2026-05-01) lies outside the period 2026-06',
  ]);
  expect(told([entry('plain', '2026-05-01'), entry('plain', '2026-06-01')], '2026-06')).toEqual([]);
});
