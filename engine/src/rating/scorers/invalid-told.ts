import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Scored } from './groups.ts';

/** Whose papers are void, and why: never what they gave. */
export function invalidTold({ invalid, spared }: Scored): Words[] {
  if (invalid.length === 0) return [];
  const named = invalid.map(({ rater, why }) =>
    say(
      `“${rater}”的评分无效：${why.map((one) => one['zh-CN']).join('、')}`,
      `the papers of “${rater}” are void: ${why.map((one) => one.en).join('; ')}`,
    ),
  );
  return spared ? [...named, ALL] : named;
}

const ALL = say('都无效，照计', 'all are void and count all the same');
