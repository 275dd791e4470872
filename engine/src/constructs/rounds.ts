import { compileCount } from '../count.ts';
import type { At } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { lacking } from '../measure/values.ts';
import { checkThat, compileThat, valuesThat } from '../rating/below/that.ts';
import { declaredType } from '../rating/declared-type.ts';
import { stepMeant } from '../rating/other.ts';
import { carryProblems } from '../rating/rounds/carry-check.ts';
import { checkRoundsFit } from '../rating/rounds/check.ts';
import { type Round, resolveRounds, roundsOf, roundsWithin } from '../rating/rounds/count.ts';
import { explainRounds } from '../rating/rounds/explain.ts';
import { checkLast, lastPeriods } from '../rating/rounds/last.ts';
import { type Holds, otherwise, roundNeighbours, sumToReach } from '../rating/rounds/neighbours.ts';
import { countsOn, type RoundCounts } from '../rating/rounds/settle.ts';
import { countedThat, countRounds, typeOfCount } from '../rating/rounds/that.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

/** `rounds: { rating: village-month, take: mean, … }`: the months of a year, for the same subject. */
export const rounds: StepConstruct<StepPart<'rounds'>> = {
  key: 'rounds',
  check: (part, at, checker) => {
    const type = typeOfRounds(part, at, checker);
    const fits = part.last ? checkLast(part, part.last, at, checker) : checkRoundsFit(part, at, checker);
    if (!type || !fits) return null;
    const counted = countedThat(part);
    for (const finding of carryProblems(part, type, at, checker.parts)) checker.add(finding);
    if (counted) return checkThat(counted.that, type, `${at}/take/${counted.key}`, checker) ? typeOfCount(part) : null;
    if (type.kind === 'number') return numberIn(type.unit);
    if (part.take === 'last') return type;
    checker.add({
      code: 'wrong-kind',
      at: `${at}/take`,
      words: say('等次只能以最后一轮为准，或数个数', 'Of grades only the last can be taken, or how many there are'),
      wayOut: say(
        '写 take: last 或 take: { number_that: { is: [等次] } }，或取得出数字的步骤',
        'Write take: last or take: { number_that: { is: [grade] } }, or name a step that gives a number',
      ),
    });
    return null;
  },
  compile: (part, compiler) => {
    const { parts, type } = compiler;
    const counted = countedThat(part);
    const other = parts.ratings.get(part.rating);
    const step = (other && stepMeant(part, other)) ?? '';
    const titles = other && declaredType(other, step).titles;
    const that = counted ? compileThat(counted.that, compiler, titles) : null;
    const { take } = part;
    const some = typeof take !== 'object' ? null : 'best' in take ? take.best : 'worst' in take ? take.worst : null;
    const best = some === null ? null : compileCount(some, parts);
    const holdsAt = (at: At): Holds | null => that && ((value) => that.holds(value, at));
    const how = (counts: RoundCounts, holds: Holds | null) => ({
      type,
      counts,
      count: holds ? (rounds: readonly Round[]) => countRounds(part, rounds, holds) : null,
    });
    const resolved = (at: At, all: readonly Round[], holds = holdsAt(at)) => {
      const counts = countsOn(part, parts, at.period.end);
      return 'missing' in counts
        ? { value: lacking(counts.missing), notes: [] }
        : resolveRounds(part, all, how(counts, holds));
    };
    const name = `rounds ${JSON.stringify(part)}`;
    const periodsAt = (at: At): number | null => {
      const counts = part.last && countsOn(part, parts, at.period.end);
      return counts && !('missing' in counts) ? counts.periods : null;
    };
    const taken = (sheet: Sheet, row: number, at: At, holds: Holds | null): Round[] => {
      const { last } = part;
      const periods = sheet.once(name, () =>
        last ? lastPeriods(part, last, periodsAt(at) ?? 0, sheet, at) : roundsWithin(part, sheet),
      );
      return roundsOf(part, step, sheet, row, periods, holds);
    };
    const explained: Parameters<typeof perRow>[0] = {
      evaluate: (at, sheet, row) => resolved(at, taken(sheet, row, at, holdsAt(at))).value,
      explain: ({ sheet, row, at }) => {
        const all = taken(sheet, row, at, holdsAt(at));
        return explainRounds(part, all, resolved(at, all), {
          parts,
          type,
          that: that?.words(at),
          holds: holdsAt(at),
          best: best?.words(at.period.end),
          periods: periodsAt(at),
        });
      },
    };
    return perRow(explained, {
      neighbours: (sheet, row) => {
        const at = sheet.at(row);
        const all = taken(sheet, row, at, holdsAt(at));
        const read = {
          rating: part.rating,
          step,
          valuesThat: counted && ((held: boolean) => valuesThat(counted.that, held)),
        };
        return roundNeighbours(all, (rounds, holds) => resolved(at, rounds, holds).value, holdsAt(at), read);
      },
      withRound: (sheet, row, round) => {
        if (round.rating !== part.rating || round.step !== step) return undefined;
        const at = sheet.at(row);
        const all = taken(sheet, row, at, holdsAt(at));
        if (!all.some(({ id }) => id === round.period)) return undefined;
        const [first, ...more] = round.values.map((value) => resolved(at, otherwise(all, round.period, value)).value);
        return first && more.every((one) => alike(one, first)) ? first : null;
      },
      toReach: (sheet, row, value) => sumToReach(part, taken(sheet, row, sheet.at(row), null), value),
    });
  },
};

const alike = (a: Value, b: Value): boolean => JSON.stringify(valueToJson(a)) === JSON.stringify(valueToJson(b));

/** A step of this rating that is read as of this period stands in the same sheet; any other in one of its own. */
function typeOfRounds(part: StepPart<'rounds'>, at: string, checker: StepChecker) {
  const own = part.rating === checker.rating.id;
  const id = own ? stepMeant(part, checker.rating) : undefined;
  if (part.last?.up_to === 'this' && id !== undefined) return checker.step(id, `${at}/step`);
  return checker.other(part, at, part.last?.up_to !== 'previous');
}
