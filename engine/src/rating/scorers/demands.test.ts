import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal, divide } from '../../decimal.ts';
import { say } from '../../words.ts';
import { type Demand, enough, shareOf, spreadOf } from './demands.ts';

const mark = fc.integer({ min: 0, max: 20 }).map((halves) => new Decimal(halves).div(2));
const demands: readonly Demand[] = [
  enough(3),
  spreadOf(new Decimal(4)),
  shareOf(say('高', 'high'), [new Decimal(7), null, divide(new Decimal(1), new Decimal(3)), null]),
  shareOf(say('低', 'low'), [null, new Decimal(4), null, new Decimal('0.25')]),
  shareOf(say('中', 'middle'), [new Decimal(4), new Decimal(7), new Decimal('0.5'), new Decimal('0.2')]),
];
const of = (marks: readonly Decimal[], open = 0) => ({ marks, open, missing: [] });
const kind = (found: ReturnType<Demand>): string => (found === null ? 'valid' : found === 'open' ? 'open' : 'void');

it('what papers that are not known give decides nothing that is said before', () => {
  const marks = fc.array(mark, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(marks, fc.array(fc.option(mark), { maxLength: 3 }), (known, later) => {
      for (const demand of demands) {
        const before = kind(demand(of(known, later.length)));
        const after = kind(demand(of([...known, ...later.filter((one) => one !== null)])));
        expect(after).not.toBe('open');
        if (before !== 'open') expect(after).toBe(before);
      }
    }),
  );
});

it('is open only where papers that are not known may decide', () => {
  const marks = fc.array(mark, { minLength: 1, maxLength: 5 });
  const ends = [null, ...[0, 4, 5, 7, 10].map((one) => new Decimal(one))];
  fc.assert(
    fc.property(marks, (known) => {
      for (const demand of demands) {
        const kinds = new Set(ends.map((end) => kind(demand(of(end === null ? known : [...known, end])))));
        expect(kind(demand(of(known, 1))) === 'open').toBe(kinds.size > 1);
      }
    }),
  );
});
