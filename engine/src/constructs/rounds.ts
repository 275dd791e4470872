import { numberIn } from '../measure/unit.ts';
import { stepMeant } from '../rating/other.ts';
import { checkRoundsFit } from '../rating/rounds/check.ts';
import { resolveRounds, roundsOf } from '../rating/rounds/count.ts';
import { explainRounds } from '../rating/rounds/explain.ts';
import { perRow } from '../rating/rows.ts';
import type { StepConstruct, StepPart } from '../rating/types.ts';
import { say } from '../words.ts';

/** `rounds: { rating: village-month, take: mean, … }`: the months of a year, for the same subject. */
export const rounds: StepConstruct<StepPart<'rounds'>> = {
  key: 'rounds',
  check: (part, at, checker) => {
    const type = checker.other(part, at, true);
    const fits = checkRoundsFit(part, at, checker);
    if (!type || !fits) return null;
    if (type.kind === 'number') return numberIn(type.unit);
    if (part.take === 'last') return type;
    checker.add({
      code: 'wrong-kind',
      at: `${at}/take`,
      words: say('等次只能以最后一轮为准', 'Of grades only the last can be taken'),
      wayOut: say('写 take: last，或取得出数字的步骤', 'Write take: last, or name a step that gives a number'),
    });
    return null;
  },
  compile: (part, { parts, type }) => {
    const other = parts.ratings.get(part.rating);
    const step = (other && stepMeant(part, other)) ?? '';
    return perRow({
      evaluate: (_at, sheet, row) => resolveRounds(part, roundsOf(part, step, sheet, row), type).value,
      explain: ({ sheet, row }) => {
        const all = roundsOf(part, step, sheet, row);
        return explainRounds(part, all, resolveRounds(part, all, type), { parts, type });
      },
    });
  },
};
