import { say } from '../../words.ts';
import { Choice } from '../choice.ts';
import { Condition, closed, FieldId, FormId, type Static, Type } from '../common.ts';
import { says, told } from '../says.ts';
import { About, During } from '../set.ts';
import { SameThing } from './same-thing.ts';

/** Entries of other forms whose fields the conditions and points of an entry may read. */
export const Reads = Type.Array(
  Type.Object(
    {
      name: told(
        FieldId,
        '怎么称呼那条记录：写 `plan`，条件和分值里即可写 `plan.weight`',
        'Its name: with `plan`, conditions and points can say `plan.weight`',
      ),
      form: FormId,
      where: Type.Optional(Condition),
      about: Type.Optional(About),
      during: Type.Optional(During),
      same: Type.Optional(SameThing),
      takes: Choice(say('有几条时读哪一条', 'Which of several is read'), {
        latest: say('最近的一条', 'the last'),
        first: say('最早的一条', 'the first'),
        'in-force': say('这条记录当日或之前最近的一条', 'the last dated on or before the day of the entry'),
      }),
      missing: Choice(say('没有那条记录时', 'Without such an entry'), {
        'not-known': say('结果未知，直到补录', 'not known until it is recorded'),
        'does-not-count': say('这条不计', 'does not count'),
      }),
    },
    closed,
  ),
  {
    minItems: 1,
    ...says(
      '从另一种表读数：目标、权重在任务书上，完成数在月报上。须确认的表只读已确认的记录；不写 `about` 的同 `entries`',
      'Figures from entries of another form: target in one, results in another. Of a form that is confirmed, only confirmed entries; about whom `entries` are, unless `about` is written',
    ),
  },
);

export type Reads = Static<typeof Reads>;
