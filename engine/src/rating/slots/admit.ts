import { Decimal } from '../../decimal.ts';
import type { Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Ends, SideLimits, SlotLimits } from './limits.ts';

/** An item as far as the limits look at it: the most it can bring, and the most it can take. */
export interface Declared {
  readonly title: Words;
  readonly plus: Decimal;
  readonly minus: Decimal;
  readonly kind: string | null;
  /** What keeps it out whatever the limits. */
  readonly unfit: Refusal | null;
}

/** Which limit an item breaks, in words, and what to do. */
export interface Refusal {
  readonly limit: 'sign' | 'size' | 'kind' | 'number' | 'together' | 'name' | 'need';
  readonly words: Words;
  readonly wayOut: Words;
}

export interface Admitted<D> {
  readonly items: readonly { readonly item: D; readonly refused: Refusal | null }[];
  /** Lower ends that the admitted items together do not reach. */
  readonly short: readonly Words[];
}

/** Takes items in their order as far as every limit leaves room; one that is refused uses no room. */
export function admit<D extends Declared>(items: readonly D[], limits: SlotLimits): Admitted<D> {
  const taken: D[] = [];
  const judged = items.map((item) => {
    const refused = item.unfit ?? byItself(item, limits) ?? besideOthers([...taken, item], limits);
    if (refused === null) taken.push(item);
    return { item, refused };
  });
  return { items: judged, short: shortOf(taken, limits) };
}

const SIGNS = { plus: say('加分', 'marks brought'), minus: say('减分', 'marks taken') } as const;
type Sign = keyof typeof SIGNS;
const BOTH: readonly Sign[] = ['plus', 'minus'];

function byItself(item: Declared, limits: SlotLimits): Refusal | null {
  for (const sign of BOTH) {
    const size = item[sign];
    if (size.isZero()) continue;
    const side = limits[sign];
    if (side === null) return wrongSign(sign);
    const broken = outside(size, side.each, 'size', SIGNS[sign]);
    if (broken) return broken;
  }
  const { kinds } = limits;
  return kinds === null || (item.kind !== null && kinds.has(item.kind)) ? null : wrongKind(item.kind, kinds);
}

const wrongSign = (sign: Sign): Refusal => ({
  limit: 'sign',
  words: say(`不得设${SIGNS[sign]['zh-CN']}项`, `An item with ${SIGNS[sign].en} is not allowed`),
  wayOut: sign === 'minus' ? say('只设加分项', 'Let it only bring marks') : say('只设减分项', 'Let it only take marks'),
});

function wrongKind(kind: string | null, kinds: ReadonlySet<string>): Refusal {
  const offered = [...kinds].join(', ');
  return {
    limit: 'kind',
    words:
      kind === null
        ? say('没有写明类别', 'Its kind is not stated')
        : say(`类别“${kind}”不在可设范围内`, `The kind “${kind}” is not among those allowed`),
    wayOut: say(`可用：${offered}`, `Use one of: ${offered}`),
  };
}

function besideOthers(items: readonly Declared[], limits: SlotLimits): Refusal | null {
  const upper = ({ most }: Ends): Ends => ({ least: null, most });
  for (const { is, ends, limit, words } of sums(items, limits)) {
    const broken = outside(is, upper(ends), limit, words);
    if (broken) return broken;
  }
  return null;
}

interface Sum {
  readonly is: Decimal;
  readonly ends: Ends;
  readonly limit: 'number' | 'together';
  readonly words: Words;
}

function sums(items: readonly Declared[], limits: SlotLimits): Sum[] {
  const side = (sign: Sign, { number, together }: SideLimits): Sum[] => {
    const sizes = items.map((item) => item[sign]).filter((size) => !size.isZero());
    const { 'zh-CN': zh, en } = SIGNS[sign];
    return [
      { is: new Decimal(sizes.length), ends: number, limit: 'number', words: say(`${zh}项数`, `Items with ${en}`) },
      { is: Decimal.sum(0, ...sizes), ends: together, limit: 'together', words: say(`${zh}合计`, `All ${en}`) },
    ];
  };
  const sizes = items.flatMap(({ plus, minus }) => [plus, minus]);
  return [
    {
      is: new Decimal(items.length),
      ends: limits.number,
      limit: 'number',
      words: say('自设项目数', 'The number of local items'),
    },
    {
      is: Decimal.sum(0, ...sizes),
      ends: limits.together,
      limit: 'together',
      words: say('各项分值合计', 'The marks of all items'),
    },
    ...BOTH.flatMap((sign) => (limits[sign] === null ? [] : side(sign, limits[sign]))),
  ];
}

function outside(is: Decimal, { least, most }: Ends, limit: Refusal['limit'], words: Words): Refusal | null {
  const { 'zh-CN': zh, en } = words;
  if (most !== null && is.gt(most)) {
    return {
      limit,
      words: say(`${zh} ${plain(is)}，超过 ${plain(most)}`, `${en}: ${plain(is)} is more than ${plain(most)}`),
      wayOut: say('减少项目或分值，使之不超过上级的限度', 'Have fewer or smaller items, within the limits from above'),
    };
  }
  if (least === null || is.gte(least)) return null;
  return {
    limit,
    words: say(`${zh} ${plain(is)}，不足 ${plain(least)}`, `${en}: ${plain(is)} is less than ${plain(least)}`),
    wayOut: say('增加项目或分值，达到上级的要求', 'Have more or larger items, as required from above'),
  };
}

function shortOf(items: readonly Declared[], limits: SlotLimits): Words[] {
  if (items.length === 0 && limits.number.least === null) return [];
  return sums(items, limits).flatMap(({ is, ends: { least }, limit, words }) => {
    const broken = outside(is, { least, most: null }, limit, words);
    return broken ? [broken.words] : [];
  });
}
