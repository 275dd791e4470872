import { compileExact, compilePredicate, type ExactOf, type Predicate } from '../condition.ts';
import { conditionProblems, numberProblems } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Missing, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { type Element, missingIn } from './element.ts';
import { type CompiledSet, compileSet, type SetPart } from './set.ts';
import { checkSet } from './set-check.ts';
import { quoted } from './set-words.ts';
import type { At, Checker, FigureType } from './types.ts';
import { numberIn } from './unit.ts';

/** A member of a set with what it contributes. */
export interface Contribution<T> {
  readonly element: Element;
  readonly worth: T;
}

export interface Collected<T> {
  readonly members: readonly Contribution<T>[];
  readonly doubt: readonly Missing[];
  /** Whose entries of before a merger or division are among them. */
  readonly joined?: Words;
}

/** Judges `of` as a number over the set; gives its type. */
export function checkNumberOver(part: SetPart & { of: string }, at: string, checker: Checker): FigureType | null {
  const variables = checkSet(part, at, checker);
  if (!variables) return null;
  const findings = numberProblems(part.of, variables, `${at}/of`);
  for (const finding of findings) checker.add(finding);
  return findings.length > 0 ? null : numberIn(compileExact(part.of, variables).unit);
}

/** Judges `that` as a condition over the set; true when it is sound. */
export function checkConditionOver(part: SetPart & { that: string }, at: string, checker: Checker): boolean {
  const variables = checkSet(part, at, checker);
  if (!variables) return false;
  const findings = conditionProblems(part.that, variables, `${at}/that`);
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

export interface Over<T> {
  readonly set: CompiledSet;
  readonly collect: (at: At) => Collected<T>;
}

/** The numbers of a set's members, each with the digits it was recorded with. */
export function numbersOver(part: SetPart & { of: string }, parts: Parts): Over<number | string> & { of: ExactOf } {
  const set = compileSet(part, parts);
  const of = compileExact(part.of, set.variables);
  return { set, of, collect: collecting(set, of, of.reads) };
}

/** Whether the condition holds, for each of a set's members. */
export function conditionsOver(part: SetPart & { that: string }, parts: Parts): Over<boolean> & { that: Predicate } {
  const set = compileSet(part, parts);
  const that = compilePredicate(part.that, set.variables);
  return { set, that, collect: collecting(set, that, that.reads) };
}

export function collecting<T>(
  set: CompiledSet,
  read: (env: Element['env']) => T | undefined,
  reads: readonly string[],
): (at: At) => Collected<T> {
  return (at) => {
    const { elements, doubt, ...joined } = set.gather(at);
    const missing = [...doubt];
    const members: Contribution<T>[] = [];
    for (const element of elements) {
      const worth = read(element.env);
      if (worth === undefined) missing.push(...missingIn(element, reads, set.missingName));
      else members.push({ element, worth });
    }
    return { members, doubt: missing, ...joined };
  };
}

/** What an entry counts of which a part is carried on. */
export const partOf = (one: Contribution<number | string>): Contribution<number | string> => {
  const { share } = one.element;
  return share === undefined ? one : { ...one, worth: plain(share.times(one.worth)) };
};

/** What is missing when a set that must have a member has none. */
export function noMembers({ title, called = quoted(title) }: CompiledSet, part: SetPart): Missing {
  const what = part.form === undefined ? 'members' : `form:${part.form}`;
  return {
    what,
    words: say(`期间内没有${called['zh-CN']}`, `There is no ${called.en} in the period`),
  };
}
