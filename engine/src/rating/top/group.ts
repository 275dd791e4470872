import { Decimal } from '../../decimal.ts';
import type { At, Figure } from '../../measure/types.ts';
import { lacking, toDecimal, unresolved } from '../../measure/values.ts';
import type { Top } from '../../schema/rating/top.ts';
import type { Missing, Value } from '../../value.ts';
import { type CompareRows, tieBreaker } from '../order.ts';
import type { PeerGroup } from '../peers/group.ts';
import type { Sheet, StepCompiler } from '../types.ts';
import { groupAt } from '../within.ts';
import { giveAwards, type Places, type Terms } from './give.ts';

export type Award = Top['awards'][number];

interface CompiledAward {
  readonly written: Award;
  readonly needs: Figure | null;
  /** Figures of its places, in the order of the text. */
  readonly sizes: readonly Figure[];
}

export interface CompiledTop {
  readonly part: Top;
  readonly awards: readonly CompiledAward[];
  readonly compare: CompareRows;
}

export function compileTop(part: Top, compiler: StepCompiler): CompiledTop {
  const { compile } = compiler;
  const sizeOf = compiler.over(part.within).compile;
  const ties =
    typeof part.ties === 'object' ? { by: part.ties.by, then: 'shared-with-gap' as const } : 'shared-with-gap';
  return {
    part,
    compare: tieBreaker({ of: part.of, best: part.best, ties }),
    awards: part.awards.map((written) => ({
      written,
      needs: written.needs === undefined ? null : compile(written.needs),
      sizes: sizesOf(written).map(({ size }) => sizeOf(size)),
    })),
  };
}

/** The expressions that say how many places there are. */
export function sizesOf(award: Award) {
  if ('from' in award)
    return [
      { key: 'from', size: award.from },
      { key: 'to', size: award.to },
    ];
  if ('first' in award) return [{ key: 'first', size: award.first }];
  if ('last' in award) return [{ key: 'last', size: award.last }];
  const share = 'share' in award ? { key: 'share', size: award.share } : { key: 'last_share', size: award.last_share };
  const { no_fewer_than, no_more_than } = award;
  return [
    share,
    ...(no_fewer_than === undefined ? [] : [{ key: 'no_fewer_than', size: no_fewer_than }]),
    ...(no_more_than === undefined ? [] : [{ key: 'no_more_than', size: no_more_than }]),
  ];
}

export interface Awarded {
  readonly given: ReadonlyMap<number, number>;
  readonly places: readonly Places[];
  readonly stopped: Value | null;
}

/** The awards of one group, or why they cannot be given yet. */
export function awardGroup(
  { part, awards, compare }: CompiledTop,
  sheet: Sheet,
  { rows, stopped }: PeerGroup,
): Awarded {
  if (stopped || rows.length === 0) return { given: new Map(), places: [], stopped };
  const doubts: Missing[] = [];
  const at = groupAt(part.within, sheet, rows);
  const sizes = awards.map((award) => award.sizes.map((size) => size.evaluate(at)));
  const unknown = unresolved(sizes.flat());
  if (unknown) return { given: new Map(), places: [], stopped: unknown };
  const places = awards.map((award, i): Places => {
    const met = new Set(rows.filter((row) => award.needs === null || yes(award.needs, sheet.at(row), doubts)));
    return { ...positions(award.written, (sizes[i] ?? []).map(toDecimal), rows.length), meets: (row) => met.has(row) };
  });
  if (doubts.length > 0 && part.missing === 'stop') return { given: new Map(), places, stopped: lacking(doubts) };
  return { given: giveAwards(rows, places, termsOf(part, compare, sheet)), places, stopped: null };
}

export const termsOf = ({ short, vacant, ties }: Top, compare: CompareRows, sheet: Sheet): Terms => ({
  ...{ short, vacant },
  ties: typeof ties === 'object' ? ties.then : ties,
  compare: (a, b) => compare(sheet, a, b),
});

const MODES = { down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP, 'half-up': Decimal.ROUND_HALF_UP } as const;

function positions(
  award: Award,
  [first = new Decimal(0), second, third]: readonly Decimal[],
  among: number,
): Omit<Places, 'meets'> {
  if ('last' in award) return { end: 'worst', from: 1, to: first.toNumber() };
  if ('from' in award) return { end: 'best', from: first.toNumber(), to: (second ?? first).toNumber() };
  if ('first' in award) return { end: 'best', from: 1, to: first.toNumber() };
  const whole = first.times(among).toDecimalPlaces(0, MODES[award.rounding]);
  const least = award.no_fewer_than === undefined ? undefined : second;
  const most = award.no_more_than === undefined ? undefined : award.no_fewer_than === undefined ? second : third;
  const raised = least ? Decimal.max(whole, least) : whole;
  const to = most ? Decimal.min(raised, most) : raised;
  return { end: 'share' in award ? 'best' : 'worst', from: 1, to: to.toNumber() };
}

function yes(figure: Figure, at: At, doubts: Missing[]): boolean {
  const value = figure.evaluate(at);
  if (value.state === 'not-known') doubts.push(...value.missing);
  return value.state === 'known' && value.value === true;
}
