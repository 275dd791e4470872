import { isRecord } from '../../pack/schema-shape.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { shown } from '../show.ts';
import { cadence, join, kinds, range, titled } from './phrases.ts';
import { type Change, comes, of, quoted, type Teller, turned } from './teller.ts';

const plain = (value: unknown, change: Change): Words => shown(value, null, change.part.parts);

const dayOff = (path: string, noun: Words): Teller => ({
  section: 'calendar',
  path: `${path}/*`,
  tell: ({ before, after, part }) => {
    const one = isRecord(after) ? after : isRecord(before) ? before : {};
    const day = join(noun, say(`${String(one.date)} `, `${String(one.date)} `), quoted(titled(one, '')));
    return comes(part.title, after !== undefined, day);
  },
});

export const OTHER_TELLERS: readonly Teller[] = [
  {
    section: 'parameter',
    path: 'limits',
    tell: ({ before, after, part }) =>
      turned(
        of(part.title, say('下级可调的范围', 'limits for lower packs')),
        range(before, part.parts),
        range(after, part.parts),
      ),
  },
  {
    section: 'measure',
    path: 'period',
    tell: ({ before, after, part }) =>
      turned(of(part.title, say('的计算周期', 'its period')), cadence(before), cadence(after)),
  },
  {
    section: 'measure',
    path: 'at',
    tell: ({ before, after, part }) =>
      turned(
        of(part.title, say('的计算层级', 'where it is worked out')),
        kinds(before, part.parts),
        kinds(after, part.parts),
      ),
  },
  {
    section: 'manifest',
    path: 'in_force/from',
    tell: (change) =>
      turned(
        of(change.part.title, say('的生效日', 'first day in force')),
        plain(change.before, change),
        plain(change.after, change),
      ),
  },
  {
    section: 'manifest',
    path: 'in_force/to',
    tell: (change) =>
      turned(
        of(change.part.title, say('的截止日', 'last day in force')),
        plain(change.before, change),
        plain(change.after, change),
      ),
  },
  dayOff('days_off', say('放假日 ', 'the day off ')),
  dayOff('working_weekends', say('调休上班日 ', 'the working day ')),
  dayOff('festivals', say('节日 ', 'the festival ')),
];
