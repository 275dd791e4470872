import type { Explanation } from '../explanation.ts';
import type { Parts } from '../parts.ts';
import type { Expression } from '../schema/expression.ts';
import { known, type Value, type Words } from '../value.ts';
import { MICRO } from './micros.ts';
import { checkKind, quickly } from './operands.ts';
import type { At, Checker, Figure, FigureType } from './types.ts';
import { step, unresolved } from './values.ts';

export const YES_OR_NO: FigureType = { kind: 'boolean' };

/** Judges operands that must each be yes or no. */
export function checkJudgements(operands: readonly Expression[], at: string, checker: Checker): FigureType | null {
  const types = operands.map((operand, i) => checkKind(operand, `${at}/${i}`, checker, 'boolean'));
  return types.includes(null) ? null : YES_OR_NO;
}

interface Judgement {
  readonly construct: string;
  readonly parts: Parts;
  readonly words: Words;
  readonly operands: readonly Figure[];
  /** One operand of this value decides, whatever the others are: `true` for either, `false` for both. */
  readonly decisive: boolean;
}

/** Three-valued: one decisive operand decides even when another is not known. */
export function judgement({ construct, parts, words, operands, decisive }: Judgement): Figure {
  const outcome = (values: readonly Value[]): Value => {
    if (values.some((value) => value.state === 'known' && value.value === decisive)) return known(decisive);
    return unresolved(values) ?? known(!decisive);
  };
  const evaluate = (at: At): Value => outcome(operands.map((operand) => operand.evaluate(at)));
  const explain = (at: At): Explanation =>
    step(parts, YES_OR_NO, {
      construct,
      words,
      result: evaluate(at),
      children: operands.map((operand) => operand.explain(at)),
    });
  return { evaluate, explain, micros: quickly(operands, (micros) => quick(micros, decisive)) };
}

function quick(micros: readonly number[], decisive: boolean): number {
  const deciding = decisive ? MICRO : 0;
  if (micros.includes(deciding)) return deciding;
  return micros.some(Number.isNaN) ? Number.NaN : MICRO - deciding;
}
