import { aggregate } from '../measure/aggregate.ts';
import { exactSum } from '../measure/exact-sum.ts';
import { partOf } from '../measure/over.ts';
import { compileSet } from '../measure/set.ts';
import { checkSet } from '../measure/set-check.ts';
import { addUp } from '../measure/set-micros.ts';
import { setWords } from '../measure/set-words.ts';
import { COUNTED, type ExpressionConstruct, type FigureType, type PartOf } from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: COUNTED };

/** `count: { form: visit, where: … }`: how many members the set has; 0 when it is empty. */
export const count: ExpressionConstruct<PartOf<'count'>> = {
  key: 'count',
  check: ({ count: part }, at, checker) => (checkSet(part, `${at}/count`, checker) ? TYPE : null),
  compile: ({ count: part }, { parts }) => {
    const set = compileSet(part, parts);
    const over = setWords(set);
    return aggregate({
      construct: 'count',
      parts,
      type: TYPE,
      words: say(`计数${over['zh-CN']}`, `Number of ${over.en}`),
      collect: (at) => {
        const { elements, ...others } = set.gather(at);
        return { members: elements.map((element) => partOf({ element, worth: 1 })), ...others };
      },
      reduce: (members) => figure(exactSum(members.map(({ worth }) => worth)), TYPE),
      micros: addUp(part, set.predicate, parts),
    });
  },
};
