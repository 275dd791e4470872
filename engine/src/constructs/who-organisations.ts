import { NEVER, toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Who, { organisations: unknown }>;

/** `who: { organisations: [village] }`: every organisation of these kinds, for as long as it exists. */
export const whoOrganisations: WhoConstruct<Part> = {
  id: 'who-organisations',
  check: ({ organisations, where }, at, { parts, subject }) => [
    ...organisations.flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/organisations/${i}`),
    ),
    ...conditionProblems(where, { subject }, `${at}/where`),
  ],
  compile: (part, { parts }) => {
    const kinds = new Set(part.organisations);
    const bind = binding(part.where, subjectType(part, parts));
    return {
      subjects: ({ world }) =>
        world.organisations.flatMap((record): DutySubject[] => {
          if (!kinds.has(record.kind)) return [];
          const { bound, doubt } = bind(record);
          if (!bound) return [];
          return [
            {
              ref: { kind: 'organisation', id: record.id },
              organisation: record.id,
              sending: null,
              person: null,
              from: toDay(record.from),
              to: record.to === undefined ? NEVER : toDay(record.to),
              record,
              doubt,
              name: record.name,
            },
          ];
        }),
      explain: (subject) => boundStep('who-organisations', subject, say('组织', 'Organisation'), bind.words),
    };
  },
};
