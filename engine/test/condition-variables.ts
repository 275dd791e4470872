import { openRecord, record } from '../src/condition.ts';

/** One variable of each kind that a condition may read. */
export const variables = {
  data: record({
    km: { type: 'number', unit: 'km' },
    wells: { type: 'number', unit: 'well' },
    plain: { type: 'number' },
    kind: { type: 'text', options: ['visit', 'gift'] },
    kinds: { type: 'list', options: ['road', 'water'] },
    done: { type: 'boolean' },
    on: { type: 'date' },
    at: { type: 'time' },
    note: { type: 'text' },
  }),
  subject: record({ attributes: openRecord() }),
  calendar: { type: 'calendar' },
  empty: record({}),
} as const;
