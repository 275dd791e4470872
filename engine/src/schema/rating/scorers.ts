import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, FieldName, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { says, told } from '../says.ts';
import { sized } from '../sized.ts';
import { Entries } from './entries.ts';
import { RaterValid } from './rater-valid.ts';
import { zh } from './shared.ts';
import { Takes } from './takes.ts';

export const ScorerGroup = Type.Object(
  {
    id: FieldId,
    title: Words,
    papers: Entries,
    score: Type.String({ minLength: 1, ...says('一份评分的分数：`data.marks`', 'The marks on a paper: `data.marks`') }),
    out_of: Type.Optional(
      sized(
        told(Expression, '评分的满分；写了就折算', 'The full marks of a paper: it is rescaled to the share'),
        'divisor',
      ),
    ),
    share: sized(told(Expression, '该组所占份额', 'The share of the group'), 'not-negative'),
    rater: ChoiceOr(
      zh('评分记录是否写明评分人', 'Whether papers say who gave them'),
      { 'not-recorded': zh('不写明', 'they do not') },
      Type.Object(
        {
          field: FieldName,
          several: Choice(zh('一人多份怎么办', 'Several papers of one rater'), {
            latest: zh('以最近一份为准', 'the latest'),
            mean: zh('取其平均', 'their mean'),
          }),
        },
        {
          ...closed,
          ...says(
            '写明评分人的字段（id 或姓名）；给自己打的分不计',
            'The field that names the rater by id or name. A rater’s own papers are left out',
          ),
        },
      ),
    ),
    valid: Type.Optional(RaterValid),
    takes: Takes,
    at_least: Type.Optional(
      Count(
        { minimum: 1 },
        says('评分人少于此数，视为该组没有评分', 'With fewer raters the group counts as one without papers'),
      ),
    ),
    joins: Type.Optional(
      told(
        FieldId,
        '评分人不足 at_least 时，评分和份额并入哪一组',
        'With fewer raters its papers and its share join this group',
      ),
    ),
    self_score: Type.Optional(
      Type.Literal(true, says('声明：此处是对象自评', 'Declares that here the subject scores itself')),
    ),
  },
  {
    ...closed,
    ...says(
      '一组评分人。有 `out_of` 时：分数 ÷ 满分 × 份额（100 分得 91，份额 45，计 40.95）；否则：分数 × 份额',
      'A group of raters. With `out_of` it counts value ÷ out_of × share (91 of 100 at share 45: 40.95); else value × share',
    ),
  },
);

/** Construct `scorers`: groups of raters, each with a share. */
export const Scorers = Type.Object(
  {
    groups: Type.Array(ScorerGroup, { minItems: 1, ...says('各评分组', 'The groups') }),
    shares_make: Type.Optional(
      told(Expression, '份额之和应为多少：由检查核对', 'What the shares must make: the check adds them up'),
    ),
    no_papers: Choice(zh('某组没有评分怎么办', 'A group without papers'), {
      stop: zh('结果未知，直到评分', 'not known until there are'),
      rescale: zh('其份额分给其余各组', 'its share goes to the others in proportion'),
      full: zh('按其份额的满分计', 'counts its whole share'),
      zero: zh('按零计', 'counts as zero'),
    }),
    shown_from: Type.Integer({
      minimum: 3,
      ...says(
        '少于这么多评分人时说明不显示该组的数；从不显示谁打了多少',
        'With fewer raters the explanation shows no figure of the group, and never who gave what',
      ),
    }),
  },
  {
    ...closed,
    ...says('几组评委（领导、部门、群众代表）评分，各占份额', 'Several groups score; each counts with its share'),
  },
);

export type Scorers = Static<typeof Scorers>;
export type ScorerGroup = Static<typeof ScorerGroup>;
