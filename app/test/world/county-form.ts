import { both } from './county-with-pack.ts';

/** The text of a form of organisations of some kinds with a day (`on`) and a `number`, which a county officer enters. */
export const countyForm = (id: string, kinds: string, number: 'text' | 'integer', more = '') => `
id: ${id}
title: ${both(id)}
source: { document: test }
owner: ${both('office')}
frequency: as-it-happens
minutes: 1
subject: { organisation: [${kinds}] }
date: on
entered_by: [county-officer]
fields:
  - { id: on, title: ${both('day')}, type: date }
  - { id: number, title: ${both('number')}, type: ${number} }${more}
`;
