import { NEVER, toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Who, { postings: unknown }>;

/** `who: { postings: [first-secretary] }`: every posting of these kinds, while it lasts. */
export const whoPostings: WhoConstruct<Part> = {
  id: 'who-postings',
  check: ({ postings, where }, at, { parts, subject }) => [
    ...postings.flatMap((kind, i) => unknownName('posting-kind', kind, parts.postingKinds, `${at}/postings/${i}`)),
    ...conditionProblems(where, { subject }, `${at}/where`),
  ],
  compile: (part, { parts }) => {
    const kinds = new Set(part.postings);
    const bind = binding(part.where, subjectType(part, parts));
    return {
      subjects: ({ world, persons }) =>
        world.postings.flatMap((record): DutySubject[] => {
          if (!kinds.has(record.kind)) return [];
          const { bound, doubt } = bind(record);
          if (!bound) return [];
          return [
            {
              ref: { kind: 'posting', id: record.id },
              organisation: record.organisation,
              sending: record.sendingOrganisation,
              person: record.person,
              from: toDay(record.from),
              to: record.to === undefined ? NEVER : toDay(record.to),
              record,
              doubt,
              name: persons.get(record.person)?.name ?? record.id,
            },
          ];
        }),
      explain: (subject, { organisations }) => {
        const village = organisations.get(subject.organisation)?.name ?? subject.organisation;
        return boundStep(
          'who-postings',
          subject,
          say('选派人员', 'Posted person'),
          bind.words,
          say(`派驻${village}`, `working in ${village}`),
        );
      },
    };
  },
};
