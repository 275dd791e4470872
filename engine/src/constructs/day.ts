import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

type Day = PartOf<'day'>['day'];
const TYPE: FigureType = { kind: 'text' };

const DAYS = {
  'period-start': { of: ({ period }: At) => period.start, words: say('期初', 'Start of the period') },
  'period-end': { of: ({ period }: At) => period.end, words: say('期末', 'End of the period') },
  'as-of': { of: ({ asOf }: At) => asOf, words: say('截至日', 'The day it is read on') },
} as const satisfies Record<Day, unknown>;

/** `{ day: period-end }`, in a formula `period.end`, `period.start`, `as_of`: a day of the place itself. */
export const day: ExpressionConstruct<PartOf<'day'>> = {
  key: 'day',
  check: () => TYPE,
  compile: ({ day: which }, { parts }) => {
    const { of, words } = DAYS[which];
    const evaluate = (at: At) => known(of(at));
    return { evaluate, explain: (at) => step(parts, TYPE, { construct: 'day', words, result: evaluate(at) }) };
  },
};
