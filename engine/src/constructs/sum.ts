import { aggregate } from '../measure/aggregate.ts';
import { exactSum } from '../measure/exact-sum.ts';
import { checkNumberOver, numbersOver, partOf } from '../measure/over.ts';
import { addUp, worthOf } from '../measure/set-micros.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

/** `sum: { form: road-works, of: data.kilometres }`: the exact sum; 0 when the set is empty. */
export const sum: ExpressionConstruct<PartOf<'sum'>> = {
  key: 'sum',
  check: ({ sum: part }, at, checker) => checkNumberOver(part, `${at}/sum`, checker),
  compile: ({ sum: part }, { parts }) => {
    const { set, of, collect } = numbersOver(part, parts);
    const [type, field, over] = [numberIn(of.unit), ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'sum',
      parts,
      type,
      words: say(`合计${over['zh-CN']}的${field['zh-CN']}`, `Sum of ${field.en} of ${over.en}`),
      collect: (at) => {
        const { members, ...others } = collect(at);
        return { members: members.map(partOf), ...others };
      },
      reduce: (members) => figure(exactSum(members.map(({ worth }) => worth)), type),
      micros: addUp(part, set.predicate, parts, worthOf(of)),
    });
  },
};
