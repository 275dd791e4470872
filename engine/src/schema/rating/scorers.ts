import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, type Static, Type, Words } from '../common.ts';
import { Count } from '../count.ts';
import { Expression } from '../expression.ts';
import { says } from '../says.ts';
import { Entries } from './entries.ts';
import { zh } from './shared.ts';

const tooFew = Choice(zh('去掉后没有剩余怎么办', 'What happens when nothing is left after cutting'), {
  mean: zh('不去掉，取平均', 'nothing is cut: the mean of all'),
  none: zh('视为没有评分', 'as if there were no papers'),
});
const Cut = Type.Union([
  Type.Object(
    {
      highest: Type.Integer({ minimum: 0 }),
      lowest: Type.Integer({ minimum: 0 }),
      too_few: tooFew,
    },
    closed,
  ),
  Type.Object(
    {
      share: Expression,
      rounding: Choice(zh('去掉的份数怎么取整', 'How the number cut is rounded'), {
        down: zh('舍去', 'down'),
        nearest: zh('四舍五入', 'to the nearest'),
        up: zh('进位', 'up'),
      }),
      too_few: tooFew,
    },
    { ...closed, description: 'The share cut at each end: `share: 0.1`.' },
  ),
]);

export const ScorerGroup = Type.Object(
  {
    id: FieldId,
    title: Words,
    papers: Entries,
    score: Type.String({ minLength: 1, description: 'The marks on a paper: `data.marks`.' }),
    out_of: Type.Optional(Expression),
    share: Expression,
    rater: ChoiceOr(
      zh('评分记录是否写明评分人', 'Whether papers say who gave them'),
      { 'not-recorded': zh('不写明', 'they do not') },
      Type.Object(
        {
          field: FieldId,
          several: Choice(zh('一人多份怎么办', 'What several papers of one rater count'), {
            latest: zh('以最近一份为准', 'the latest'),
            mean: zh('取其平均', 'their mean'),
          }),
        },
        { ...closed, description: 'The field that names the rater by id or name. A rater’s own papers are left out.' },
      ),
    ),
    takes: ChoiceOr(
      zh('多份评分怎么合成', 'What several papers come to'),
      { mean: zh('平均', 'the mean'), median: zh('中位数', 'the median') },
      Type.Object({ trimmed: Cut }, { ...closed, description: 'The mean without the highest and lowest.' }),
    ),
    at_least: Type.Optional(
      Count(
        { minimum: 1 },
        says('评分人少于此数的组，视为没有评分', 'With fewer raters the group counts as one without papers.'),
      ),
    ),
    self_score: Type.Optional(Type.Literal(true, { description: 'Declares that here the subject scores itself.' })),
  },
  {
    ...closed,
    description:
      'With `out_of` it counts value ÷ out_of × share (91 of 100 with share 45 is 40.95); else value × share.',
  },
);

/** Construct `scorers`: groups of raters, each with a share. */
export const Scorers = Type.Object(
  {
    groups: Type.Array(ScorerGroup, { minItems: 1 }),
    shares_make: Type.Optional(Expression),
    no_papers: Choice(zh('某组没有评分怎么办', 'What happens to a group without papers'), {
      stop: zh('结果未知，直到评分', 'the result is not known until there are'),
      rescale: zh('其份额分给其余各组', 'its share goes to the other groups in proportion'),
      zero: zh('按零计', 'it counts as zero'),
    }),
    shown_from: Type.Integer({
      minimum: 3,
      description: 'With fewer raters the explanation shows no figure of the group. It never shows who gave what.',
    }),
  },
  { ...closed, description: 'Several groups score; each counts with its share.' },
);

export type Scorers = Static<typeof Scorers>;
export type ScorerGroup = Static<typeof ScorerGroup>;
