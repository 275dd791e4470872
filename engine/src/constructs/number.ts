import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { microsOf } from '../measure/micros.ts';
import { type ExpressionConstruct, type PartOf, SHARE } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, step } from '../measure/values.ts';
import { say } from '../words.ts';

/** `{ number: 2.5, unit: kilometre }`: a figure written in the rule itself. */
export const number: ExpressionConstruct<PartOf<'number'>> = {
  key: 'number',
  check: ({ unit }, at, { parts, add }) => {
    const findings = unit === undefined || unit === SHARE ? [] : unknownName('unit', unit, parts.units, `${at}/unit`);
    for (const finding of findings) add(finding);
    return numberIn(unit);
  },
  compile: ({ number: written, unit }, { parts }) => {
    const type = numberIn(unit);
    const value = figure(new Decimal(written), type);
    return {
      evaluate: () => value,
      micros: () => microsOf(value),
      explain: () =>
        step(parts, type, { construct: 'number', words: say('规定的数', 'The number laid down'), result: value }),
    };
  },
};
