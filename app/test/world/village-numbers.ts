import type { PackFile } from '@luoshi/engine';
import { both } from './county-with-pack.ts';

/** A form of villages with a day (`on`) and one whole number, which a county officer enters. */
export const villageNumbers = (id: string, number: string): PackFile => ({
  path: `forms/${id}.yaml`,
  text: `
id: ${id}
title: ${both(id)}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { organisation: [village] }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
  - { id: ${number}, title: ${both(number)}, type: integer, unit: time }
`,
});

/** Villages owe each quarter as many loads of the form `harvest` as they, and those they came from, brought the year before. */
export const AS_MUCH_AS_LAST_YEAR: PackFile = {
  path: 'obligations/as-much.yaml',
  text: `
id: as-much
title: ${both('as-much')}
source: { document: test }
who: { organisations: [village] }
when: { every: quarter }
amount:
  share: 1
  of: { sum: { form: harvest, of: data.loads, during: previous-year, predecessors: joined } }
  rounding: none
  unit: time
counts: [{ form: harvest, worth: data.loads }]
part_period: { owes: full }
late: never
due_soon: { within: 1, days: calendar-days }
`,
};
