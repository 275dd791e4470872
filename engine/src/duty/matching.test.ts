import { expect, it } from 'vitest';
import { written } from '../../test/family.ts';
import type { Example } from '../index.ts';
import { runExample } from '../run-example.ts';

const named = { subject: { organisation: ['village'] }, date: 'on' };
const household = { type: 'subject', of: { organisation: ['household'] } };

it('an event about a household is answered by an entry that names the same one', () => {
  const pack = {
    forms: [
      {
        ...named,
        id: 'trouble',
        fields: [
          { id: 'on', type: 'date' },
          { ...household, id: 'whose' },
        ],
      },
      {
        ...named,
        id: 'visit',
        fields: [
          { id: 'on', type: 'date' },
          { ...household, id: 'to' },
        ],
      },
    ],
    obligations: [
      {
        id: 'look',
        who: { organisations: ['village'] },
        when: {
          after: { form: 'trouble', match: { event: 'whose', entry: 'to' } },
          within: 10,
          days: 'calendar-days',
        },
        amount: { at_least: 1, unit: 'piece' },
        counts: [{ form: 'visit' }],
        part_period: { owes: 'full' },
        late: 'never',
        due_soon: { within: 2, days: 'calendar-days' },
      },
    ],
  };
  const duty = (period: string, light: string) => ({ obligation: 'look', subject: '甲村', period, light });
  const example = written({
    example: { 'zh-CN': '回访', en: 'Looked again' },
    as_of: '2026-03-31',
    pack,
    organisations: [
      { id: '东镇', kind: 'township' },
      { id: '甲村', kind: 'village', parent: '东镇' },
      { id: '张户', kind: 'household', parent: '甲村' },
      { id: '李户', kind: 'household', parent: '甲村' },
    ],
    facts: [
      { form: 'trouble', subject: '甲村', date: '2026-03-01', data: { whose: '张户' } },
      { form: 'trouble', subject: '甲村', date: '2026-03-02', data: { whose: '李户' } },
      { form: 'visit', subject: '甲村', date: '2026-03-05', data: { to: '张户' } },
    ],
    expect: [duty('2026-03-01', 'met'), duty('2026-03-02', 'overdue')],
  } as Example);
  expect(runExample([], example).failures).toEqual([]);
});
