import { Type } from './common.ts';
import { says } from './says.ts';

/** What becomes of a fixed day that is a day off. */
export const DayOff = Type.Union(
  [
    Type.Literal('stays', says('不变', 'it stays')),
    Type.Literal('next-working-day', says('顺延到下一个工作日', 'the next working day')),
    Type.Literal('previous-working-day', says('提前到上一个工作日', 'the working day before')),
    Type.Literal('left-out', says('免去', 'nothing is owed')),
  ],
  says(
    '这一天逢休息日怎么办：`stays` 不变（不写即此），`next-working-day` 顺延，`previous-working-day` 提前，`left-out` 免去',
    'When the day is a day off: `stays` (as without this key), `next-working-day`, `previous-working-day`, or `left-out`: nothing is owed',
  ),
);
