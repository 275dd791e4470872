import { Decimal } from '../../decimal.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal, unresolved } from '../../measure/values.ts';
import type { Quota } from '../../schema/rating/quota.ts';
import type { Scale } from '../../schema/rating.ts';
import type { Value } from '../../value.ts';
import type { StepCompiler } from '../types.ts';
import type { Limit } from './allocate.ts';

export type Place = Quota['places'][number];
export type Size = NonNullable<Place['at_most']>;
type Rounding = Quota['rounding'];

interface CompiledSize {
  readonly kind: 'share' | 'number';
  readonly size: Figure;
  readonly least: Figure | null;
  readonly most: Figure | null;
}

export interface CompiledPlace {
  /** Position of its grade. */
  readonly grade: number;
  readonly most: CompiledSize | null;
  readonly least: CompiledSize | null;
  readonly needs: Figure | null;
}

/** Places from the best grade to the lowest. */
export function compilePlaces({ places, within }: Quota, scale: Scale, compiler: StepCompiler): CompiledPlace[] {
  const { compile } = compiler.over(within);
  const sizeOf = (size: Size | undefined): CompiledSize | null =>
    size === undefined
      ? null
      : {
          kind: 'share' in size ? 'share' : 'number',
          size: compile('share' in size ? size.share : size.number),
          least: size.no_fewer_than === undefined ? null : compile(size.no_fewer_than),
          most: size.no_more_than === undefined ? null : compile(size.no_more_than),
        };
  return places
    .map((place) => ({
      grade: scale.grades.findIndex(({ id }) => id === place.grade),
      most: sizeOf(place.at_most ?? place.exactly),
      least: sizeOf(place.at_least ?? place.exactly),
      needs: place.needs === undefined ? null : compiler.compile(place.needs),
    }))
    .sort((a, b) => a.grade - b.grade);
}

export interface Limits {
  readonly limits: readonly (Limit | null)[];
  /** Whether the most still count the better grades. */
  readonly running: { readonly most: boolean; readonly least: boolean };
}

/** How many places each grade has in a group of `base`; what is missing when that is not known. */
export function limitsIn(
  places: readonly CompiledPlace[],
  grades: number,
  part: Quota,
  base: number,
  at: At,
): Limits | Value {
  const sizes = places.map(({ most, least }) => ({ most: sized(most, base, at), least: sized(least, base, at) }));
  const unknown = unresolved(sizes.flatMap(({ most, least }) => [...(most?.values ?? []), ...(least?.values ?? [])]));
  if (unknown) return unknown;
  const running = part.shares === 'running';
  const most = whole(
    sizes.map((one) => one.most),
    base,
    part.rounding,
    running,
  );
  const least = whole(
    sizes.map((one) => one.least),
    base,
    part.rounding,
    running,
  );
  const own = running && part.unfilled === 'lapse' ? differences(most) : most;
  const limits = Array.from({ length: grades }, (): Limit | null => null);
  places.forEach(({ grade }, i) => {
    limits[grade] = { most: own[i] ?? null, least: least[i] ?? null };
  });
  return { limits, running: { most: running && part.unfilled !== 'lapse', least: running } };
}

interface Sized {
  readonly values: readonly Value[];
  readonly exact: () => Decimal;
  /** Keeps a whole number within its least and most. */
  readonly bound: (size: Decimal) => Decimal;
}

function sized(size: CompiledSize | null, base: number, at: At): Sized | null {
  if (!size) return null;
  const [value, least, most] = [size.size, size.least, size.most].map((one) => one?.evaluate(at) ?? null);
  return {
    values: [value, least, most].flatMap((one) => (one ? [one] : [])),
    exact: () => toDecimal(value as Value).times(size.kind === 'share' ? base : 1),
    bound: (so) => {
      const raised = least ? Decimal.max(so, toDecimal(least)) : so;
      return Decimal.max(0, most ? Decimal.min(raised, toDecimal(most)) : raised);
    },
  };
}

const MODES = { down: Decimal.ROUND_DOWN, up: Decimal.ROUND_UP, 'half-up': Decimal.ROUND_HALF_UP } as const;

function whole(
  sizes: readonly (Sized | null)[],
  base: number,
  rounding: Rounding,
  running: boolean,
): (number | null)[] {
  const exact = sizes.map((size) => size?.exact() ?? null);
  const rounded =
    rounding === 'largest-remainder'
      ? largestRemainder(exact, base, running)
      : exact.map((one) => one?.toDecimalPlaces(0, MODES[rounding]) ?? null);
  return rounded.map((one, i) => (one ? (sizes[i]?.bound(one).toNumber() ?? null) : null));
}

/**
 * Whole numbers whose sum, with what no place is given for, is the base; the largest remainders are rounded up, the better
 * grade first.
 */
function largestRemainder(exact: readonly (Decimal | null)[], base: number, running: boolean): (Decimal | null)[] {
  let above = new Decimal(0);
  const own = exact.flatMap((size, i) => {
    if (!size) return [];
    const part = { i, size: running ? size.minus(above) : size };
    above = size;
    return [part];
  });
  const given = own.reduce((so, { size }) => so.plus(size), new Decimal(0));
  const all = [...own, { i: exact.length, size: Decimal.max(0, given.minus(base).negated()) }];
  const floors = all.reduce((so, { size }) => so.plus(size.floor()), new Decimal(0));
  const whole = all.reduce((so, { size }) => so.plus(size), new Decimal(0)).floor();
  const up = new Set(
    [...all]
      .sort((a, b) => b.size.minus(b.size.floor()).comparedTo(a.size.minus(a.size.floor())) || a.i - b.i)
      .slice(0, whole.minus(floors).toNumber())
      .map(({ i }) => i),
  );
  let before = new Decimal(0);
  const rounded = new Map(
    own.map(({ i, size }) => {
      const one = size.floor().plus(up.has(i) ? 1 : 0);
      before = before.plus(one);
      return [i, running ? before : one];
    }),
  );
  return exact.map((_, i) => rounded.get(i) ?? null);
}

function differences(running: readonly (number | null)[]): (number | null)[] {
  let before = 0;
  return running.map((size) => {
    if (size === null) return null;
    const own = Math.max(0, size - before);
    before = Math.max(before, size);
    return own;
  });
}
