import { conditionWords } from '../condition.ts';
import { aggregate } from '../measure/aggregate.ts';
import { checkConditionOver, conditionsOver } from '../measure/over.ts';
import { anyMicros } from '../measure/set-quick.ts';
import { setWords } from '../measure/set-words.ts';
import type { ExpressionConstruct, FigureType, PartOf } from '../measure/types.ts';
import { known } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'boolean' };
const YES = known(true);

/** `any: { form: visit, that: data.done }`: whether one member fulfils the condition; no when the set is empty. */
export const any: ExpressionConstruct<PartOf<'any'>> = {
  key: 'any',
  check: ({ any: part }, at, checker) => (checkConditionOver(part, `${at}/any`, checker) ? TYPE : null),
  compile: ({ any: part }, { parts }) => {
    const { set, that: condition, collect } = conditionsOver(part, parts);
    const [over, that] = [setWords(set), conditionWords(part.that, set.variables)];
    return aggregate({
      construct: 'any',
      parts,
      type: TYPE,
      words: say(`至少一条${over['zh-CN']}满足：${that['zh-CN']}`, `At least one of ${over.en} fulfils: ${that.en}`),
      collect,
      reduce: (members) => known(members.some(({ worth }) => worth)),
      micros: anyMicros(part, set.predicate, condition, parts),
      decide: (members) => (members.some(({ worth }) => worth) ? YES : null),
    });
  },
};
