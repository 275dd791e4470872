import { Decimal } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import type { At } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Item } from '../../schema/rating/item.ts';
import type { Value, Words } from '../../value.ts';
import { plain, valueToJson } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepExplanation } from '../types.ts';
import type { ItemPart } from './effective.ts';

/** An item as it came about: where it starts, every change that took effect or is not known, and the ends it met. */
export function explainItem(
  { starts }: Item,
  full: Value | null,
  parts: readonly ItemPart[],
  notes: readonly Words[],
  at: At,
): StepExplanation {
  const marks = full?.state === 'known' ? plain(toDecimal(full)) : '?';
  const start =
    full === null
      ? say('没有满分，从零加', 'no full marks, starting at zero')
      : starts === 'full'
        ? say(`满分 ${marks}，从满分扣`, `full marks ${marks}, from which is taken`)
        : say(`满分 ${marks}，从零加`, `full marks ${marks}, starting at zero`);
  const said = [start, ...notes];
  const raw = rawOf(starts, full, parts);
  return {
    words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
    ...(raw ? { details: { ...(full ? { full: marks } : {}), raw: plain(raw), starts } } : {}),
    children: parts.map((part) => explainChange(part, at)),
  };
}

/** The marks before their ends; null while something is not known. */
function rawOf(starts: Item['starts'], full: Value | null, parts: readonly ItemPart[]): Decimal | null {
  if ((full && full.state !== 'known') || parts.some(({ value }) => value.state === 'not-known')) return null;
  const start = starts === 'full' && full ? toDecimal(full) : new Decimal(0);
  return parts.reduce(
    (so, { value, sign }) => (value.state === 'known' ? so.plus(toDecimal(value).times(sign)) : so),
    start,
  );
}

function explainChange({ title, value, sign, run, keptBy, id }: ItemPart, at: At): Explanation {
  const result = valueToJson(
    value.state === 'known' ? { ...value, value: toDecimal(value).times(sign).plus(new Decimal(0)) } : value,
  );
  if (keptBy) {
    const other = keptBy.run.title;
    return {
      construct: 'item-change',
      words: say(
        `${title['zh-CN']}（已按“${other['zh-CN']}”计，不再计）`,
        `${title.en} (not counted beside “${other.en}”)`,
      ),
      result,
      details: { change: id },
    };
  }
  const { words, ...inside } = run.explain(at);
  return {
    construct: 'item-change',
    words: say(`${title['zh-CN']}（${words['zh-CN']}）`, `${title.en} (${words.en})`),
    result,
    ...inside,
    details: { ...inside.details, change: id },
  };
}
