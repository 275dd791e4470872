import { toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { bySpells } from '../duty/spell-subjects.ts';
import { postingSpells } from '../duty/spells.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

type Part = Extract<Who, { persons_posted: unknown }>;

/**
 * `who: { persons_posted: [first-secretary] }`: whoever is posted, a person once. Who changes the village inside a period owes and is rated
 * for all of it, where the last day was, with the entries of all postings.
 */
export const whoPersonsPosted: WhoConstruct<Part> = {
  id: 'who-persons-posted',
  check: ({ persons_posted, where }, at, { parts, subject }) => [
    ...persons_posted.flatMap((kind, i) =>
      unknownName('posting-kind', kind, parts.postingKinds, `${at}/persons_posted/${i}`),
    ),
    ...conditionProblems(where, { subject }, `${at}/where`),
  ],
  compile: (part, { parts }) => {
    const bind = binding(part.where, subjectType(part, parts));
    const run = bySpells((index) => postingSpells(part.persons_posted, index), bind);
    const sent = (subjects: readonly DutySubject[], index: WorldIndex): readonly DutySubject[] =>
      subjects.map((subject) => ({ ...subject, sending: senderOf(subject, part.persons_posted, index) }));
    return {
      subjects: (index) => sent(ledInto(run.subjects(index)), index),
      during: (index, from, to) => sent(run.during?.(index, from, to) ?? [], index),
      explain: (subject, { organisations }) => {
        const place = organisations.get(subject.organisation)?.name ?? subject.organisation;
        const titles = part.persons_posted.map((kind) => parts.postingKinds.get(kind)?.title ?? say(kind, kind));
        const what = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(' or '));
        return boundStep(
          'who-persons-posted',
          subject,
          say(`${place}${what['zh-CN']}`, `${what.en} in ${place}`),
          bind.words,
        );
      },
    };
  },
};

/** A spell that begins the day after another of the same person takes that one’s days in the period of the change. */
function ledInto(subjects: readonly DutySubject[]): readonly DutySubject[] {
  let before: DutySubject | null = null;
  return subjects.map((subject) => {
    const leads = before?.person === subject.person && before.to + 1 >= subject.from ? before : null;
    before = leads ? { ...subject, from: leads.from } : subject;
    return leads ? { ...subject, from: leads.from, ownsFrom: subject.from } : subject;
  });
}

function senderOf({ person, organisation }: DutySubject, kinds: readonly string[], index: WorldIndex): string | null {
  const there = index
    .postingsOf(person ?? '')
    .filter((posting) => kinds.includes(posting.kind) && posting.organisation === organisation)
    .sort((a, b) => toDay(a.from) - toDay(b.from));
  return there.at(-1)?.sendingOrganisation ?? null;
}
