import type { WorkCalendar } from '../calendar.ts';
import { compileCount } from '../count.ts';
import { fromDay, toDay } from '../day.ts';
import { Decimal, divide } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { type Days, daysInPosts, within, without } from '../measure/tenure.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { figure, lacking, step } from '../measure/values.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'served'>['served'];

/** `{ served: { in: months, part_months: full } }`, in a formula `served("months", "full")`: how long somebody was there. */
export const served: ExpressionConstruct<PartOf<'served'>> = {
  key: 'served',
  check: ({ served: part }, at, { parts, add }) => {
    const named = (key: 'posts' | 'except') =>
      (part[key] ?? []).flatMap((id, i) => unknownName('post-kind', id, parts.postKinds, `${at}/served/${key}/${i}`));
    const findings = [
      ...named('posts'),
      ...named('except'),
      ...(part.in === 'months' && part.part_months === undefined ? [PART_MONTHS(`${at}/served/in`)] : []),
    ];
    for (const finding of findings) add(finding);
    return findings.length === 0 ? typeOf(part) : null;
  },
  compile: ({ served: part }, { parts, calendar }) => {
    const type = typeOf(part);
    const titles = (part.posts ?? []).map((post) => parts.postKinds.get(post)?.title ?? say(post, post));
    const part_months = part.part_months;
    const from = typeof part_months === 'object' ? compileCount(part_months.from_days, parts) : null;
    const evaluate = (at: At): Value => {
      const least = from?.on(at.period.end) ?? null;
      if (from && least === null) return lacking(from.missing(at.period.end));
      return figure(measured(part, daysOf(part, at), calendar, least), type);
    };
    const post = say(titles.map((one) => one['zh-CN']).join('或'), titles.map((one) => one.en).join(' or '));
    return {
      evaluate,
      explain: (at) => {
        const spans = daysOf(part, at).map(({ from, to }) => `${fromDay(from)}—${fromDay(to)}`);
        return step(parts, type, {
          construct: 'served',
          words: say(
            `${post['zh-CN'] === '' ? '在任' : `任${post['zh-CN']}`}${UNIT[part.in]['zh-CN']}：${spans.join('、') || '无'}`,
            `${UNIT[part.in].en} ${post.en === '' ? 'there' : `as ${post.en}`}: ${spans.join(', ') || 'none'}`,
          ),
          result: evaluate(at),
        });
      },
    };
  },
};

const typeOf = (part: Part): FigureType =>
  part.in === 'months' ? { kind: 'number' } : { kind: 'number', unit: 'day' };

const UNIT = {
  days: say('天数', 'Days'),
  'working-days': say('工作日', 'Working days'),
  months: say('月数', 'Months'),
} as const;

const PART_MONTHS = (at: string) => ({
  code: 'open-choice',
  at,
  words: say('没有写明不足一个月怎么算', 'It is not said how a part of a month counts'),
  wayOut: say(
    '写 part_months: full、begun、pro-rata 或 { from_days: 15 }',
    'Write part_months: full, begun, pro-rata or { from_days: 15 }',
  ),
});

function daysOf({ posts, except }: Part, at: At): Days[] {
  const there = at.steps?.there.days ?? [{ from: toDay(at.period.start), to: toDay(at.period.end) }];
  const all = posts ? daysInPosts(posts, at) : there.flatMap(({ from, to }) => within(from, to, at.period));
  return except ? without(all, daysInPosts(except, at)) : all;
}

function measured(part: Part, spans: readonly Days[], calendar: WorkCalendar, from: number | null): Decimal {
  if (part.in !== 'months') {
    const of = part.in === 'days' ? 'calendar-days' : 'working-days';
    return new Decimal(spans.reduce((sum, { from, to }) => sum + calendar.countDays(of, from, to), 0));
  }
  const inMonth = new Map<string, number>();
  for (const { from, to } of spans)
    for (let day = from; day <= to; day++) {
      const month = fromDay(day).slice(0, 7);
      inMonth.set(month, (inMonth.get(month) ?? 0) + 1);
    }
  return [...inMonth].reduce((sum, [month, days]) => sum.plus(monthWorth(part, month, days, from)), new Decimal(0));
}

function monthWorth({ part_months: how }: Part, month: string, days: number, from: number | null): Decimal {
  const whole = daysOfMonth(month);
  if (how === 'pro-rata') return divide(new Decimal(days), new Decimal(whole));
  const least = how === 'begun' ? 1 : Math.min(from ?? whole, whole);
  return new Decimal(days >= least ? 1 : 0);
}

function daysOfMonth(month: string): number {
  const [year = 0, one = 0] = month.split('-').map(Number);
  const next = one === 12 ? `${year + 1}-01-01` : `${year}-${String(one + 1).padStart(2, '0')}-01`;
  return toDay(next) - toDay(`${month}-01`);
}
