import { Decimal, divide } from '../../decimal.ts';
import type { At, Figure } from '../../measure/types.ts';
import { figure, lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Relative } from '../../schema/rating/relative.ts';
import { known, notApplicable, type Value, type Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import type { Crowd } from './crowd.ts';
import { deviation, STATISTICS } from './statistic.ts';

/** One subject among those it is compared with. */
export interface Standing {
  readonly own: Decimal;
  /** Values it is compared with: with its own when that is chosen. */
  readonly compared: Crowd;
  /** Values of the others, always without its own. */
  readonly others: Crowd;
  readonly at: At;
}

export interface How {
  readonly value: (standing: Standing) => Value;
  readonly words: (standing: Standing) => Words;
}

type Best = Relative['best'];

/** How many of the others are better, and how many are worse. */
const better = ({ own, others }: Standing, best: Best): number =>
  best === 'highest' ? others.size - others.upTo(own) : others.below(own);
const worse = ({ own, others }: Standing, best: Best): number =>
  best === 'highest' ? others.below(own) : others.size - others.upTo(own);

export function compileHow({ how, best }: Relative, compiler: StepCompiler): How {
  if ('share_of_best' in how) return shareOfBest(how, best, compiler);
  if ('percentile' in how) return percentile(how.percentile, best);
  if ('against' in how) return against(how, best, compiler);
  if ('standard' in how) return standard(how.standard, best, compiler);
  return byPlace(how, best, compiler);
}

type Part<Key extends string> = Extract<Relative['how'], Record<Key, unknown>>;

function shareOfBest(how: Part<'share_of_best'>, best: Relative['best'], { compile, type }: StepCompiler): How {
  const points = compile(how.share_of_best);
  const instead = typeof how.zero === 'object' ? compile(how.zero.share) : null;
  const bestOf = ({ compared }: Standing): Decimal => STATISTICS[best === 'highest' ? 'max' : 'min'](compared);
  const share = (standing: Standing): Value => {
    let [own, top] = [standing.own, bestOf(standing)];
    if (own.isNegative() || top.isNegative()) {
      if (how.negative !== 'zero') return how.negative === undefined ? lacking([NOT_SAID]) : NEGATIVE;
      [own, top] = [Decimal.max(0, own), Decimal.max(0, top)];
    }
    const divisor = best === 'lowest' && how.less === 'best-over-own' ? own : top;
    if (divisor.isZero()) return instead?.evaluate(standing.at) ?? ZERO;
    if (best === 'highest') return known(divide(own, top));
    if (how.less === 'best-over-own') return known(divide(top, own));
    return known(Decimal.max(0, new Decimal(1).minus(divide(own.minus(top), top))));
  };
  return {
    value: (standing) => {
      const [so, marks] = [share(standing), points.evaluate(standing.at)];
      return unresolved([so, marks]) ?? figure(toDecimal(so).times(toDecimal(marks)), type);
    },
    words: (standing) =>
      say(
        `最好者 ${plain(bestOf(standing))}，本身 ${plain(standing.own)}`,
        `the best has ${plain(bestOf(standing))}, this one ${plain(standing.own)}`,
      ),
  };
}

const ZERO = notApplicable(say('除数为零，无从比较', 'The divisor is zero: nothing to compare with'));

const NEGATIVE = notApplicable(say('有负值，无从求比', 'A figure is below zero: there is no share of it'));
const NOT_SAID = {
  what: 'choice:negative',
  words: say(
    '有负值，而办法没有写明怎么算（negative: zero 或 not-applicable）',
    'A figure is below zero and the rule does not say what then (negative: zero or not-applicable)',
  ),
};

function percentile(kind: Part<'percentile'>['percentile'], best: Best): How {
  return {
    value: (standing) => {
      const n = standing.others.size;
      if (kind === 'not-better-of-all')
        return figure(divide(new Decimal(n - better(standing, best) + 1), new Decimal(n + 1)), {
          kind: 'number',
          unit: 'share',
        });
      return figure(divide(new Decimal(worse(standing, best)), new Decimal(n)), { kind: 'number', unit: 'share' });
    },
    words: (standing) => say(`${worse(standing, best)} 个不如它`, `${worse(standing, best)} are worse`),
  };
}

function against({ against: statistic, as }: Part<'against'>, best: Relative['best'], { type }: StepCompiler): How {
  const name = statistic === 'mean' ? say('平均数', 'mean') : say('中位数', 'median');
  const base = ({ compared }: Standing): Decimal => STATISTICS[statistic](compared);
  return {
    value: (standing) => {
      const middle = base(standing);
      if (as === 'ratio' && middle.isNegative()) return NEGATIVE;
      if (as === 'ratio') return middle.isZero() ? ZERO : figure(divide(standing.own, middle), type);
      const over = standing.own.minus(middle);
      return figure(best === 'highest' ? over : over.negated(), type);
    },
    words: (standing) =>
      say(
        `${name['zh-CN']} ${plain(base(standing).toDecimalPlaces(4))}`,
        `the ${name.en} is ${plain(base(standing).toDecimalPlaces(4))}`,
      ),
  };
}

function standard(
  { mean, deviation: each, of }: Part<'standard'>['standard'],
  best: Best,
  { compile, type }: StepCompiler,
): How {
  const [middle, step] = [compile(mean), compile(each)];
  const distance = ({ own, compared }: Standing): Decimal => {
    const spread = deviation(compared, of);
    if (spread.isZero()) return new Decimal(0);
    const over = divide(own.minus(STATISTICS.mean(compared)), spread);
    return best === 'highest' ? over : over.negated();
  };
  return {
    value: (standing) => {
      const [base, points] = [middle.evaluate(standing.at), step.evaluate(standing.at)];
      return (
        unresolved([base, points]) ?? figure(toDecimal(base).plus(toDecimal(points).times(distance(standing))), type)
      );
    },
    words: (standing) => {
      const [average, spread] = [STATISTICS.mean(standing.compared), deviation(standing.compared, of)].map((one) =>
        plain(one.toDecimalPlaces(4)),
      );
      return say(`平均数 ${average}，标准差 ${spread}`, `mean ${average}, standard deviation ${spread}`);
    },
  };
}

interface Placed {
  readonly place: Decimal;
  readonly among: number;
}

function placeOf(standing: Standing, ties: 'best' | 'mean' | 'worst', best: Best): Placed {
  const { size } = standing.others;
  const ahead = better(standing, best);
  const equal = size - ahead - worse(standing, best);
  const shift = { best: new Decimal(0), mean: divide(new Decimal(equal), new Decimal(2)), worst: new Decimal(equal) }[
    ties
  ];
  return { place: shift.plus(ahead + 1), among: size + 1 };
}

function byPlace(how: Part<'ties'>, best: Best, { compile, type }: StepCompiler): How {
  const first = compile(how.first);
  const [other, floor]: [Figure, Figure | null] =
    'last' in how
      ? [compile(how.last), null]
      : [compile(how.less), how.floor === undefined ? null : compile(how.floor)];
  return {
    value: (standing) => {
      const [high, low, least] = [first, other, floor].map((one) => one?.evaluate(standing.at) ?? null);
      const open = unresolved([high, low, least].flatMap((one) => (one ? [one] : [])));
      if (open) return open;
      const { place, among } = placeOf(standing, how.ties, best);
      const [top, down] = [toDecimal(high as Value), toDecimal(low as Value)];
      if ('last' in how)
        return figure(top.minus(divide(place.minus(1).times(top.minus(down)), new Decimal(among - 1))), type);
      const points = top.minus(place.minus(1).times(down));
      return figure(least ? Decimal.max(points, toDecimal(least)) : points, type);
    },
    words: (standing) => {
      const { place, among } = placeOf(standing, how.ties, best);
      return say(`${among} 个中第 ${plain(place)}`, `place ${plain(place)} of ${among}`);
    },
  };
}
