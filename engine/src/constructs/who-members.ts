import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { bySpells } from '../duty/spell-subjects.ts';
import { membershipSpells } from '../duty/spells.ts';
import type { WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Who, { members: unknown }>;

/**
 * `who: { members: [party-branch] }`: every member of organisations of these kinds, while a member. Who moves inside a period is rated for
 * all of it, where the last day was.
 */
export const whoMembers: WhoConstruct<Part> = {
  id: 'who-members',
  check: ({ members, where }, at, { parts, subject }) => [
    ...members.flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/members/${i}`),
    ),
    ...conditionProblems(where, { subject }, `${at}/where`),
  ],
  compile: (part, { parts }) => {
    const kinds = new Set(part.members);
    const bind = binding(part.where, subjectType(part, parts));
    return {
      ...bySpells((index) => membershipSpells(kinds, index), bind),
      explain: (subject, { organisations }) => {
        const branch = organisations.get(subject.organisation)?.name ?? subject.organisation;
        return boundStep('who-members', subject, say(`${branch}党员`, `Member of ${branch}`), bind.words);
      },
    };
  },
};
