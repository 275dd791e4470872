import { Decimal, divide } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import type { At, Figure } from '../../measure/types.ts';
import { lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Pay } from '../../schema/rating/pay.ts';
import { known, notApplicable, type Value, type Words } from '../../value.ts';
import { plain, valueToJson } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepChecker, StepCompiler } from '../types.ts';

type Factor = NonNullable<Pay['factors']>[number];

/** Something the base is multiplied by, or that is taken from it. */
export interface Term {
  readonly title: Words;
  readonly value: (at: At) => Value;
  readonly explain: (at: At) => Explanation;
  /** What each of its rows would make of it, and what it is where none fits; absent for one that has no rows. */
  readonly sizes?: (at: At) => readonly Value[];
}

export function checkTerms(
  { rate, missing_points: less, factors = [] }: Pay,
  at: string,
  checker: StepChecker,
): boolean {
  const types = [
    ...(rate
      ? [
          checker.number(rate.of, `${at}/rate/of`),
          checker.number(rate.out_of, `${at}/rate/out_of`),
          ...(rate.full_from === undefined ? [] : [checker.number(rate.full_from, `${at}/rate/full_from`)]),
          ...(rate.at_most === 'full' || rate.at_most === 'none'
            ? []
            : [checker.number(rate.at_most, `${at}/rate/at_most`)]),
        ]
      : []),
    ...(less
      ? (['of', 'below', 'amount'] as const).map((key) => checker.number(less[key], `${at}/missing_points/${key}`))
      : []),
    ...factors.flatMap((factor, i) => {
      const where = `${at}/factors/${i}`;
      if ('is' in factor) return [checker.number(factor.is, `${where}/is`)];
      return [
        ...factor.rows.flatMap(({ when, is }, n) => [
          checker.judgement(when, `${where}/rows/${n}/when`),
          checker.number(is, `${where}/rows/${n}/is`),
        ]),
        ...(factor.otherwise === 'error' ? [] : [checker.number(factor.otherwise, `${where}/otherwise`)]),
      ];
    }),
  ];
  return !types.includes(null);
}

const ZERO = notApplicable(say('满分为零，无从折算', 'The full marks are zero: nothing to rescale to'));

/** The share of the base a score brings. */
export function compileRate({ rate }: Pay, { compile }: StepCompiler): Term | null {
  if (!rate) return null;
  const [of, outOf] = [compile(rate.of), compile(rate.out_of)];
  const from = rate.full_from === undefined ? null : compile(rate.full_from);
  const most = rate.at_most === 'none' || rate.at_most === 'full' ? null : compile(rate.at_most);
  const value = (at: At): Value => {
    const [score, full, threshold, end] = [of, outOf, from, most].map((one) => one?.evaluate(at) ?? null);
    const open = unresolved([score, full, threshold, end].flatMap((one) => (one ? [one] : [])));
    if (open) return open;
    if (toDecimal(full as Value).isZero()) return ZERO;
    if (threshold && toDecimal(score as Value).gte(toDecimal(threshold))) return known(new Decimal(1));
    const share = Decimal.max(0, divide(toDecimal(score as Value), toDecimal(full as Value)));
    if (rate.at_most === 'none') return known(share);
    return known(Decimal.min(share, end ? toDecimal(end) : 1));
  };
  const title = say('得分率', 'Rate of the score');
  return {
    title,
    value,
    explain: (at) => ({
      construct: 'pay',
      words: title,
      result: valueToJson(value(at)),
      children: [of, outOf, from].flatMap((one) => (one ? [one.explain(at)] : [])),
    }),
  };
}

/** What missing points take away. */
export function compileMissing({ missing_points: less }: Pay, { compile }: StepCompiler): Term | null {
  if (!less) return null;
  const [of, below, amount] = [compile(less.of), compile(less.below), compile(less.amount)];
  const points = (at: At): Value => {
    const [score, limit] = [of.evaluate(at), below.evaluate(at)];
    return unresolved([score, limit]) ?? known(Decimal.max(0, toDecimal(limit).minus(toDecimal(score))));
  };
  const value = (at: At): Value => {
    const [missing, each] = [points(at), amount.evaluate(at)];
    return unresolved([missing, each]) ?? known(toDecimal(missing).times(toDecimal(each)));
  };
  const shown = (at: At): string => {
    const missing = points(at);
    return missing.state === 'known' ? plain(toDecimal(missing)) : '?';
  };
  return {
    title: say('差分扣款', 'Taken for missing points'),
    value,
    explain: (at) => ({
      construct: 'pay',
      words: say(`差 ${shown(at)} 分，扣`, `${shown(at)} points missing: less`),
      result: valueToJson(value(at)),
      children: [of.explain(at), below.explain(at), amount.explain(at)],
    }),
  };
}

export function compileFactor(factor: Factor, { compile }: StepCompiler): Term {
  const { title } = factor;
  const rows = 'is' in factor ? [] : factor.rows.map(({ when, is }) => ({ when: compile(when), is: compile(is) }));
  const rest = 'is' in factor ? compile(factor.is) : factor.otherwise === 'error' ? null : compile(factor.otherwise);
  const chosen = (at: At): Figure | Value => {
    for (const { when, is } of rows) {
      const holds = when.evaluate(at);
      if (holds.state !== 'known') return holds;
      if (holds.value === true) return is;
    }
    return (
      rest ??
      lacking([{ what: 'factor', words: say(`“${title['zh-CN']}”没有一行符合`, `No row of “${title.en}” fits`) }])
    );
  };
  const value = (at: At): Value => {
    const found = chosen(at);
    return 'state' in found ? found : found.evaluate(at);
  };
  return {
    title,
    value,
    sizes: (at) =>
      [...rows.map(({ is }) => is), ...(rest && rows.length > 0 ? [rest] : [])].map((one) => one.evaluate(at)),
    explain: (at) => {
      const found = chosen(at);
      return {
        construct: 'pay',
        words: title,
        result: valueToJson(value(at)),
        children: [...rows.map(({ when }) => when.explain(at)), ...('state' in found ? [] : [found.explain(at)])],
      };
    },
  };
}
