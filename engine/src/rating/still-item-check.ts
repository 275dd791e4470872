import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';
import { numberOf } from './weights-check.ts';

/** Items that can only be one number: begun at zero and only lessened, or begun at the full marks and only raised. */
export function checkStillItems({ steps }: Rating): Finding[] {
  return steps.flatMap((step, i): Finding[] => {
    if (!('item' in step)) return [];
    const { starts, deduct, award, floor, cap } = step.item;
    const held = floor === 'none' ? null : numberOf(floor);
    if (starts === 'zero' && deduct && !award && held !== null && !held.isNegative())
      return [alwaysZero(`/steps/${i}/item/starts`)];
    return starts === 'full' && award && !deduct && cap === 'full' ? [alwaysFull(`/steps/${i}/item/starts`)] : [];
  });
}

const alwaysZero = (at: string): Finding => ({
  code: 'still-item',
  at,
  words: say(
    '从零起算、只有扣分、又不低于下限：谁都得不到分',
    'It starts from zero, is only lessened and cannot fall below its floor: nobody ever gets a point',
  ),
  wayOut: say(
    '从满分扣的写 starts: full；加分写在 award 下；要扣成负数的写 floor: none',
    'Write starts: full where points are taken from the full marks, award for what adds, floor: none where it may fall below zero',
  ),
});

const alwaysFull = (at: string): Finding => ({
  code: 'still-item',
  at,
  words: say(
    '从满分起算、只有加分、又以满分为限：谁都是满分',
    'It starts from the full marks, is only raised and is capped at them: everybody always has them all',
  ),
  wayOut: say(
    '从零加的写 starts: zero；扣分写在 deduct 下；可超过满分的写 cap: none',
    'Write starts: zero where points are added from zero, deduct for what takes, cap: none where it may pass the full marks',
  ),
});
