import { Decimal } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Shift } from '../../schema/rating/shift.ts';
import type { Scale } from '../../schema/rating.ts';
import { known, type Missing, type Value, type Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { counted, say } from '../../words.ts';
import { gradeIndex, gradeName } from '../grades.ts';
import type { StepCompiler } from '../types.ts';

/** By how many grades something moves it, at least none; or what keeps that from being known. */
export type Size = { readonly is: Decimal } | { readonly missing: readonly Missing[] };

export interface Move {
  readonly way: 'down' | 'up';
  readonly why: Words;
  /** Position of the grade it does not pass; null when there is none. */
  readonly end: number | null;
  readonly sizeAt: (at: At) => Size;
  readonly words: (at: At) => Words;
  readonly explain: (at: At) => readonly Explanation[];
  /** With the condition and without it; once more, once fewer. */
  readonly others: (at: At) => readonly { readonly words: Words; readonly size: Size }[];
}

export function compileMove(move: Shift['moves'][number], scale: Scale, { compile }: StepCompiler): Move {
  const [way, written, limit] =
    'down' in move
      ? (['down', move.down, move.no_lower_than] as const)
      : (['up', move.up, move.no_higher_than] as const);
  const by = compile(written);
  const when = move.when === undefined ? null : compile(move.when);
  const times = move.times === undefined ? null : compile(move.times);
  const { why } = move;
  const end = limit === undefined ? null : gradeIndex(known(limit), scale);
  const sizeAt = (at: At): Size => sizeOf([when, times, by].map((figure) => figure?.evaluate(at) ?? null));
  return {
    way,
    why,
    end,
    sizeAt,
    words: (at) => {
      const size = sizeAt(at);
      const number = 'is' in size ? plain(size.is) : '?';
      const bound = end === null ? null : gradeName(end, scale);
      const [zh, en] = way === 'down' ? ['降', 'down'] : ['升', 'up'];
      return say(
        `${why['zh-CN']}，${zh} ${number} 个等次${bound ? `，至“${bound['zh-CN']}”为止` : ''}`,
        `${why.en}: ${counted(number, 'grade')} ${en}${bound ? `, to “${bound.en}” at most` : ''}`,
      );
    },
    explain: (at) => [when, times].flatMap((figure) => (figure ? [figure.explain(at)] : [])),
    others: (at) => othersOf({ when, times, by }, why, at),
  };
}

function sizeOf([when, times, by]: readonly (Value | null)[]): Size {
  if (when?.state === 'known' && when.value !== true) return NONE;
  const open = [when, times, by].flatMap((value) => (value?.state === 'not-known' ? value.missing : []));
  if (open.length > 0) return { missing: open };
  const numbers = [times, by].map((value) => (value?.state === 'known' ? toDecimal(value) : null));
  if ([when, times, by].some((value) => value?.state === 'not-applicable')) return NONE;
  const product = (numbers[0] ?? new Decimal(1)).times(numbers[1] ?? 0);
  return { is: Decimal.max(0, product).floor() };
}

const NONE: Size = { is: new Decimal(0) };

interface Figures {
  readonly when: Figure | null;
  readonly times: Figure | null;
  readonly by: Figure;
}

function othersOf({ when, times, by }: Figures, why: Words, at: At): ReturnType<Move['others']> {
  const [holds, count, size] = [when, times, by].map((figure) => figure?.evaluate(at) ?? null);
  const { 'zh-CN': zh, en } = why;
  if (count?.state === 'known') {
    const other = (more: number): Size => sizeOf([YES, known(toDecimal(count).plus(more)), size ?? null]);
    return [
      { words: say(`多一次（${zh}）`, `one more (${en})`), size: other(1) },
      ...(toDecimal(count).isPositive()
        ? [{ words: say(`少一次（${zh}）`, `one fewer (${en})`), size: other(-1) }]
        : []),
    ];
  }
  if (holds?.state !== 'known') return [];
  return holds.value === true
    ? [{ words: say(`没有“${zh}”`, `without “${en}”`), size: NONE }]
    : [{ words: say(`有“${zh}”`, `with “${en}”`), size: sizeOf([YES, count ?? null, size ?? null]) }];
}

const YES: Value = known(true);

/** The position a grade comes to; positions count from 0, the best. A bound stops a move and never moves by itself. */
export function moved(
  from: number,
  moves: readonly Pick<Move, 'way' | 'end'>[],
  sizes: readonly Decimal[],
  several: Shift['several'],
  grades: number,
): number {
  const all = moves
    .map((move, i) => ({ ...move, by: (sizes[i] ?? new Decimal(0)).toNumber() }))
    .filter(({ by }) => by > 0);
  const largest = (way: Move['way']) =>
    all
      .filter((one) => one.way === way)
      .reduce<(typeof all)[number][]>(([best], one) => [best && best.by >= one.by ? best : one], []);
  const chosen =
    several === 'each' ? all : several === 'first-listed' ? all.slice(0, 1) : [...largest('down'), ...largest('up')];
  return chosen.reduce((at, { way, end, by }) => {
    const last = end ?? (way === 'down' ? grades - 1 : 0);
    return way === 'down' ? Math.max(at, Math.min(at + by, last)) : Math.min(at, Math.max(at - by, last));
  }, from);
}
