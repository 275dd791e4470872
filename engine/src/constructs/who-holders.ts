import { NEVER } from '../day.ts';
import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { joinedDays, lastInOfficeLast, type Spell, spellsOf } from '../duty/spells.ts';
import type { DutySubject, WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Person } from '../facts.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';

type Part = Extract<Who, { holders: unknown }>;

/**
 * `who: { holders: village-secretary, of: [village] }`: whoever holds the post, from the first to the last day. With several posts
 * everybody who holds one of them, once; who moves inside a period is rated for all of it, where the last day in office was.
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
        spellsOf(postsOf(part.holders), kinds, index).flatMap((spells) => eachSpell(spells, index, bind)),
      during: (index, from, to) =>
        spellsOf(postsOf(part.holders), kinds, index).flatMap((spells) => {
          const inside = spells.filter((spell) => spell.from <= to && spell.to >= from);
          return inside.length > 0 ? subjectOf(lastInOfficeLast(inside, to), index, bind) : [];
        }),
      explain: (subject, { organisations }) => {
        const of = organisations.get(subject.organisation)?.name ?? subject.organisation;
        const titles = postsOf(part.holders).map((post) => parts.postKinds.get(post)?.title ?? say(post, post));
        const post = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(' or '));
        return boundStep('who-holders', subject, say(`${of}${post['zh-CN']}`, `${post.en} of ${of}`), bind.words);
      },
    };
  },
};

function subjectOf(spells: readonly Spell[], index: WorldIndex, bind: ReturnType<typeof binding>): DutySubject[] {
  const { person, organisation } = spells.at(-1) as Spell;
  const record: Person = index.persons.get(person) ?? { id: person, name: person };
  const { bound, doubt } = bind(record);
  if (!bound) return [];
  const days = joinedDays(spells);
  return [
    {
      ref: { kind: 'person', id: record.id },
      organisation,
      sending: null,
      person: record.id,
      from: Math.min(...days.map(({ from }) => from)),
      to: Math.max(...days.map(({ to }) => to)),
      ...(days.length > 1 ? { spells: days } : {}),
      record,
      doubt,
      name: record.name,
    },
  ];
}

/** Each spell is bound by itself; a period that reaches into two is the later one's. */
function eachSpell(spells: readonly Spell[], index: WorldIndex, bind: ReturnType<typeof binding>): DutySubject[] {
  return spells.flatMap((spell, i) => {
    const yieldsFrom = Math.min(...spells.slice(i + 1).map(({ from }) => from), NEVER);
    if (yieldsFrom <= spell.from) return [];
    return subjectOf([spell], index, bind).map((subject) =>
      yieldsFrom === NEVER ? subject : { ...subject, yieldsFrom },
    );
  });
}

const postsOf = (holders: Part['holders']): readonly string[] => (typeof holders === 'string' ? [holders] : holders);
