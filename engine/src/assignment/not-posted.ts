import { compilePredicate } from '../condition.ts';
import { subjectEnv } from '../variables.ts';
import { type Case, type Found, named } from './case.ts';
import { exemptionOn, sinceEnded } from './exemption.ts';
import { PERSON_NAMES } from './variables.ts';

/** Persons known to be in scope who, after the day set, neither serve nor hold an accepted exemption. */
export function notPosted(known: Case): Found[] {
  const { assignment, index, asOf, serving } = known;
  const rule = assignment.all_posted;
  if (!rule || (rule.by !== undefined && asOf <= rule.by)) return [];
  const inScope = compilePredicate(rule.who, PERSON_NAMES);
  const posted = new Set(serving.map(({ person }) => person));
  return index.world.persons
    .filter((person) => !posted.has(person.id) && inScope({ as_of: asOf, person: subjectEnv(person) }) === true)
    .flatMap(({ id, name }): Found[] => {
      const exemption = exemptionOn(rule.exempted_by, { person: id }, known);
      if (exemption.state === 'held') return [];
      return [{ subject: { kind: 'person', id }, words: named(name, sinceEnded(rule.message, exemption)) }];
    });
}
