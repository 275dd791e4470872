import { asked } from '../choice.ts';
import { closed, FieldId, Id, Type } from '../common.ts';
import { Predecessors } from '../predecessors.ts';
import { says, told } from '../says.ts';
import { expr } from './ref.ts';

const Cell = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

const Row = Type.Object(
  {
    is: Type.Union(
      [Type.String(), Type.Number(), Type.Boolean(), Type.Array(Cell, { minItems: 1 })],
      says(
        '对应 `by`，每个一个：文字、数或 `true`、`false`；`*` 表示任意',
        'One for each of `by`: a text, a number, `true` or `false`; `*` stands for any',
      ),
    ),
    gives: told(expr(), '得什么', 'What it gives'),
  },
  closed,
);

/** Construct `lookup`: a table. */
export const Lookup = Type.Object(
  {
    by: Type.Array(expr(), {
      minItems: 1,
      ...says('查什么：`[attr("terrain"), place]`', 'What is looked up: `[attr("terrain"), place]`'),
    }),
    rows: Type.Array(Row, { minItems: 1, ...says('各行，先符合的算', 'Rows; the first that fits decides') }),
    otherwise: Type.Union(
      [
        Type.Literal('stop'),
        Type.Literal('not-applicable'),
        Type.Object({ value: told(expr(), '按这个值', 'This value') }, closed),
      ],
      asked(
        { 'zh-CN': '表中没有的怎么办', en: 'Where no row fits' },
        {
          stop: { 'zh-CN': '不应出现：结果未知并提示', en: 'not known, with a message' },
          'not-applicable': { 'zh-CN': '不适用', en: 'does not apply' },
        },
      ),
    ),
  },
  { ...closed, ...says('查表：按一项或几项取值', 'Looks a value up by one or more texts, numbers, yes or no') },
);

/** Construct `published`: a step of a rating as it was made public, for what a duty asks. */
export const Published = Type.Object(
  {
    rating: told(Id, '评分办法的 id', 'Id of the rating'),
    step: Type.Optional(told(FieldId, '取它的哪一步；不写则取总分', 'Which step of it; its score when absent')),
    period: Type.Union(
      [
        Type.Literal(
          'latest',
          says('本期开始之日已公布的最近一期', 'the last one public on the first day of the period'),
        ),
        Type.Literal('previous', says('本期之前的一期，公布即用', 'the last one before the period, once it is public')),
      ],
      says('哪一期的', 'Of which period'),
    ),
  },
  {
    ...closed,
    ...says(
      '已公布的评定结果，只在职责的数量中：算式中写 `published("risk", "grade", "latest")`。对象不参评的，取所属组织的；尚未公布为未知',
      'A published result, only in the amount of a duty: in a formula `published("risk", "grade", "latest")`. Of its organisation where the subject is not rated; not known until it is public',
    ),
  },
);

/** Construct `result`: a step of another rating, or of an earlier period. */
export const Result = Type.Object(
  {
    rating: told(Id, '评分办法的 id', 'Id of the rating'),
    step: Type.Optional(told(FieldId, '取它的哪一步；不写则取总分', 'Which step of it; its score when absent')),
    whose: Type.Union(
      [
        Type.Literal('same', says('对象本身的', 'the subject’s own')),
        Type.Literal('above', says('其上最近一个被评组织的', 'of the nearest organisation above it that is rated')),
        Type.Literal('organisation', says('所属组织的', 'of the organisation a posting or person belongs to')),
      ],
      says('谁的结果', 'Whose result'),
    ),
    period: Type.Union(
      [
        Type.Literal('same', says('本期', 'of this period')),
        Type.Literal('previous', says('上一期', 'of the last one before it')),
        Type.Literal('year-before', says('上年同期', 'of the same one a year before')),
      ],
      says('哪一期的', 'Of which period'),
    ),
    not_rated: Type.Union(
      [Type.Literal('not-applicable'), Type.Literal('not-known'), Type.Literal('zero')],
      asked(
        { 'zh-CN': '在那里未评定时', en: 'Where it was not rated' },
        {
          'not-applicable': { 'zh-CN': '不适用', en: 'does not apply' },
          'not-known': { 'zh-CN': '未知', en: 'not known' },
          zero: { 'zh-CN': '按零计', en: 'counts as zero' },
        },
      ),
    ),
    predecessors: Type.Optional(Predecessors),
  },
  {
    ...closed,
    ...says('另一办法或另一期的结果；只在评分中', 'A step of another rating, or of an earlier period. Only in ratings'),
  },
);
