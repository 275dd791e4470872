import { fromDay } from '../day.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

type Day = PartOf<'day'>['day'];
const TYPE: FigureType = { kind: 'text' };

const DAYS = {
  'period-start': { of: ({ period }: At) => period.start, words: say('期初', 'Start of the period') },
  'period-end': { of: ({ period }: At) => period.end, words: say('期末', 'End of the period') },
  since: {
    of: ({ steps }: At) => fromDay(steps?.there.from ?? 0),
    words: say('对象的首日', 'First day of the subject'),
  },
  'as-of': { of: ({ asOf }: At) => asOf, words: say('截至日', 'The day it is read on') },
} as const satisfies Record<Day, unknown>;

/** `{ day: period-end }`, in a formula `period.end`, `period.start`, `as_of`, `since`: a day of the place itself. */
export const day: ExpressionConstruct<PartOf<'day'>> = {
  key: 'day',
  check: ({ day: which }, at, { measure, inDuty, add }) => {
    if (which !== 'since' || (measure === null && !inDuty)) return TYPE;
    add({
      code: 'no-steps-here',
      at: `${at}/day`,
      words: say('指标和义务没有对象的首日', 'Measures and duties know no first day of a subject'),
      wayOut: say('在评分办法中使用', 'Use it in a rating'),
    });
    return null;
  },
  compile: ({ day: which }, { parts }) => {
    const { of, words } = DAYS[which];
    const evaluate = (at: At) => known(of(at));
    return { evaluate, explain: (at) => step(parts, TYPE, { construct: 'day', words, result: evaluate(at) }) };
  },
};
