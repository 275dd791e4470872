import { compileCount } from '../count.ts';
import { durationWords } from '../measure/length.ts';
import type { Parts } from '../parts.ts';
import type { Consequence, Publication } from '../schema/rating/consequence.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** What a scheme lays down for after its result, in words, whoever it concerns. */
export interface FollowRules {
  /** How a result becomes final, one sentence each; none where the scheme says nothing of it. */
  readonly publication: readonly Words[];
  readonly consequences: readonly FollowRule[];
}

export interface FollowRule {
  readonly id: string;
  readonly what: Words;
  /** Who sees to it; null where the scheme does not say. */
  readonly by: Words | null;
  /** By when, what is barred, until when, and whether the subject is heard first. */
  readonly terms: readonly Words[];
  readonly clause: string | null;
}

/** What follows from a rating, by the terms as they stand on a day. @throws Error when there is no such rating */
export function followRules(parts: Parts, id: string, day: string): FollowRules {
  const rating = parts.ratings.get(id);
  if (!rating) throw new Error(`There is no rating “${id}”`);
  return {
    publication: rating.publication ? publicationTold(rating.publication, parts, day) : [],
    consequences: (rating.consequences ?? []).map((one) => ({
      id: one.id,
      what: one.what,
      by: one.by ?? null,
      terms: termsOf(one, parts, day),
      clause: one.clause ?? null,
    })),
  };
}

type Term = Publication['answer'];

function told({ days, of }: Term, parts: Parts, day: string): Words {
  const count = compileCount(days, parts).words(day);
  return of === 'working-days'
    ? say(`${count['zh-CN']} 个工作日`, `${count.en} working days`)
    : say(`${count['zh-CN']} 天`, `${count.en} days`);
}

function publicationTold({ shown, first_day, objection, answer }: Publication, parts: Parts, day: string): Words[] {
  const [length, reply] = [told(shown, parts, day), told(answer, parts, day)];
  const first =
    first_day === 'counts'
      ? say('公示当天算第一天', 'the day it is first shown counts')
      : say('从次日起算', 'counted from the day after');
  const when =
    objection === 'while-shown'
      ? say('公示期内可提出异议', 'One may object while it is shown')
      : afterwards(told(objection.after, parts, day));
  return [
    say(`公示 ${length['zh-CN']}，${first['zh-CN']}`, `Shown for ${length.en}, ${first.en}`),
    when,
    say(
      `异议在 ${reply['zh-CN']}内答复，答复前结果不生效`,
      `An objection is answered within ${reply.en}; until then the result is not final`,
    ),
  ];
}

const afterwards = (length: Words): Words =>
  say(
    `公示期内及其后 ${length['zh-CN']}内可提出异议`,
    `One may object while it is shown and for ${length.en} afterwards`,
  );

function termsOf({ counts_from, within, blocks, ends, hearing }: Consequence, parts: Parts, day: string): Words[] {
  const from =
    counts_from === 'published'
      ? say('自公布之日起', 'from its publication')
      : say('自评定期末起', 'from the end of the period');
  const length = within && ('of' in within ? told(within, parts, day) : durationWords(within, parts));
  const end = ends && endTold(ends, parts);
  return [
    ...(hearing === 'before' ? [say('先听取陈述', 'the subject is heard first')] : []),
    ...(length ? [say(`${from['zh-CN']} ${length['zh-CN']}内`, `within ${length.en} ${from.en}`)] : []),
    ...(blocks ? [say(`限制：${blocks['zh-CN']}`, `bars: ${blocks.en}`)] : []),
    ...(end ? [say(`${from['zh-CN']}${end['zh-CN']}`, `${end.en}, ${from.en}`)] : []),
  ];
}

function endTold(ends: NonNullable<Consequence['ends']>, parts: Parts): Words {
  if ('on' in ends) return say(`至下一个 ${ends.on} 止`, `until the next ${ends.on}`);
  const length = durationWords(ends, parts);
  return say(` ${length['zh-CN']}`, `for ${length.en}`);
}
