import { compileValue } from '../condition.ts';
import { valueProblems } from '../duty/problems.ts';
import { aggregate } from '../measure/aggregate.ts';
import { type Contribution, collecting } from '../measure/over.ts';
import { compileSet } from '../measure/set.ts';
import { checkSet } from '../measure/set-check.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import { COUNTED, type ExpressionConstruct, type FigureType, type PartOf } from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: COUNTED };

/** `distinct: { form: aid, of: data.household }`: how many different values there are; members of lists count singly. */
export const distinct: ExpressionConstruct<PartOf<'distinct'>> = {
  key: 'distinct',
  check: ({ distinct: part }, at, checker) => {
    const variables = checkSet(part, `${at}/distinct`, checker);
    if (!variables) return null;
    for (const finding of valueProblems(part.of, variables, `${at}/distinct/of`)) checker.add(finding);
    return TYPE;
  },
  compile: ({ distinct: part }, { parts }) => {
    const set = compileSet(part, parts);
    const of = compileValue(part.of, set.variables);
    const [field, over] = [ofWords(part.of, set), setWords(set)];
    return aggregate({
      construct: 'distinct',
      parts,
      type: TYPE,
      words: say(`不同的${field['zh-CN']}，取自${over['zh-CN']}`, `Different ${field.en} of ${over.en}`),
      collect: collecting(set, of, of.reads),
      shown: newValues,
      reduce: (members) => figure(new Set(members.flatMap(({ worth }) => worth as unknown)).size, TYPE),
    });
  },
};

/** How many values each member brings that none before it had. */
function newValues(members: readonly Contribution<unknown>[]): string[] {
  const seen = new Set<unknown>();
  return members.map(({ worth }) => {
    const before = seen.size;
    for (const value of [worth].flat()) seen.add(value);
    return String(seen.size - before);
  });
}
