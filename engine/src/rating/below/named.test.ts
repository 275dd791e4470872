import { expect, it } from 'vitest';
import { problemsOf } from '../../../test/rated.ts';

const others = (whose: object) => ({
  id: 'partner',
  others: {
    rating: 'year',
    step: 'marks',
    whose,
    take: 'mean',
    missing: 'stop',
    not_applicable: 'left-out',
    none: 'zero',
  },
});
const told = (whose: object): string[] => problemsOf([others(whose)]).map(({ code, words }) => `${code}: ${words.en}`);

it.each([
  [{ named: { form: 'pairing', field: 'partner', entries: 'latest' } }, 'unknown-form: There is no form “pairing”'],
  [{ named: { form: 'check', field: 'partner', entries: 'latest' } }, 'unknown-field: There is no field “partner”'],
  [{ named: { form: 'check', field: 'on', entries: 'latest' } }, 'wrong-kind: The field “on” names nobody'],
  [{ attribute: 'partner' }, 'unknown-attribute: There is no attribute “partner”'],
  [{ same: 'zone' }, 'unknown-attribute: There is no attribute “zone”'],
])('%j is refused', (whose, words) => {
  expect(told(whose)).toEqual([words]);
});
