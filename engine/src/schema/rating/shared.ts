import { Choice, ChoiceOr } from '../choice.ts';
import { closed, Id, StepId, Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';

export const zh = (text: string, en: string) => ({ 'zh-CN': text, en });

/** What to do with a part whose value is not known. */
export const Missing = Choice(zh('缺数据的部分怎么办', 'A part that is not known'), {
  stop: zh('结果未知，直到补齐', 'the result is not known'),
  without: zh('先不计，标明暂定', 'left out for now, marked provisional'),
  zero: zh('按零计', 'counts as zero'),
});

/** Which part units count. */
export const Units = Choice(zh('不足一个单位怎么算', 'Part units'), {
  'pro-rata': zh('按比例', 'in proportion'),
  full: zh('只计整单位', 'only full units count'),
  begun: zh('不足一个按一个计', 'each begun unit is one'),
});

/** The lower end of a figure. */
export const Floor = ChoiceOr(
  zh('最低到多少', 'The lower end'),
  { none: zh('不设下限，可为负并计入总分', 'it may fall below zero and lessen the total') },
  Expression,
);

/** The upper end of a figure. */
export const Cap = ChoiceOr(
  zh('最高到多少', 'The upper end'),
  { none: zh('不封顶', 'none'), full: zh('以满分为限', 'the full marks') },
  Expression,
);

/** Among whom subjects are set against each other. */
export const Within = ChoiceOr(
  zh('在谁之中比较', 'Among whom they are compared'),
  { all: zh('全部对象', 'all subjects') },
  Type.Object(
    {
      under: Type.Optional(
        told(
          Id,
          '同一个这类组织之下的相互比较：`township` 即按乡镇',
          'Those under one organisation of this kind: `township`',
        ),
      ),
      by: Type.Optional(
        Type.Array(StepId, {
          minItems: 1,
          ...says(
            '这些步骤的值相同的相互比较：分类排名',
            'Those with the same values of these steps: a list for each class',
          ),
        }),
      ),
    },
    {
      ...closed,
      ...says(
        '同一上级之下的、同一类的，或两者兼有',
        'Those under one organisation of a kind, those of one class, or both',
      ),
    },
  ),
);

/** Which end is the better one. */
export const Best = Choice(zh('哪头为好', 'Which end is better'), {
  highest: zh('高者为先', 'the highest first'),
  lowest: zh('低者为先', 'the lowest first'),
});

export const TieBreaks = Type.Array(Type.Object({ step: StepId, best: Best }, closed), {
  minItems: 1,
  ...says('依次比较的步骤', 'The steps that are compared, in turn'),
});

/** What equal values get. */
export const Ties = ChoiceOr(
  zh('并列怎么办', 'What equal values get'),
  {
    'shared-with-gap': zh('并列，其后名次空出（1、2、2、4）', 'a shared place, then a gap (1, 2, 2, 4)'),
    'shared-without-gap': zh('并列，名次连续（1、2、2、3）', 'a shared place, no gap (1, 2, 2, 3)'),
  },
  Type.Object(
    {
      by: TieBreaks,
      then: Choice(zh('仍并列怎么办', 'Those still equal'), {
        'shared-with-gap': zh('并列，其后名次空出', 'a shared place, then a gap'),
        'shared-without-gap': zh('并列，名次连续', 'a shared place, no gap'),
      }),
    },
    { ...closed, ...says('并列时依次看这些步骤', 'Equal values are told apart by these steps in turn') },
  ),
);

/** Whether a subject is compared with itself too. */
export const Own = Choice(zh('比较时是否含本身', 'Its own value'), {
  inside: zh('含本身', 'is compared too'),
  outside: zh('只与其他对象比', 'only the others are compared'),
});

/** What happens while somebody of the group is not known. */
export const MissingPeers = Choice(zh('有对象结果未知时怎么办', 'While a subject is not known'), {
  stop: zh('全组暂不计算', 'nobody in the group has a value yet'),
  without: zh('先在已知者中计算，标明暂定', 'among those known, marked provisional'),
});

/** What equals at the border of places get. */
export const BorderTies = ChoiceOr(
  zh('名额边界并列怎么办', 'Equals at the border of the places'),
  {
    'all-in': zh('并列者都入，名额可超', 'all are in, beyond the places'),
    'all-out': zh('并列者都不入，名额可缺', 'all are out, places stay free'),
  },
  Type.Object(
    {
      by: TieBreaks,
      then: Choice(zh('仍并列怎么办', 'Those still equal'), {
        'all-in': zh('并列者都入', 'all are in'),
        'all-out': zh('并列者都不入', 'all are out'),
      }),
    },
    { ...closed, ...says('并列时依次看这些步骤', 'Equal values are told apart by these steps in turn') },
  ),
);
