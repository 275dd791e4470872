import { compileCount } from '../count.ts';
import { fromDay, toDay } from '../day.ts';
import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Explanation } from '../explanation.ts';
import { type AtRate, servedAtRates } from '../measure/rate-served.ts';
import { type Days, daysInPosts, timesInPosts, within, without } from '../measure/tenure.ts';
import { timeIn } from '../measure/time-served.ts';
import type { At, ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, step, toDecimal, unresolved } from '../measure/values.ts';
import { duringWords, windowOf } from '../measure/window.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Value, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';

type Part = PartOf<'served'>['served'];

/** `{ served: { in: months, part_months: full } }`, in a formula `served("months", "full")`: how long somebody was there. */
export const served: ExpressionConstruct<PartOf<'served'>> = {
  key: 'served',
  check: ({ served: part }, at, { parts, add }) => {
    const named = (key: 'posts' | 'except') =>
      (part[key] ?? [])
        .flatMap((id, i) => (parts.postingKinds.has(id) ? [] : [{ id, i }]))
        .flatMap(({ id, i }) => unknownName('post-kind', id, parts.postKinds, `${at}/served/${key}/${i}`));
    const findings = [
      ...named('posts'),
      ...named('except'),
      ...(part.in === 'months' && part.part_months === undefined ? [PART_MONTHS(`${at}/served/in`)] : []),
      ...(part.in === 'years' && part.part_years === undefined ? [PART_YEARS(`${at}/served/in`)] : []),
      ...(part.posts === undefined && reachesBeyond(part) ? [POSTS(`${at}/served`)] : []),
    ];
    const rate = part.rate === undefined ? null : checkRate(part, part.rate, `${at}/served/rate`, parts);
    findings.push(...(rate?.findings ?? []));
    for (const finding of findings) add(finding);
    return findings.length === 0 ? (rate ? numberIn(rate.unit) : typeOf(part)) : null;
  },
  compile: ({ served: part }, { parts, calendar }) => {
    const { rate } = part;
    const type = rate === undefined ? typeOf(part) : numberIn(parts.parameters.get(rate)?.unit);
    const titles = (part.posts ?? []).map(
      (post) => (parts.postKinds.get(post) ?? parts.postingKinds.get(post))?.title ?? say(post, post),
    );
    const part_months = part.part_months;
    const from = typeof part_months === 'object' ? compileCount(part_months.from_days, parts) : null;
    const daysAt = (at: At) => {
      const window = windowOf(part.during, at, parts);
      return 'missing' in window ? window : chosen(part, daysOf(part, { ...at, period: window }), window);
    };
    const evaluate = (at: At): Value => {
      const least = from?.on(at.period.end) ?? null;
      if (from && least === null) return lacking(from.missing(at.period.end));
      const days = daysAt(at);
      if ('missing' in days) return lacking(days.missing);
      if (rate === undefined) return figure(timeIn(part, days, calendar, least), type);
      const all = servedAtRates({ ...part, rate }, days, { parts, calendar, least });
      return unresolved(all.map((one) => one.rate)) ?? figure(sumOf(all), type);
    };
    const rates = (at: At): readonly AtRate[] => {
      const days = daysAt(at);
      if (rate === undefined || 'missing' in days) return [];
      return servedAtRates({ ...part, rate }, days, { parts, calendar, least: from?.on(at.period.end) ?? null });
    };
    const post = say(titles.map((one) => one['zh-CN']).join('或'), titles.map((one) => one.en).join(' or '));
    const how = howWords(part, parts);
    return {
      evaluate,
      explain: (at) => {
        const days = daysAt(at);
        const spans = 'missing' in days ? [] : days.map((one) => `${fromDay(one.from)}—${fromDay(one.to)}`);
        return step(parts, type, {
          construct: 'served',
          words: say(
            `${how['zh-CN']}${post['zh-CN'] === '' ? '在任' : `任${post['zh-CN']}`}${UNIT[part.in]['zh-CN']}：${spans.join('、') || '无'}`,
            `${UNIT[part.in].en} ${post.en === '' ? 'there' : `as ${post.en}`}${how.en}: ${spans.join(', ') || 'none'}`,
          ),
          result: evaluate(at),
          children: rates(at).map((one) => atRate(one, part, parts, type)),
        });
      },
    };
  },
};

