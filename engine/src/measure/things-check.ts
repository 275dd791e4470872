import { compileValue, typeWords, type Variables, type VariableType } from '../condition.ts';
import { valueProblems } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { sourcesOf } from '../schema/rating/same-thing.ts';
import { say } from '../words.ts';
import { type SetPart, variablesOf } from './set.ts';
import { isOfThings } from './things.ts';
import type { Checker } from './types.ts';

interface Checking extends Checker {
  readonly checkSet: (set: SetPart, at: string, checker: Checker) => Variables | null;
}

/** What the members of a set speak of, by the names each set within knows. */
type Things = readonly (readonly VariableType[])[];

/** Judges what makes members of a set the same, and the sets they are looked up in. */
export function checkThings(set: SetPart, variables: Variables, at: string, checker: Checking): boolean {
  const findings = [...sameProblems(set, variables, `${at}/same`), ...missingWords(set, at)];
  for (const finding of findings) checker.add(finding);
  const others = (['also_in', 'not_in'] as const).flatMap((key) =>
    (set[key] ?? []).map((one, i) => ({ one, at: `${at}/${key}/${i}` })),
  );
  const sound = others.map(({ one, at: here }) => checker.checkSet(one, here, checker) !== null);
  if (findings.length > 0 || sound.includes(false)) return false;
  const unlike = unlikeThings(set, at, checker.parts);
  if (unlike) checker.add(unlike);
  return unlike === null;
}

const sameProblems = ({ same }: SetPart, variables: Variables, at: string): Finding[] =>
  same === undefined
    ? []
    : sourcesOf(same).flatMap((source, i) =>
        valueProblems(source, variables, typeof same === 'string' ? at : `${at}/${i}`),
      );

/** Keys that read what the members hold. */
const READING = ['of', 'that', 'takes'];

function missingWords(set: SetPart, at: string): Finding[] {
  const { any_of = [], also_in = [], not_in = [] } = set;
  const others = [...also_in, ...not_in];
  const named = any_of.filter(isOfThings).length;
  if (set.same === undefined && named > 0 && named < any_of.length) return [noSame(at, 'any_of')];
  if (others.length > 0 && !(isOfThings(set) && others.every(isOfThings)))
    return [noSame(at, also_in.length > 0 ? 'also_in' : 'not_in')];
  if (set.keeps !== undefined && !isOfThings(set)) return [noSame(at, 'keeps')];
  const reads = READING.some((key) => key in set);
  return reads && set.keeps === undefined && isOfThings(set) ? [whichIsRead(at)] : [];
}

const noSame = (at: string, key: string): Finding => ({
  code: 'no-same',
  at: `${at}/${key}`,
  words: say('没有写明什么相同算同一个', 'It is not said what makes two members the same one'),
  wayOut: say(
    '在这里和其中的每一组都写 same，如 same: data.household',
    'Write same here and in each of the sets inside, e.g. same: data.household',
  ),
});

const whichIsRead = (at: string): Finding => ({
  code: 'must-choose',
  at,
  words: say(
    '同一个可能有几条，没有写明读哪一条',
    'There may be several of the same one, and it is not said which is read',
  ),
  wayOut: say('写 keeps: first（最早的）或 keeps: latest（最近的）', 'Write keeps: first or keeps: latest'),
});

/** Sets whose members can never be the same: a number and a text, or one value and two. */
function unlikeThings(set: SetPart, at: string, parts: Parts): Finding | null {
  const within = [
    ...(set.same === undefined ? (set.any_of ?? []).map((one, i) => ({ one, here: `${at}/any_of/${i}` })) : []),
    ...(['also_in', 'not_in'] as const).flatMap((key) =>
      (set[key] ?? []).map((one, i) => ({ one, here: `${at}/${key}/${i}` })),
    ),
  ];
  const [own] = thingsOf(set, parts);
  if (!own) return null;
  for (const { one, here } of within) {
    const unlike = thingsOf(one, parts).find((types) => !areAlike(own, types));
    if (unlike) return cannotBeSame(own, unlike, here);
  }
  return null;
}

function thingsOf(set: SetPart, parts: Parts): Things {
  if (set.same === undefined) return (set.any_of ?? []).flatMap((one) => thingsOf(one, parts));
  const variables = variablesOf(set, parts);
  return [sourcesOf(set.same).map((source) => compileValue(source, variables).type)];
}

const areAlike = (a: readonly VariableType[], b: readonly VariableType[]): boolean =>
  a.length === b.length && a.every((one, i) => isAlike(one, b[i]));

/** A list holds texts. */
const KIND: Partial<Record<VariableType['type'], string>> = { list: 'text' };

function isAlike(a: VariableType, b: VariableType | undefined): boolean {
  if (b === undefined) return false;
  if (a.type === 'any' || b.type === 'any') return true;
  return (KIND[a.type] ?? a.type) === (KIND[b.type] ?? b.type);
}

function cannotBeSame(own: readonly VariableType[], others: readonly VariableType[], at: string): Finding {
  const [a, b] = [own, others].map((types) => ({
    zh: types.map((one) => typeWords(one)['zh-CN']).join('、'),
    en: types.map((one) => typeWords(one).en).join(', '),
  })) as [{ zh: string; en: string }, { zh: string; en: string }];
  return {
    code: 'unlike-sets',
    at: `${at}/same`,
    words: say(`两组永远对不上：一边是${a.zh}，一边是${b.zh}`, `The sets never meet: here ${a.en}, there ${b.en}`),
    wayOut: say(
      '两边按同样顺序写同一种值，如都写户号',
      'Write values of one kind on both sides, in the same order, e.g. the number of the household',
    ),
  };
}
