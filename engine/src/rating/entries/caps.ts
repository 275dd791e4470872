import { compileValue } from '../../condition.ts';
import { Decimal } from '../../decimal.ts';
import { missingIn } from '../../measure/element.ts';
import type { CompiledSet } from '../../measure/set.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal, unresolved } from '../../measure/values.ts';
import { periodOf } from '../../period.ts';
import type { Caps } from '../../schema/rating/entries.ts';
import type { Missing, Value, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import type { Line } from './line.ts';

/** Which entries belong together, and what that is called. */
export interface Bucket {
  /** Entries of one name share a limit; what is missing when that is not known. */
  readonly bucketOf: (line: Line) => string | { readonly missing: readonly Missing[] };
  readonly words: Words;
}

interface Cap extends Bucket {
  readonly most: Figure;
}

export function compileCaps(caps: Caps, set: CompiledSet, { compile }: StepCompiler): readonly Cap[] {
  return caps.map(({ per, at_most }): Cap => ({ ...bucket(per, set), most: compile(at_most) }));
}

export function bucket(per: Caps[number]['per'], set: CompiledSet): Bucket {
  if (typeof per === 'object') {
    const value = compileValue(per.same, set.variables);
    return {
      bucketOf: ({ element }) => {
        const held = value(element.env);
        return held === undefined ? { missing: missingIn(element, value.reads, set.missingName) } : String(held);
      },
      words: say('同类', 'of one kind'),
    };
  }
  if (per === 'period') return { bucketOf: () => '', words: PER.period };
  if (per === 'day') return { bucketOf: ({ fact }) => fact.date, words: PER.day };
  const keys = new Map<string, string>();
  return {
    bucketOf: ({ fact: { date } }) => {
      const key = keys.get(date) ?? periodOf(per, date).key;
      if (keys.size < MANY) keys.set(date, key);
      return key;
    },
    words: PER[per],
  };
}

/** Days whose period is kept: many entries fall on the same ones. */
const MANY = 20_000;

const PER = {
  day: say('每日', 'a day'),
  week: say('每周', 'a week'),
  'ten-days': say('每旬', 'in ten days'),
  'half-month': say('每半月', 'a half month'),
  month: say('每月', 'a month'),
  quarter: say('每季', 'a quarter'),
  'half-year': say('每半年', 'a half-year'),
  year: say('每年', 'a year'),
  period: say('全期', 'a period'),
} as const;

/** Lets entries count, in order, as far as every cap leaves room; what keeps a cap from being known otherwise. */
export function capped(lines: readonly Line[], caps: readonly Cap[], at: At): readonly Line[] | Value {
  const limits = caps.map(({ most }) => most.evaluate(at));
  const open = unresolved(limits);
  if (open) return open;
  const used = caps.map(() => new Map<string, Decimal>());
  const missing: Missing[] = [];
  const kept = lines.map((line): Line => {
    if (!line.counts) return line;
    const buckets = caps.map(({ bucketOf }) => bucketOf(line));
    const names = buckets.map((one) => (typeof one === 'string' ? one : ''));
    missing.push(...buckets.flatMap((one) => (typeof one === 'string' ? [] : one.missing)));
    const room = names.map((name, i) => Decimal.max(0, toDecimal(limits[i] as Value).minus(used[i]?.get(name) ?? 0)));
    const points = Decimal.min(line.points, ...room);
    names.forEach((name, i) => used[i]?.set(name, points.plus(used[i]?.get(name) ?? 0)));
    if (points.eq(line.points)) return line;
    const tight = room.findIndex((one) => one.eq(points));
    return { ...line, points, notes: [...line.notes, noteOf(line, points, caps[tight], limits[tight])] };
  });
  return missing.length > 0 ? { state: 'not-known', missing } : kept;
}

function noteOf({ points }: Line, left: Decimal, cap: Cap | undefined, limit: Value | undefined): Words {
  const most = limit?.state === 'known' ? plain(toDecimal(limit)) : '?';
  return say(
    `${plain(points)} 超过余量 ${plain(left)}（${cap?.words['zh-CN']}上限 ${most}）`,
    `${plain(points)} is more than the ${plain(left)} left of ${most} ${cap?.words.en}`,
  );
}
