import { conditionWords } from '../condition.ts';
import { Decimal, divide } from '../decimal.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkConditionOver, conditionsOver } from '../measure/over.ts';
import { setWords } from '../measure/set-words.ts';
import { type ExpressionConstruct, type FigureType, type PartOf, SHARE } from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import { notApplicable } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: SHARE };
const EMPTY = notApplicable(
  say('基数为零：期间内没有可计的对象', 'The base is zero: there is nothing to count in the period'),
);

/** `share: { form: problem, that: data.solved }`: fulfilling ÷ all, 0 to 1; does not apply when there are none. */
export const share: ExpressionConstruct<PartOf<'share'>> = {
  key: 'share',
  check: ({ share: part }, at, checker) => (checkConditionOver(part, `${at}/share`, checker) ? TYPE : null),
  compile: ({ share: part }, { parts }) => {
    const { set, collect } = conditionsOver(part, parts);
    const [over, that] = [setWords(set), conditionWords(part.that, set.variables)];
    return aggregate({
      construct: 'share',
      parts,
      type: TYPE,
      words: say(`${over['zh-CN']}中的占比，满足：${that['zh-CN']}`, `Share of ${over.en} that fulfils: ${that.en}`),
      collect,
      reduce: (members) => {
        if (members.length === 0) return EMPTY;
        const fulfilling = members.filter(({ worth }) => worth).length;
        return figure(divide(new Decimal(fulfilling), new Decimal(members.length)), TYPE);
      },
    });
  },
};
