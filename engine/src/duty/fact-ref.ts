import type { FactRef } from '../explanation.ts';
import type { Fact } from '../facts.ts';
import type { Words } from '../value.ts';

/** An entry as an explanation cites it. */
export const factRef = (fact: Fact, worth?: string, note?: Words, title?: Words): FactRef => ({
  id: fact.id,
  form: fact.form,
  ...(title === undefined ? {} : { formTitle: title }),
  date: fact.date,
  recordedOn: fact.recordedOn,
  recordedBy: fact.recordedBy.name,
  ...(fact.confirmation?.outcome === 'confirmed' ? { confirmedBy: fact.confirmation.by } : {}),
  ...(worth === undefined ? {} : { worth }),
  ...(note === undefined ? {} : { note }),
});
