import { NEVER, toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Who, { members: unknown }>;

/** `who: { members: [party-branch] }`: every member of organisations of these kinds, since joining. */
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
      subjects: ({ world, organisations }) =>
        world.persons.flatMap((record): DutySubject[] => {
          const branch = record.memberOf === undefined ? undefined : organisations.get(record.memberOf);
          if (!branch || !kinds.has(branch.kind)) return [];
          const { bound, doubt } = bind(record);
          if (!bound) return [];
          return [
            {
              ref: { kind: 'person', id: record.id },
              organisation: branch.id,
              sending: null,
              person: record.id,
              from: Math.max(toDay(branch.from), record.memberSince === undefined ? 0 : toDay(record.memberSince)),
              to: branch.to === undefined ? NEVER : toDay(branch.to),
              record,
              doubt,
              name: record.name,
            },
          ];
        }),
      explain: (subject, { organisations }) => {
        const branch = organisations.get(subject.organisation)?.name ?? subject.organisation;
        return boundStep('who-members', subject, say(`${branch}党员`, `Member of ${branch}`), bind.words);
      },
    };
  },
};
