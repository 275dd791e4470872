import type { Decimal } from '../decimal.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { checkExtreme, extreme } from './extreme.ts';
import type { Checker, Compiler, Figure, FigureType, PartOf } from './types.ts';

type Some = PartOf<'best'>['best'];

/** Judges numbers some of which are added up: fewer than there are. */
export function checkSome({ take, of }: Some, at: string, checker: Checker): FigureType | null {
  if (take >= of.length) {
    checker.add({
      code: 'takes-all',
      at: `${at}/take`,
      words: say(`共 ${of.length} 个数，取 ${take} 个就是全部`, `${take} of ${of.length} numbers are all of them`),
      wayOut: say('写较小的数，或直接相加', 'Write a smaller number, or add them up'),
    });
    return null;
  }
  return checkExtreme(of, `${at}/of`, checker);
}

/** The sum of the first few when the numbers stand in an order. */
export function someOf(
  construct: string,
  { take, of }: Some,
  { words, order }: { readonly words: Words; readonly order: (a: Decimal, b: Decimal) => number },
  compiler: Compiler,
): Figure {
  return extreme(
    {
      construct,
      words,
      pick: (numbers) =>
        numbers
          .toSorted(order)
          .slice(0, take)
          .reduce((sum, one) => sum.plus(one)),
    },
    of,
    compiler,
  );
}
