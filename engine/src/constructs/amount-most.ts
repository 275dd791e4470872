import type { Limit } from '../duty/limit.ts';
import type { AmountRun, CheckContext, Construct } from '../duty/types.ts';
import type { Finding } from '../problem.ts';
import { amountFixed, isFixed } from './amount-fixed.ts';
import { amountShare } from './amount-share.ts';

/**
 * `amount: { at_most: 4, unit: time }`, or `{ at_most_share: 1/3, of: working-days, rounding: none, unit: days }`: how much may be.
 * It is an amount like one that is owed; what is different is the light (`constructs/standing.ts`).
 */
export const amountMost: Construct<Limit, AmountRun> = {
  id: 'amount-most',
  check: (part, at, context) =>
    'at_most_share' in part
      ? renamed(amountShare.check(shareOf(part), at, context), at, 'share', 'at_most_share')
      : isFixed(part.at_most)
        ? renamed(amountFixed.check(fixed(part.at_most, part.unit), at, context), at, 'at_least', 'at_most')
        : formulaProblems(part, at, context),
  compile: (part, context) => {
    if ('at_most_share' in part) return amountShare.compile(shareOf(part), context);
    return isFixed(part.at_most)
      ? amountFixed.compile(fixed(part.at_most, part.unit), context)
      : amountShare.compile(whole(part), context);
  },
};

type Fixed = Parameters<typeof amountFixed.compile>[0];

const fixed = (most: Fixed['at_least'], unit: string): Fixed => ({ at_least: most, unit, most: true });

const shareOf = ({ at_most_share: share, ...part }: Extract<Limit, { at_most_share: unknown }>) => ({
  ...part,
  share,
  most: true as const,
});

const whole = ({ at_most: of, unit }: Extract<Limit, { at_most: unknown }>) => ({
  share: 1,
  of,
  rounding: 'none' as const,
  unit,
  most: true as const,
});

const formulaProblems = (part: Extract<Limit, { at_most: unknown }>, at: string, context: CheckContext): Finding[] =>
  renamed(amountShare.check(whole(part), at, context), at, 'of', 'at_most');

/** Findings point at the key as it is written. */
const renamed = (findings: readonly Finding[], at: string, from: string, to: string): Finding[] =>
  findings.map((finding) => ({ ...finding, at: finding.at.replace(`${at}/${from}`, `${at}/${to}`) }));
