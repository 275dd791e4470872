import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { LocalItems } from '../../schema/local-items.ts';
import type { Slots } from '../../schema/rating/slots.ts';
import { say } from '../../words.ts';
import { writtenNumber } from '../written-number.ts';
import { admit, type Declared, type Refusal } from './admit.ts';
import { itemSize } from './item-size.ts';
import { limitsOf } from './limits.ts';
import { localsOf, placesOf } from './local.ts';

interface Placed extends Declared {
  readonly at: string;
  readonly local: LocalItems;
}

/** Items that break the number, size, sign or kind laid down above, and what is left short. Sizes and limits are numbers or parameters. */
export function limitProblems(local: LocalItems, slots: Slots, parts: Parts): Finding[] {
  const limits = limitsOf(slots, (expression) => writtenNumber(expression, parts));
  const open = sizesOf(local, parts).filter((one): one is Finding => 'code' in one);
  if (open.length > 0) return open;
  const all = localsOf(local.rating, local.slots, parts);
  const common = all.filter((one) => one.for === undefined && one.id <= local.id);
  const beside = local.for === undefined ? common : [...common, local];
  const items = beside.flatMap((one) => sizesOf(one, parts)).filter((one): one is Placed => !('code' in one));
  const { items: judged, short } = admit(items, limits);
  const refused = judged.flatMap(({ item, refused: why }) =>
    why !== null && item.local === local ? [beyond(item, why, slots)] : [],
  );
  const isLast = all.every((one) => one.for !== undefined || one.id <= local.id);
  return [...refused, ...(isLast && refused.length === 0 ? short.map(tooLittle) : [])];
}

function sizesOf(local: LocalItems, parts: Parts): (Placed | Finding)[] {
  return placesOf(local).map(({ one, at }) => {
    const size = itemSize(one.item, (expression) => writtenNumber(expression, parts));
    const { title, kind = null } = one;
    if ('plus' in size) return { ...size, title, kind, at, local, unfit: null };
    const { 'zh-CN': zh, en } = title;
    if ('unlimited' in size) {
      return {
        code: 'unlimited-item',
        at: `${at}/item/${size.unlimited}`,
        words: say(
          `“${zh}”没有写明最高（低）分，无法核对上级的限度`,
          `“${en}” has no end, so that the limits from above cannot be checked`,
        ),
        wayOut: say(`${size.unlimited} 写成数字或 full`, `Write a number for ${size.unlimited}, or full`),
      };
    }
    return {
      code: 'item-size-unknown',
      at: `${at}/item/${size.unknown}`,
      words: say(
        `“${zh}”的 ${size.unknown} 不是数字，也不是已设定的参数`,
        `${size.unknown} of “${en}” is neither a number nor a parameter that is set`,
      ),
      wayOut: say(
        '自设项目的满分、上下限须写成数字或参数',
        'Write full marks and ends of local items as numbers or parameters',
      ),
    };
  });
}

const POINTER: Readonly<Record<Refusal['limit'], string>> = {
  sign: '/item',
  size: '/item/full',
  kind: '/kind',
  number: '',
  together: '',
  name: '',
  need: '',
};

const beyond = ({ title, at }: Placed, { limit, words, wayOut }: Refusal, { kinds }: Slots): Finding => ({
  code: `local-item-${limit}`,
  at: `${at}${POINTER[limit]}`,
  words: say(`自设项目“${title['zh-CN']}”：${words['zh-CN']}`, `Local item “${title.en}”: ${words.en}`),
  wayOut:
    limit === 'kind' && kinds
      ? say(
          `可用：${kinds.map((one) => `${one.id}（${one.title['zh-CN']}）`).join('、')}`,
          `Use one of: ${kinds.map((one) => `${one.id} (${one.title.en})`).join(', ')}`,
        )
      : wayOut,
});

const tooLittle = (words: Refusal['words']): Finding => ({
  code: 'local-items-short',
  at: '/items',
  words,
  wayOut: say('增加项目或分值，达到上级的要求', 'Have more or larger items, as required from above'),
});
