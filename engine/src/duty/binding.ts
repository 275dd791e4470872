import { compilePredicate, conditionWords, nameWords, type Predicate, type VariableType } from '../condition.ts';
import type { Organisation, Person, Posting } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Who } from '../schema/obligation.ts';
import type { Missing, Words } from '../value.ts';
import { organisationVariables, personVariables, postingVariables, subjectEnv } from '../variables.ts';
import { say } from '../words.ts';

/** The type of `subject` in conditions of a duty that binds these. */
export function subjectType(who: Who, parts: Parts): VariableType {
  if ('organisations' in who) return organisationVariables(present(who.organisations, parts.organisationKinds));
  if ('postings' in who) return postingVariables(present(who.postings, parts.postingKinds));
  return personVariables;
}

/** The parts of these ids that exist; the others are reported where they are named. */
export const present = <T>(ids: readonly string[], parts: ReadonlyMap<string, T>): T[] =>
  ids.flatMap((id) => {
    const part = parts.get(id);
    return part === undefined ? [] : [part];
  });

const BOUND = { bound: true, doubt: [] };

/** Judges `who.where` for one record: `bound`, not bound, or not known and what is missing; `words` says it. */
export function binding(where: string | undefined, subject: VariableType) {
  const predicate: Predicate | null = where === undefined ? null : compilePredicate(where, { subject });
  const judge = (
    of: Organisation | Posting | Person,
  ): { readonly bound: boolean; readonly doubt: readonly Missing[] } => {
    if (predicate === null) return BOUND;
    const record = subjectEnv(of);
    const outcome = predicate({ subject: record });
    if (outcome !== undefined) return { bound: outcome, doubt: [] };
    const empty = predicate.reads.filter((name) => isEmpty(record, name));
    return { bound: true, doubt: empty.map((name) => unknownName(name, nameWords(name, { subject }))) };
  };
  return Object.assign(judge, { words: where === undefined ? undefined : conditionWords(where, { subject }) });
}

const isEmpty = (record: object, name: string): boolean => {
  let at: unknown = { subject: record };
  for (const key of name.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return at === undefined || at === null || at === '';
};

const unknownName = (name: string, title: Words): Missing => ({
  what: `attribute:${name.replace(/^subject\.(attributes\.)?/, '')}`,
  words: say(
    `“${title['zh-CN']}”未填写，无法判定是否适用`,
    `“${title.en}” is not recorded, so it is not known whether the duty applies`,
  ),
});
