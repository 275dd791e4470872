import { Decimal, divide } from '../decimal.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkNumberOver, noMembers, numbersOver } from '../measure/over.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking } from '../measure/values.ts';
import { say } from '../words.ts';

/** `median: { form: survey, of: data.income }`: the middle one, the mean of both middle ones when their number is even. */
export const median: ExpressionConstruct<PartOf<'median'>> = {
  key: 'median',
  check: ({ median: part }, at, checker) => checkNumberOver(part, `${at}/median`, checker),
  compile: ({ median: part }, { parts }) => {
    const { set, of, collect } = numbersOver(part, parts);
    const [type, field, over] = [numberIn(of.unit), ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'median',
      parts,
      type,
      words: say(`${over['zh-CN']}的${field['zh-CN']}的中位数`, `Median of ${field.en} of ${over.en}`),
      collect,
      reduce: (members) => {
        const middle = middleOf(members.map(({ worth }) => new Decimal(worth)));
        return middle === null ? lacking([noMembers(set, part)]) : figure(middle, type);
      },
    });
  },
};

function middleOf(numbers: readonly Decimal[]): Decimal | null {
  const sorted = numbers.toSorted((a, b) => a.comparedTo(b));
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low && high ? divide(low.plus(high), new Decimal(2)) : null;
}
