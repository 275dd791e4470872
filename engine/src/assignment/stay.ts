import { fromDay, toDay } from '../day.ts';
import { durationWords, lengthOn, shifted } from '../measure/length.ts';
import { say } from '../words.ts';
import { type Case, type Found, nameAt, named } from './case.ts';
import { coveringOn, postTitle, stretchesOf } from './stretches.ts';

/** Those who have stayed in one post, or one organisation, for longer than they may without a break. */
export function stayed(known: Case): Found[] {
  const { assignment, parts, index, asOf, serving } = known;
  const rule = assignment.stay;
  if (!rule) return [];
  const length = lengthOn(rule.at_most, parts, asOf);
  if ('missing' in length) return [];
  const here = new Set(serving.map(({ person, organisation }) => `${person} ${organisation}`));
  const groups = Map.groupBy(
    stretchesOf(assignment, index).filter(({ person, organisation }) => here.has(`${person} ${organisation}`)),
    ({ person, organisation, post }) => `${person} ${organisation}${rule.counted === 'post' ? ` ${post}` : ''}`,
  );
  return [...groups.values()].flatMap((stretches): Found[] => {
    const stay = coveringOn(stretches, toDay(asOf));
    const [first] = stretches;
    if (!stay || !first || shifted(fromDay(stay.from), length, 1) > asOf) return [];
    const [post, most] = [postTitle(first.post, parts), durationWords(rule.at_most, parts)];
    const what = rule.counted === 'post' ? post : say('在任', 'there');
    const since = fromDay(stay.from);
    const words = say(
      `${rule.message['zh-CN']}（${what['zh-CN']}自 ${since} 起连续，已满 ${most['zh-CN']}）`,
      `${rule.message.en} (${what.en} without a break since ${since}, ${most.en} are over)`,
    );
    const who = nameAt(first.person, first.organisation, index);
    return [{ subject: { kind: 'person', id: first.person }, words: named(who, words) }];
  });
}
