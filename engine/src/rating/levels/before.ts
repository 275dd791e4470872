import { unknownName } from '../../duty/problems.ts';
import type { Explanation } from '../../explanation.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Levels } from '../../schema/rating/levels.ts';
import type { Rating } from '../../schema/rating.ts';
import type { Period } from '../../standing.ts';
import { notApplicable, type Value } from '../../value.ts';
import { valueToJson } from '../../value-json.ts';
import { say } from '../../words.ts';
import { ratingPeriod, ratingPeriodBefore, ratingPeriodOn } from '../period.ts';
import type { Sheet, StepChecker, StepCompiler } from '../types.ts';

type Written = Levels['before'];

/** The level reached before, for a row. */
export interface Before {
  readonly value: (sheet: Sheet, row: number) => Value;
  readonly explain: (sheet: Sheet, row: number) => Explanation;
}

const NONE = notApplicable(say('此前没有等级', 'No level was reached before'));

export function checkBefore(before: Written, at: string, checker: StepChecker): boolean {
  if (before === 'none') return true;
  if ('is' in before) return namesLevel(before.is, `${at}/is`, checker);
  const { parts, rating: own, add } = checker;
  const rating = before.rating === undefined ? own : parts.ratings.get(before.rating);
  const steps = new Map((rating?.steps ?? []).map((step) => [step.id, step]));
  const unknown = [
    ...(before.rating === undefined ? [] : unknownName('rating', before.rating, parts.ratings, `${at}/rating`)),
    ...(rating ? unknownName('step', before.step, steps, `${at}/step`) : []),
  ];
  if (rating && !ratingPeriod(rating, before.since)) {
    unknown.push({
      code: 'unknown-period',
      at: `${at}/since`,
      words: say(`“${before.since}”不是这一评分办法的评定期`, `“${before.since}” is no period of this rating`),
      wayOut: say('写评定期的名称，如 2024 或 2024-Q1', 'Name a period, e.g. 2024 or 2024-Q1'),
    });
  }
  for (const finding of unknown) add(finding);
  return unknown.length === 0;
}

function namesLevel(is: Expression, at: string, checker: StepChecker): boolean {
  const type = checker.any(is, at);
  if (type && type.kind !== 'text')
    checker.add({
      code: 'wrong-kind',
      at,
      words: say('此前的等级须是文字', 'The level reached before is a text'),
      wayOut: say(
        '写得出等级 id 的文字、公式或步骤，如 cases > 0 ? "two" : "one"',
        'Write what gives the id of a level, such as cases > 0 ? "two" : "one"',
      ),
    });
  return type?.kind === 'text';
}

export function compileBefore(before: Written, { compile, parts, rating: own }: StepCompiler): Before | null {
  if (before === 'none') return null;
  if ('is' in before) {
    const figure = compile(before.is);
    return {
      value: (sheet, row) => figure.evaluate(sheet.at(row)),
      explain: (sheet, row) => figure.explain(sheet.at(row)),
    };
  }
  const rating = before.rating === undefined ? own : (parts.ratings.get(before.rating) ?? own);
  const since = ratingPeriod(rating, before.since)?.start ?? '';
  const value = (sheet: Sheet, row: number): Value => {
    const period = periodsBack(rating, sheet.period, before.back);
    if (period.start < since) return NONE;
    const other = sheet.other(rating.id, period);
    const ref = sheet.subjects[row]?.ref;
    return (ref && other.valueFor(before.step, ref)) ?? NONE;
  };
  return {
    value,
    explain: (sheet, row) => ({
      construct: 'levels',
      words: say(
        `${periodsBack(rating, sheet.period, before.back).key} 年（期）达到的等级`,
        `The level reached in ${periodsBack(rating, sheet.period, before.back).key}`,
      ),
      result: valueToJson(value(sheet, row)),
    }),
  };
}

/** The period of a rating so many periods before the one that holds the first day of another. */
function periodsBack(rating: Rating, period: Period, back: number): Period {
  let found = ratingPeriodOn(rating, period.start) ?? period;
  for (let left = back; left > 0; left--) found = ratingPeriodBefore(rating, found.start) ?? found;
  return found;
}
