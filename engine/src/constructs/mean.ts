import { Decimal, divide } from '../decimal.ts';
import { aggregate } from '../measure/aggregate.ts';
import { exactSum } from '../measure/exact-sum.ts';
import { checkNumberOver, noMembers, numbersOver } from '../measure/over.ts';
import { addUp, worthOf } from '../measure/set-micros.ts';
import { meanMicros } from '../measure/set-quick.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking } from '../measure/values.ts';
import { say } from '../words.ts';

/** `mean: { form: survey, of: data.households }`: sum ÷ members at 34 digits; no value when the set is empty. */
export const mean: ExpressionConstruct<PartOf<'mean'>> = {
  key: 'mean',
  check: ({ mean: part }, at, checker) => checkNumberOver(part, `${at}/mean`, checker),
  compile: ({ mean: part }, { parts }) => {
    const { set, of, collect } = numbersOver(part, parts);
    const [type, field, over] = [numberIn(of.unit), ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'mean',
      parts,
      type,
      words: say(`平均${over['zh-CN']}的${field['zh-CN']}`, `Mean of ${field.en} of ${over.en}`),
      collect,
      micros: meanMicros(addUp(part, set.predicate, parts, worthOf(of)), addUp(part, set.predicate, parts)),
      reduce: (members) => {
        if (members.length === 0) return lacking([noMembers(set, part)]);
        return figure(divide(exactSum(members.map(({ worth }) => worth)), new Decimal(members.length)), type);
      },
    });
  },
};
