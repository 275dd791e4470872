import type { Finding } from '../problem.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { say } from '../words.ts';
import { numberOf } from './weights-check.ts';

/** What two rules of a step or of two steps say against one another: groups that read the same papers, ballots beyond their points, points of nothing. */
export const checkTwofold = ({ steps }: Rating): Finding[] =>
  steps.flatMap((step, i) => [
    ...samePapers(step, `/steps/${i}`),
    ...beyondPoints(step, `/steps/${i}`),
    ...pointless(step, `/steps/${i}`),
  ]);

function samePapers(step: Step, at: string): Finding[] {
  if (!('scorers' in step)) return [];
  const { groups } = step.scorers;
  const read = groups.map(({ papers, score, rater }) => JSON.stringify([papers, score, rater]));
  return groups.flatMap(({ title }, i): Finding[] => {
    const first = groups[read.indexOf(read[i] ?? '')];
    if (!first || first === groups[i]) return [];
    return [
      {
        severity: 'warning',
        code: 'same-papers',
        at: `${at}/scorers/groups/${i}/papers`,
        words: say(
          `“${first.title['zh-CN']}”与“${title['zh-CN']}”读的是同一批评分`,
          `“${first.title.en}” and “${title.en}” read the same papers`,
        ),
        wayOut: say('以 where 分开两组', 'Tell the groups apart by where'),
      },
    ];
  });
}

function beyondPoints(step: Step, at: string): Finding[] {
  if (!('ballots' in step) || typeof step.ballots.gives !== 'object' || !('points_of' in step.ballots.gives)) return [];
  const whole = numberOf(step.ballots.gives.points_of);
  return step.ballots.options.flatMap(({ points }, i): Finding[] => {
    const number = points === undefined ? null : numberOf(points);
    if (!number?.gt(1) || !whole?.gt(1)) return [];
    return [
      {
        severity: 'warning',
        code: 'points-beyond',
        at: `${at}/ballots/options/${i}`,
        words: say(
          `一票计 ${number.toString()}，乘以 points_of ${whole.toString()}：会超过它`,
          `A paper counts ${number.toString()} times the points_of ${whole.toString()}: more than all of them`,
        ),
        wayOut: say(
          '各选项写占满分的几成，0 到 1：1、0.6、0',
          'Write what part of it an option counts, 0 to 1: 1, 0.6, 0',
        ),
      },
    ];
  });
}

function pointless(step: Step, at: string): Finding[] {
  if (!('item' in step)) return [];
  const { item } = step;
  return (['deduct', 'award'] as const).flatMap((side) =>
    (item[side] ?? []).flatMap((change, i): Finding[] => {
      const { points } = change;
      const number = typeof points === 'number' || typeof points === 'string' ? numberOf(points) : null;
      if (!number?.isZero()) return [];
      return [
        {
          severity: 'warning',
          code: 'no-points',
          at: `${at}/item/${side}/${i}/points`,
          words: say('每次 0 分：这一情形什么也不改变', '0 points each: this changes nothing'),
          wayOut: say('写明几分，或删去这一情形', 'Say how many points, or remove it'),
        },
      ];
    }),
  );
}
