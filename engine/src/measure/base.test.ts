import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { checkPacks, loadPack, runExample } from '../index.ts';
import type { Example } from '../schema/example.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const organisation = (id: string, level: number, parents: string[]) => ({ id, title: say(id), level, parents });
const form = (id: string, subject: object, field: object) => ({
  id,
  title: say(id),
  subject,
  date: 'done_on',
  fields: [{ id: 'done_on', type: 'date' }, field],
});
const duty = (id: string, who: object, of: object) => ({
  id,
  who,
  when: { every: 'month' },
  amount: { share: '1/2', of, rounding: 'up', unit: 'visit' },
  counts: [{ form: 'visit', from_subject: 'organisation' }],
  part_period: { owes: 'full' },
  late: 'never',
  due_soon: { within: 0, days: 'calendar-days' },
});

const householdsOf = (carries: boolean) => ({ latest: { form: 'profile', of: 'data.households', carries } });

const pack = {
  kinds: {
    organisations: [organisation('township', 4, []), organisation('village', 5, ['township'])],
    postings: [
      {
        id: 'helper',
        title: say('helper'),
        to: ['village'],
        sent_by: ['township'],
        levels: [{ id: 'county', title: say('county') }],
      },
    ],
    units: [
      { id: 'visit', title: say('visits') },
      { id: 'household', title: say('households') },
    ],
  },
  forms: [
    form('visit', { organisation: ['village'] }, { id: 'note', type: 'text' }),
    form('profile', { organisation: ['village'] }, { id: 'households', type: 'integer', unit: 'household' }),
    form('contact', { posting: ['helper'] }, { id: 'household', type: 'text' }),
  ],
  obligations: [
    duty('by-households', { organisations: ['village'] }, householdsOf(false)),
    duty('by-known-households', { organisations: ['village'] }, householdsOf(true)),
    duty('by-contacts', { postings: ['helper'] }, { distinct: { form: 'contact', of: 'data.household' } }),
  ],
};

function failuresOf(facts: NonNullable<Example['facts']>, expect: Example['expect']): string {
  const organisations = ['王庄', '李庄'].map((id) => ({ id, kind: 'village' }));
  const postings = ['张明', '孙丽'].map((id) => ({ id, kind: 'helper', organisation: '王庄', from: '2026-01-01' }));
  const example = { example: say('基数'), as_of: '2026-09-20', pack, organisations, postings, facts, expect };
  return runExample([], example)
    .failures.map(({ en }) => en)
    .join('\n');
}

const contact = (subject: string, household: string) => ({
  form: 'contact',
  subject,
  date: '2026-09-02',
  data: { household },
});

describe('a base that is an expression', () => {
  it('is read for the subject itself, and explained', () => {
    const facts = [contact('张明', '1'), contact('张明', '2'), contact('张明', '3'), contact('孙丽', '4')];
    const of = (subject: string, need: string, because: string[]) => ({
      obligation: 'by-contacts',
      subject,
      period: '2026-09',
      light: 'open',
      need,
      because,
    });
    expect(
      failuresOf(facts, [of('张明', '2', ['不同的“household”', '：3', '1/2 × 3']), of('孙丽', '1', ['1/2 × 1'])]),
    ).toBe('');
  });

  it('is not known when it is missing, never zero', () => {
    const facts = [{ form: 'profile', subject: '王庄', date: '2026-09-01', data: { households: 5 } }];
    const of = (subject: string, more: object) => ({
      obligation: 'by-households',
      subject,
      period: '2026-09',
      light: 'open',
      ...more,
    });
    const missing = { light: 'not-known', because: ['期间内没有“profile”'] };
    expect(failuresOf(facts, [of('王庄', { need: '3' }), of('李庄', missing)])).toBe('');
  });

  it('that was stated before the period holds until a newer one, where the author says so', () => {
    const stated = (date: string, households: number) => ({
      form: 'profile',
      subject: '王庄',
      date,
      data: { households },
    });
    const facts = [stated('2026-06-30', 8), stated('2026-08-31', 40), stated('2026-09-25', 6)];
    const of = (obligation: string, period: string, more: { light: string; need?: string; because?: string[] }) => ({
      obligation,
      subject: '王庄',
      period,
      ...more,
    });
    const because = ['最近一次“profile”的“households”（期前的记录沿用到有新记录为止）', '1/2 × 8'];
    expect(
      failuresOf(facts, [
        of('by-known-households', '2026-07', { light: 'overdue', need: '4', because }),
        of('by-known-households', '2026-08', { light: 'overdue', need: '20' }),
        of('by-known-households', '2026-09', { light: 'open', need: '20' }),
        of('by-known-households', '2026-05', { light: 'not-known', because: ['截至期末没有“profile”'] }),
        of('by-households', '2026-07', { light: 'not-known', because: ['期间内没有“profile”'] }),
        of('by-households', '2026-08', { light: 'overdue', need: '20', because: ['1/2 × 40'] }),
      ]),
    ).toBe('');
  });

  it.each([
    [{ latest: { form: 'profile', of: 'data.households' } }, 'It is not said whether an entry from before the period'],
    [{ any: { form: 'contact', that: 'has(data.household)' } }, 'The base must be a number'],
    [{ standing: { obligation: 'by-households', counts: 'met' } }, 'The base of a duty cannot be how duties stand'],
    [{ sum: { form: 'profile', of: 'data.housholds' } }, 'Use data.households'],
  ])('%j is refused', (of, says) => {
    const { pack: loaded } = loadPack(
      examplePackFiles({ ...pack, obligations: [duty('bad', { postings: ['helper'] }, of), ...pack.obligations] }),
    );
    expect(
      loaded &&
        checkPacks([loaded])
          .map(({ words, wayOut }) => `${words.en} / ${wayOut.en}`)
          .join('\n'),
    ).toContain(says);
  });
});
