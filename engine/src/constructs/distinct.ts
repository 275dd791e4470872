import { compileValue } from '../condition.ts';
import { valueProblems } from '../duty/problems.ts';
import { aggregate } from '../measure/aggregate.ts';
import { type Collected, type Contribution, collecting } from '../measure/over.ts';
import { compileSet, type SetPart } from '../measure/set.ts';
import { checkSet } from '../measure/set-check.ts';
import { ofWords, setWords } from '../measure/set-words.ts';
import {
  type At,
  type Checker,
  COUNTED,
  type ExpressionConstruct,
  type FigureType,
  type PartOf,
} from '../measure/types.ts';
import { figure } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

const TYPE: FigureType = { kind: 'number', unit: COUNTED };

type Members = SetPart & { readonly of: string };

/**
 * `distinct: { form: aid, of: data.household }`: how many different values there are; members of lists count singly.
 * With `except`, values that the other set has too are left out.
 */
export const distinct: ExpressionConstruct<PartOf<'distinct'>> = {
  key: 'distinct',
  check: ({ distinct: part }, at, checker) => {
    const sound = checkMembers(part, `${at}/distinct`, checker);
    const soundToo = part.except === undefined || checkMembers(part.except, `${at}/distinct/except`, checker);
    return sound && soundToo ? TYPE : null;
  },
  compile: ({ distinct: part }, { parts }) => {
    const all = membersOf(part, parts);
    const left = part.except === undefined ? null : membersOf(part.except, parts);
    const words =
      left === null
        ? all.words
        : say(`${all.words['zh-CN']}，除去${left.words['zh-CN']}`, `${all.words.en}, except ${left.words.en}`);
    return aggregate({
      construct: 'distinct',
      parts,
      type: TYPE,
      words: say(`不同的${words['zh-CN']}`, `Different ${words.en}`),
      collect: left === null ? all.collect : (at) => without(all.collect(at), left.collect(at)),
      shown: newValues,
      reduce: (members) => figure(new Set(members.flatMap(({ worth }) => worth as unknown)).size, TYPE),
    });
  },
};

function checkMembers(part: Members, at: string, checker: Checker): boolean {
  const variables = checkSet(part, at, checker);
  if (!variables) return false;
  for (const finding of valueProblems(part.of, variables, `${at}/of`)) checker.add(finding);
  return true;
}

function membersOf(part: Members, parts: Parts): { words: Words; collect: (at: At) => Collected<unknown> } {
  const set = compileSet(part, parts);
  const of = compileValue(part.of, set.variables);
  const [field, over] = [ofWords(part.of, set), setWords(set)];
  return {
    words: say(`${field['zh-CN']}，取自${over['zh-CN']}`, `${field.en} of ${over.en}`),
    collect: collecting(set, of, of.reads),
  };
}

/** The members with only the values the others do not have; what is not known of either stays not known. */
function without(all: Collected<unknown>, others: Collected<unknown>): Collected<unknown> {
  const gone = new Set(others.members.flatMap(({ worth }) => worth));
  const members = all.members.flatMap(({ element, worth }) => {
    const left = [worth].flat().filter((value) => !gone.has(value));
    return left.length === 0 ? [] : [{ element, worth: left }];
  });
  return { members, doubt: [...all.doubt, ...others.doubt] };
}

/** How many values each member brings that none before it had. */
function newValues(members: readonly Contribution<unknown>[]): string[] {
  const seen = new Set<unknown>();
  return members.map(({ worth }) => {
    const before = seen.size;
    for (const value of [worth].flat()) seen.add(value);
    return String(seen.size - before);
  });
}
