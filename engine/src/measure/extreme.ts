import type { Decimal } from '../decimal.ts';
import type { Expression } from '../schema/expression.ts';
import type { Words } from '../value.ts';
import { checkNumber, checkUnits, operation } from './operands.ts';
import type { Checker, Compiler, Figure, FigureType } from './types.ts';
import { joinUnits, numberIn } from './unit.ts';
import { figure } from './values.ts';

/** Judges numbers one of which is picked: they must share a unit. */
export function checkExtreme(operands: readonly Expression[], at: string, checker: Checker): FigureType | null {
  const types = operands.map((operand, i) => checkNumber(operand, `${at}/${i}`, checker));
  if (!checkUnits(types, at, checker) || types.includes(null)) return null;
  return numberIn(joinUnits(types.map((type) => type?.unit)));
}

/** One number made of several that share a unit. */
export function extreme(
  made: {
    readonly construct: string;
    readonly words: Words;
    readonly pick: (numbers: readonly Decimal[]) => Decimal;
    readonly quick?: (micros: readonly number[]) => number;
  },
  operands: readonly Expression[],
  { parts, compile, typeOf }: Compiler,
): Figure {
  const type = numberIn(joinUnits(operands.map((operand) => typeOf(operand).unit)));
  return operation({
    construct: made.construct,
    parts,
    type,
    words: made.words,
    operands: operands.map(compile),
    apply: (numbers) => figure(made.pick(numbers), type),
    ...(made.quick ? { quick: made.quick } : {}),
  });
}
