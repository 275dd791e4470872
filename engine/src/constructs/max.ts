import { Decimal } from '../decimal.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkNumberOver, noMembers, numbersOver } from '../measure/over.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, PartOf } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking } from '../measure/values.ts';
import { say } from '../words.ts';

/** `max: { form: survey, of: data.households }`: the largest number of the set; no value when it is empty. */
export const max: ExpressionConstruct<PartOf<'max'>> = {
  key: 'max',
  check: ({ max: part }, at, checker) => checkNumberOver(part, `${at}/max`, checker),
  compile: ({ max: part }, { parts }) => {
    const { set, of, collect } = numbersOver(part, parts);
    const [type, field, over] = [numberIn(of.unit), ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'max',
      parts,
      type,
      words: say(`最大的${field['zh-CN']}，取自${over['zh-CN']}`, `Largest ${field.en} of ${over.en}`),
      collect,
      reduce: (members) => {
        if (members.length === 0) return lacking([noMembers(set, part)]);
        return figure(Decimal.max(...members.map(({ worth }) => worth)), type);
      },
    });
  },
};
