import { binding, subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { bySpells } from '../duty/spell-subjects.ts';
import { spellsOf } from '../duty/spells.ts';
import type { WhoConstruct } from '../duty/types.ts';
import { boundStep } from '../duty/who-words.ts';
import type { Who } from '../schema/obligation.ts';
import { say } from '../words.ts';

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
      ...bySpells((index) => spellsOf(postsOf(part.holders), kinds, index), bind),
      explain: (subject, { organisations }) => {
        const of = organisations.get(subject.organisation)?.name ?? subject.organisation;
        const titles = postsOf(part.holders).map((post) => parts.postKinds.get(post)?.title ?? say(post, post));
        const post = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(' or '));
        return boundStep('who-holders', subject, say(`${of}${post['zh-CN']}`, `${post.en} of ${of}`), bind.words);
      },
    };
  },
};

const postsOf = (holders: Part['holders']): readonly string[] => (typeof holders === 'string' ? [holders] : holders);
