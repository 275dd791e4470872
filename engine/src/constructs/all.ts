import { conditionWords } from '../condition.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkConditionOver, conditionsOver } from '../measure/over.ts';
import { setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { known, notApplicable } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'boolean' };
const NO = known(false);
const EMPTY = notApplicable(say('期间内没有可判断的对象', 'There is nothing to judge in the period'));

/** `all: { form: visit, that: data.done }`: whether every member fulfils the condition; does not apply when the set is empty. */
export const all: ExpressionConstruct<PartOf<'all'>> = {
  key: 'all',
  check: ({ all: part }, at, checker) => (checkConditionOver(part, `${at}/all`, checker) ? TYPE : null),
  compile: ({ all: part }, { parts }) => {
    const { set, collect } = conditionsOver(part, parts);
    const [over, that] = [setWords(set), conditionWords(part.that, set.variables)];
    return aggregate({
      construct: 'all',
      parts,
      type: TYPE,
      words: say(`每一条${over['zh-CN']}都满足：${that['zh-CN']}`, `All of ${over.en} fulfil: ${that.en}`),
      collect,
      reduce: (members) => (members.length === 0 ? EMPTY : known(members.every(({ worth }) => worth))),
      decide: (members) => (members.every(({ worth }) => worth) ? null : NO),
    });
  },
};
