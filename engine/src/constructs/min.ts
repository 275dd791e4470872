import { Decimal } from '../decimal.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkNumberOver, noMembers, numbersOver } from '../measure/over.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking } from '../measure/values.ts';
import { say } from '../words.ts';

/** `min: { form: survey, of: data.households }`: the smallest number of the set; no value when it is empty. */
export const min: ExpressionConstruct<PartOf<'min'>> = {
  key: 'min',
  check: ({ min: part }, at, checker) => checkNumberOver(part, `${at}/min`, checker),
  compile: ({ min: part }, { parts }) => {
    const { set, of, collect } = numbersOver(part, parts);
    const [type, field, over] = [numberIn(of.unit), ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'min',
      parts,
      type,
      words: say(`最小的${field['zh-CN']}，取自${over['zh-CN']}`, `Smallest ${field.en} of ${over.en}`),
      collect,
      reduce: (members) => {
        if (members.length === 0) return lacking([noMembers(set, part)]);
        return figure(Decimal.min(...members.map(({ worth }) => worth)), type);
      },
    });
  },
};
