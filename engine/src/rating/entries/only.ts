import { inOrder } from '../../measure/in-order.ts';
import type { CompiledSet } from '../../measure/set.ts';
import type { At, Figure } from '../../measure/types.ts';
import { lacking, toDecimal } from '../../measure/values.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Only } from '../../schema/rating/entries.ts';
import type { Missing, Value } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { type Bucket, bucket } from './caps.ts';
import { dropped, type Line } from './line.ts';

const WAYS = {
  best: { zh: '最高', en: 'highest', order: (a: Line, b: Line) => b.points.comparedTo(a.points) || inOrder(a, b) },
  first: { zh: '最早', en: 'first', order: inOrder },
  last: { zh: '最近', en: 'last', order: (a: Line, b: Line) => inOrder(b, a) },
} as const;
type Way = keyof typeof WAYS;

interface CompiledOnly extends Bucket {
  readonly way: Way;
  readonly number: Figure;
}

/** Which way the entries are chosen, and how many. */
export function wayOf(only: Only): {
  readonly way: Way;
  readonly number: Expression;
} {
  if ('best' in only) return { way: 'best', number: only.best };
  return 'first' in only ? { way: 'first', number: only.first } : { way: 'last', number: only.last };
}

export function compileOnly(only: Only, set: CompiledSet, { compile }: StepCompiler): CompiledOnly {
  const { way, number } = wayOf(only);
  return { ...bucket(only.per, set), way, number: compile(number) };
}

/** Keeps so many of the entries that count something; what keeps their number from being known otherwise. */
export function chosen(lines: readonly Line[], only: CompiledOnly, at: At): readonly Line[] | Value {
  const number = only.number.evaluate(at);
  if (number.state !== 'known') return number;
  const missing: Missing[] = [];
  const taken = new Map<string, number>();
  const kept = new Set<Line>();
  const counting = lines.filter(({ counts, points }) => counts && !points.isZero());
  for (const line of [...counting].sort(WAYS[only.way].order)) {
    const name = only.bucketOf(line);
    if (typeof name !== 'string') missing.push(...name.missing);
    else if (toDecimal(number).gt(taken.get(name) ?? 0)) {
      taken.set(name, (taken.get(name) ?? 0) + 1);
      kept.add(line);
    }
  }
  if (missing.length > 0) return lacking(missing);
  const { zh, en } = WAYS[only.way];
  const most = plain(toDecimal(number));
  const why = say(
    `${only.words['zh-CN']}只计${zh}的 ${most} 条，不计`,
    `only the ${most} ${en} ${only.words.en} count, not this one`,
  );
  return lines.map((line) => (counting.includes(line) && !kept.has(line) ? dropped(line, why) : line));
}