const sumOf = (all: readonly AtRate[]): Decimal =>
  all.reduce((sum, { time, rate }) => sum.plus(time.times(toDecimal(rate))), new Decimal(0));

/** A stretch at one value of the rate, as an explanation shows it: 4 × 2,000. */
function atRate({ from, to, time, rate }: AtRate, part: Part, parts: Parts, type: FigureType): Explanation {
  const unit = UNIT[part.in];
  return step(parts, type, {
    construct: 'part',
    words: say(
      `${from} 至 ${to}，${unit['zh-CN']} ${plain(time)}，标准`,
      `${from} to ${to}, ${unit.en.toLowerCase()}: ${plain(time)}, at`,
    ),
    result: rate,
  });
}

/** What is wrong with a rate; its unit. */
function checkRate(
  part: Part,
  rate: string,
  at: string,
  parts: Parts,
): { readonly unit: string | undefined; readonly findings: Finding[] } {
  const findings = unknownName('parameter', rate, parts.parameters, at);
  if (part.in === 'years' || part.in === 'terms') {
    findings.push({
      code: 'no-rate',
      at,
      words: say('标准只能按月或按天计', 'A rate goes by months or by days'),
      wayOut: say('写 in: months、days 或 working-days', 'Write in: months, days or working-days'),
    });
  }
  return { unit: parts.parameters.get(rate)?.unit, findings };
}

/** Whether days before those on which the subject is rated are looked at, or single times. */
const reachesBeyond = ({ in: unit, during, stretch }: Part): boolean =>
  unit === 'terms' || stretch !== undefined || during !== undefined;

const STRETCHES = {
  longest: say('连续最长的一段', ', the longest stretch'),
  current: say('至今连续的一段', ', the stretch that still runs'),
} as const;

function howWords({ during, stretch }: Part, parts: Parts): Words {
  const days = during === 'to-date' ? say('累计', ' so far') : (duringWords(during, parts) ?? say('', ''));
  const one = stretch ? STRETCHES[stretch] : say('', '');
  const zh = `${during === 'to-date' && stretch ? '' : days['zh-CN']}${one['zh-CN']}`;
  return say(zh, `${days.en === '' || days.en.startsWith(' ') ? days.en : ` ${days.en}`}${one.en}`);
}

/** All stretches, or the one that is asked for. */
function chosen({ stretch }: Part, spans: readonly Days[], { end }: { readonly end: string }): readonly Days[] {
  if (stretch === undefined) return spans;
  if (stretch === 'current') return spans.filter(({ to }) => to >= toDay(end));
  const [longest] = spans.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return longest ? [longest] : [];
}

const typeOf = (part: Part): FigureType =>
  part.in === 'days' || part.in === 'working-days' ? { kind: 'number', unit: 'day' } : { kind: 'number' };

const UNIT = {
  days: say('天数', 'Days'),
  'working-days': say('工作日', 'Working days'),
  months: say('月数', 'Months'),
  years: say('年数', 'Years'),
  terms: say('任次', 'Terms'),
} as const;

const PART_MONTHS = (at: string) => ({
  code: 'open-choice',
  at,
  words: say('没有写明不足一个月怎么算', 'It is not said how a part of a month counts'),
  wayOut: say(
    '写 part_months: full、begun、pro-rata、halves 或 { from_days: 15 }',
    'Write part_months: full, begun, pro-rata, halves or { from_days: 15 }',
  ),
});

const PART_YEARS = (at: string) => ({
  code: 'open-choice',
  at,
  words: say('没有写明不足一年怎么算', 'It is not said how a part of a year counts'),
  wayOut: say('写 part_years: full、begun 或 pro-rata', 'Write part_years: full, begun or pro-rata'),
});

const POSTS = (at: string) => ({
  code: 'no-posts',
  at,
  words: say('累计、连续或任次须写明是什么职务', 'What is added up over time must say in which posts'),
  wayOut: say('写 posts：职务或派驻类别的 id', 'Add posts: ids of posts, or kinds of postings'),
});

function daysOf({ in: unit, posts, except }: Part, at: At): Days[] {
  if (unit === 'terms' && posts) return timesInPosts(posts, at);
  const there = at.steps?.there.days ?? [{ from: toDay(at.period.start), to: toDay(at.period.end) }];
  const all = posts ? daysInPosts(posts, at) : there.flatMap(({ from, to }) => within(from, to, at.period));
  return except ? without(all, daysInPosts(except, at)) : all;
}
