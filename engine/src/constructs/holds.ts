import { toDay } from '../day.ts';
import { unknownName } from '../duty/problems.ts';
import { YES_OR_NO } from '../measure/judgement.ts';
import { ON_WORDS } from '../measure/on-words.ts';
import { type Days, daysInPosts } from '../measure/tenure.ts';
import type { At, ExpressionConstruct, PartOf } from '../measure/types.ts';
import { step } from '../measure/values.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

type On = PartOf<'holds'>['holds']['on'];

/** `{ holds: { posts: [secretary], on: last-day } }`, in a formula `holds("secretary", "last-day")`: who is in office. */
export const holds: ExpressionConstruct<PartOf<'holds'>> = {
  key: 'holds',
  check: ({ holds: { posts } }, at, { parts, add }) => {
    const findings = posts.flatMap((post, i) =>
      parts.postingKinds.has(post) ? [] : unknownName('post-kind', post, parts.postKinds, `${at}/holds/posts/${i}`),
    );
    for (const finding of findings) add(finding);
    return findings.length === 0 ? YES_OR_NO : null;
  },
  compile: ({ holds: { posts, on } }, { parts }) => {
    const titles = posts.map(
      (post) => (parts.postKinds.get(post) ?? parts.postingKinds.get(post))?.title ?? say(post, post),
    );
    const evaluate = (at: At) => known(judged(on, daysInPosts(posts, at), at));
    return {
      evaluate,
      explain: (at) =>
        step(parts, YES_OR_NO, {
          construct: 'holds',
          words: say(
            `${ON_WORDS[on]['zh-CN']}任${titles.map((one) => one['zh-CN']).join('或')}`,
            `In office as ${titles.map((one) => one.en).join(' or ')} ${ON_WORDS[on].en}`,
          ),
          result: evaluate(at),
          period: at.period,
        }),
    };
  },
};

function judged(on: On, days: readonly Days[], { period }: At): boolean {
  const [start, end] = [toDay(period.start), toDay(period.end)];
  if (on === 'any-day') return days.length > 0;
  if (on === 'first-day') return days[0]?.from === start;
  if (on === 'last-day') return days.at(-1)?.to === end;
  return days[0]?.from === start && days[0].to === end;
}
