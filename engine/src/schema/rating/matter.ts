import { Choice, ChoiceOr } from '../choice.ts';
import { closed, Id, type Static, Type } from '../common.ts';
import { Duration } from '../duration.ts';
import { says, told } from '../says.ts';
import { zh } from './shared.ts';

/** Which of several entries about one matter count. */
export const OneMatter = ChoiceOr(
  zh('同一事项的多条记录怎么计', 'Several entries about one matter'),
  { each: zh('每条都计', 'each counts') },
  Type.Object(
    {
      same: Type.Array(Type.String({ minLength: 1 }), {
        minItems: 1,
        ...says(
          '什么相同算同一事项：`data.matter`；都没填的各算各的',
          'What makes it one matter: `data.matter`. An entry in which all are empty is one of its own',
        ),
      }),
      counts: Choice(zh('同一事项计哪一条', 'Which counts'), {
        highest: zh('最高的一条', 'the highest'),
        first: zh('最早的一条', 'the first'),
        last: zh('最近的一条', 'the last'),
      }),
      among: Type.Optional(
        Type.Union(
          [
            Type.Literal('all', says('全部参评对象', 'all who are rated')),
            Type.Object(
              { under: told(Id, '组织类型的 id', 'Kind of organisation') },
              { ...closed, ...says('同属一个上级的', 'those under the same organisation of this kind') },
            ),
          ],
          says(
            '与哪些对象的同一事项合看：只计其中一条（同样的归最早的）；不写则只在对象自己的记录里看',
            'Among whose entries on the matter one counts (of equals the first); the subject’s own when absent',
          ),
        ),
      ),
    },
    {
      ...closed,
      ...says(
        '同一事项只计一次：多次表彰、涉及多人',
        'One matter counts once: several honours for it, several persons in it',
      ),
    },
  ),
);

/** What an entry counts that repeats an earlier one. */
export const Repeat = ChoiceOr(
  zh('重复发生怎么计', 'A repeated one'),
  { single: zh('每次照常计', 'counts its own points') },
  Type.Object(
    {
      same: Type.Union(
        [
          Type.Literal('all', says('再有一条就是重复，不论内容', 'any further one, whatever it says')),
          Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
        ],
        says('什么相同算重复：`[data.kind]`，或 all', 'What makes it the same again: `[data.kind]`, or all'),
      ),
      within: Type.Union(
        [Type.Literal('period', says('本期内', 'in the period')), Duration],
        says('往前多久之内算重复，可早于本期', 'How far back an earlier one is looked for, even before the period'),
      ),
      times: Type.Array(Type.Number({ minimum: 0 }), {
        minItems: 1,
        ...says(
          '第一次、第二次……的倍数，最后一个用于其后各次：`[1, 2]` 即重复加倍',
          'Factors of the first, the second …; the last for all further ones. `[1, 2]`: doubled on repeat',
        ),
      }),
      when_earlier_expires: Choice(
        zh('先前的一次失效后，加倍的怎么办', 'A doubled one, when the earlier one expires'),
        {
          stays: zh('保持不变', 'stays'),
          'falls-back': zh('恢复为未重复', 'counts as if the first'),
        },
      ),
    },
    { ...closed, ...says('重复的加倍', 'Repeated ones count by a factor') },
  ),
);

export type OneMatter = Static<typeof OneMatter>;
export type Repeat = Static<typeof Repeat>;
