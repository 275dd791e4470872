import { toDay } from '../../day.ts';
import { unknownName } from '../../duty/problems.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { LocalItem, LocalItems } from '../../schema/local-items.ts';
import type { Rating } from '../../schema/rating.ts';
import { say } from '../../words.ts';
import { analyseAside } from '../analyse.ts';
import { judgeLocal } from './judge-local.ts';
import { type FromPacks, placesOf, slotsNamed } from './local.ts';
import { limitProblems } from './static-limits.ts';

/** Everything wrong with items made locally: what they name, their own rules, and the limits from above. */
export function checkLocalItems(local: LocalItems, parts: Parts): Finding[] {
  const rating = parts.ratings.get(local.rating);
  if (!rating) return unknownName('rating', local.rating, parts.ratings, '/rating');
  const named = slotsNamed(local, rating);
  if (!named) return [noSlots(local, rating)];
  const own = analyseAside(rating, parts, local.slots, (checker) => judgeLocal(local, checker));
  return [
    ...own,
    ...doubled(local),
    ...placesOf(local).flatMap(({ one, at }) => lacking(one, at, named.packs)),
    ...limitProblems(local, named.slots, parts),
  ];
}

function noSlots({ slots }: LocalItems, rating: Rating): Finding {
  const offered = rating.steps.flatMap((step) => ('slots' in step && 'packs' in step.slots.filled_by ? [step.id] : []));
  return {
    code: 'no-slots',
    at: '/slots',
    words: say(
      `“${rating.title['zh-CN']}”的“${slots}”不是留给制度包自设项目的步骤`,
      `“${slots}” of “${rating.title.en}” leaves packs no room for local items`,
    ),
    wayOut:
      offered.length === 0
        ? say('请上级在评分办法中写一个 slots 步骤', 'Ask the upper authority for a `slots` step')
        : say(`可用：${offered.join(', ')}`, `Use one of: ${offered.join(', ')}`),
  };
}

const doubled = ({ items }: LocalItems): Finding[] =>
  items.flatMap(({ id }, i) =>
    items.findIndex((one) => one.id === id) === i
      ? []
      : [
          {
            code: 'duplicate-id',
            at: `/items/${i}/id`,
            words: say(`项目“${id}”定义了两次`, `The item “${id}” is defined twice`),
            wayOut: say('改名或删去一个', 'Rename or remove one'),
          },
        ],
  );

/** What an item must state and does not. */
function lacking(one: LocalItem, at: string, { needs = [], shown_days }: FromPacks): Finding[] {
  const missing = needs.filter((key) => one[key] === undefined).map((key) => notStated(one, at, key));
  if (shown_days === undefined) return missing;
  const { shown } = one;
  if (shown === undefined) return [...missing, notStated(one, at, 'shown')];
  const days = toDay(shown.to) - toDay(shown.from) + 1;
  if (days >= shown_days) return missing;
  return [
    ...missing,
    {
      code: 'shown-too-short',
      at: `${at}/shown`,
      words: say(
        `“${one.title['zh-CN']}”公示 ${days} 天，不足 ${shown_days} 天`,
        `“${one.title.en}” was shown ${days} days, not ${shown_days}`,
      ),
      wayOut: say('公示期满后再写入', 'Put it in once it has been shown long enough'),
    },
  ];
}

const STATED = {
  reason: say('设置理由', 'its reason'),
  approved: say('批准单位和日期', 'who approved it and when'),
  shown: say('公示起止日期', 'from when to when it was shown'),
} as const;

const notStated = ({ title }: LocalItem, at: string, key: keyof typeof STATED): Finding => ({
  code: `no-${key}`,
  at,
  words: say(
    `“${title['zh-CN']}”没有写明${STATED[key]['zh-CN']}：上级要求自设项目写明`,
    `“${title.en}” does not state ${STATED[key].en}, which the upper rule demands of local items`,
  ),
  wayOut: say(`写 ${key}`, `Write ${key}`),
});
