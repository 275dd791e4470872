import { NEVER, toDay } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Person, Tenure } from '../facts.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

type Part = Extract<Who, { holders: unknown }>;

/**
 * `who: { holders: village-secretary, of: [village] }`: whoever holds the post, from the first to the last day. With several posts
 * everybody who holds one of them, once.
 */
export const whoHolders: WhoConstruct<Part> = {
  id: 'who-holders',
  check: ({ holders, of, where }, at, { parts, subject }) => [
    ...postsOf(holders).flatMap((post, i) =>
      unknownName(
        'post-kind',
        post,
        parts.postKinds,
        typeof holders === 'string' ? `${at}/holders` : `${at}/holders/${i}`,
      ),
    ),
    ...of.flatMap((kind, i) => unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/of/${i}`)),
    ...conditionProblems(where, { subject }, `${at}/where`),
  ],
  compile: (part, { parts }) => {
    const kinds = new Set(part.of);
    const bind = binding(part.where, subjectType(part, parts));
    return {
      subjects: (index) =>
        oneEach(index, postsOf(part.holders), kinds).flatMap((tenure) => subjectOf(tenure, index, bind)),
      explain: (subject, { organisations }) => {
        const of = organisations.get(subject.organisation)?.name ?? subject.organisation;
        const titles = postsOf(part.holders).map((post) => parts.postKinds.get(post)?.title ?? say(post, post));
        const post = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(' or '));
        return boundStep('who-holders', subject, say(`${of}${post['zh-CN']}`, `${post.en} of ${of}`), bind.words);
      },
    };
  },
};

function subjectOf(tenure: Tenure, index: WorldIndex, bind: ReturnType<typeof binding>): DutySubject[] {
  const record: Person = index.persons.get(tenure.person) ?? { id: tenure.person, name: tenure.person };
  const { bound, doubt } = bind(record);
  if (!bound) return [];
  return [
    {
      ref: { kind: 'person', id: record.id },
      organisation: tenure.organisation,
      sending: null,
      person: record.id,
      from: toDay(tenure.from),
      to: tenure.to === undefined ? NEVER : toDay(tenure.to),
      record,
      doubt,
      name: record.name,
    },
  ];
}

/** A person who holds a post twice, or several, is bound by the later tenure once both touch; one standing per period. */
function oneEach(index: WorldIndex, posts: readonly string[], kinds: ReadonlySet<string>): Tenure[] {
  const tenures = posts
    .flatMap((post) => index.tenuresOf(post))
    .filter((tenure) => kinds.has(index.organisations.get(tenure.organisation)?.kind ?? ''));
  const latest = new Map<string, Tenure>();
  for (const tenure of tenures.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = latest.get(tenure.person);
    latest.set(tenure.person, before ? joined(before, tenure) : tenure);
  }
  return [...latest.values()];
}

function joined(before: Tenure, next: Tenure): Tenure {
  const touch = before.to === undefined || toDay(before.to) + 1 >= toDay(next.from);
  if (before.organisation !== next.organisation || !touch) return next;
  const { to: _, ...whole } = { ...next, from: before.from };
  if (before.to === undefined || next.to === undefined) return whole;
  return { ...whole, to: before.to > next.to ? before.to : next.to };
}

const postsOf = (holders: Part['holders']): readonly string[] => (typeof holders === 'string' ? [holders] : holders);
