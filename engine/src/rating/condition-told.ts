import type { Explanation } from '../explanation.ts';
import type { Words } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

/** A condition in words that stand by themselves: the names of steps, and what figures are, in the place of “the first”. */
export function conditionTold(
  { construct, words, children = [] }: Explanation,
  titleOf: (step: string) => Words,
): Words {
  const [left, right] = children;
  if (construct === 'not' && left) {
    const inner = conditionTold(left, titleOf);
    return say(`并非：${inner['zh-CN']}`, `not: ${inner.en}`);
  }
  if (construct !== 'compare' || !left || !right) return words;
  const named = ({ details, result, unit }: Explanation): Words => {
    const { step } = details ?? {};
    if (typeof step !== 'string') return say(` ${formatValue(result, unit, 'zh-CN')}`, formatValue(result, unit, 'en'));
    const title = titleOf(step);
    return say(`“${title['zh-CN']}”`, `“${title.en}”`);
  };
  const [a, b] = [named(left), named(right)];
  return say(
    words['zh-CN'].replace('前者', a['zh-CN'].trim()).replace('后者', b['zh-CN']),
    words.en.replace('The first', a.en).replace('the second', b.en),
  );
}
