import { ChoiceOr } from './choice.ts';
import {
  closed,
  Day,
  Decimal,
  Id,
  MonthDay,
  Source,
  type Static,
  StepId,
  type TSchema,
  Type,
  UnitId,
  Words,
} from './common.ts';
import { Count } from './count.ts';
import { Expression } from './expression.ts';
import { Who } from './obligation.ts';
import { Allot } from './rating/allot.ts';
import { Ballots } from './rating/ballots.ts';
import { Bands } from './rating/bands.ts';
import { Below } from './rating/below.ts';
import { Ceiling } from './rating/ceiling.ts';
import { Class } from './rating/class.ts';
import { Consequence, Publication } from './rating/consequence.ts';
import { Direct } from './rating/direct.ts';
import { Distribute } from './rating/distribute.ts';
import { Entitlement } from './rating/entitlement.ts';
import { Item } from './rating/item.ts';
import { Items } from './rating/items.ts';
import { Ledger } from './rating/ledger.ts';
import { Levels } from './rating/levels.ts';
import { Marginal } from './rating/marginal.ts';
import { Once } from './rating/once.ts';
import { Others } from './rating/others.ts';
import { Pay } from './rating/pay.ts';
import { Peers } from './rating/peers.ts';
import { Quota } from './rating/quota.ts';
import { Rank } from './rating/rank.ts';
import { Reconcile } from './rating/reconcile.ts';
import { Relative } from './rating/relative.ts';
import { Reviewed } from './rating/reviewed.ts';
import { Rounds } from './rating/rounds.ts';
import { Sample } from './rating/sample.ts';
import { Scorers } from './rating/scorers.ts';
import { zh } from './rating/shared.ts';
import { Shift } from './rating/shift.ts';
import { Slots } from './rating/slots.ts';
import { stepBase } from './rating/step-base.ts';
import { Target } from './rating/target.ts';
import { Top } from './rating/top.ts';
import { Total } from './rating/total.ts';
import { Veto } from './rating/veto.ts';
import { Weighted } from './rating/weighted.ts';
import { says, told } from './says.ts';
import { sized } from './sized.ts';

/** One step of a rating: its id, what it is called, and one construct. `constructs/<key>.ts` holds each. */
export const Step = Type.Union(
  [
    Type.Object(
      {
        ...stepBase,
        formula: told(Expression, '用算式算出的一步：`late >= 2`', 'A step worked out by a formula: `late >= 2`'),
      },
      closed,
    ),
    Type.Object({ ...stepBase, item: Item }, closed),
    Type.Object({ ...stepBase, total: Total }, closed),
    Type.Object({ ...stepBase, weighted: Weighted }, closed),
    Type.Object({ ...stepBase, bands: Bands }, closed),
    Type.Object({ ...stepBase, quota: Quota }, closed),
    Type.Object({ ...stepBase, ceiling: Ceiling }, closed),
    Type.Object({ ...stepBase, direct: Direct }, closed),
    Type.Object({ ...stepBase, veto: Veto }, closed),
    Type.Object({ ...stepBase, peers: Peers }, closed),
    Type.Object({ ...stepBase, relative: Relative }, closed),
    Type.Object({ ...stepBase, top: Top }, closed),
    Type.Object({ ...stepBase, distribute: Distribute }, closed),
    Type.Object({ ...stepBase, allot: Allot }, closed),
    Type.Object({ ...stepBase, entitlement: Entitlement }, closed),
    Type.Object({ ...stepBase, levels: Levels }, closed),
    Type.Object({ ...stepBase, marginal: Marginal }, closed),
    Type.Object({ ...stepBase, pay: Pay }, closed),
    Type.Object({ ...stepBase, reconcile: Reconcile }, closed),
    Type.Object({ ...stepBase, sample: Sample }, closed),
    Type.Object({ ...stepBase, rank: Rank }, closed),
    Type.Object({ ...stepBase, reviewed: Reviewed }, closed),
    Type.Object({ ...stepBase, ledger: Ledger }, closed),
    Type.Object({ ...stepBase, scorers: Scorers }, closed),
    Type.Object({ ...stepBase, shift: Shift }, closed),
    Type.Object({ ...stepBase, slots: Slots }, closed),
    Type.Object({ ...stepBase, ballots: Ballots }, closed),
    Type.Object({ ...stepBase, class: Class }, closed),
    Type.Object({ ...stepBase, rounds: Rounds }, closed),
    Type.Object({ ...stepBase, below: Below }, closed),
    Type.Object({ ...stepBase, others: Others }, closed),
  ],
  says(
    '一步：`id`、`title`，和一个构件（formula、item、total、weighted、bands、rank……）',
    'A step: `id`, `title`, and one of formula, item, total, weighted, bands, rank …',
  ),
);

export const Scale = Type.Object(
  {
    id: Id,
    title: Words,
    grades: Type.Array(Type.Object({ id: Id, title: Words }, closed), {
      minItems: 2,
      ...says('各等次，从好到差', 'The grades from the best to the worst'),
    }),
  },
  { ...closed, ...says('一张等次表', 'A scale of grades') },
);

/** `ratings/*.yaml`: how subjects are assessed over a period, as a graph of steps. */
const ratingOf = <Steps extends TSchema>(steps: Steps) =>
  Type.Object(
    {
      id: Id,
      title: Words,
      source: Source,
      of: told(Who, '评谁', 'Who is assessed'),
      period: Type.Object(
        {
          every: Type.Union(
            [
              Type.Literal('day', says('每天', 'daily')),
              Type.Literal('week', says('每周，周一至周日', 'weekly, Monday to Sunday')),
              Type.Literal('ten-days', says('每旬', '1–10, 11–20, 21–end')),
              Type.Literal('half-month', says('每半月', '1–15, 16–end')),
              Type.Literal('month', says('每月', 'monthly')),
              Type.Literal('quarter', says('每季度', 'quarterly')),
              Type.Literal('half-year', says('每半年', 'half-yearly')),
              Type.Literal('year', says('每年', 'yearly')),
              Type.Object(
                {
                  weeks: Type.Integer({ minimum: 2, maximum: 52, ...says('每几周', 'Weeks') }),
                  from: told(Day, '从哪一天所在的周起', 'From the week of which day'),
                },
                {
                  ...closed,
                  ...says(
                    '每几周：`{ weeks: 2, from: 2026-01-05 }`',
                    'Every so many weeks: `{ weeks: 2, from: 2026-01-05 }`',
                  ),
                },
              ),
              Type.Object(
                {
                  months: Type.Union([Type.Literal(2), Type.Literal(4)], says('每几个月：2 或 4', 'Months: 2 or 4')),
                },
                {
                  ...closed,
                  ...says(
                    '每两个月、每四个月，自一月起：`{ months: 2 }`',
                    'Every two or four months, from January on: `{ months: 2 }`',
                  ),
                },
              ),
              Type.Object(
                {
                  years: Type.Integer({ minimum: 2, maximum: 10, ...says('每几年', 'Years') }),
                  from: Type.Integer({ minimum: 1900, ...says('从哪一年起', 'From which year') }),
                },
                {
                  ...closed,
                  ...says(
                    '每几年，如一届：`{ years: 3, from: 2024 }`',
                    'Every so many years, e.g. a term: `{ years: 3, from: 2024 }`',
                  ),
                },
              ),
            ],
            says('多久评一次', 'How often it is done'),
          ),
          begins: Type.Optional(
            told(MonthDay, '从哪一天起；不写为自然月、自然年', 'The day it begins on; calendar periods when absent'),
          ),
        },
        {
          ...closed,
          ...says(
            '评定期。`begins: 10-01` 的一年从 10 月 1 日起，以期末所在年命名；`2026-Q1`、`2026-H1` 是其第一季度、上半年。`begins: 01-21` 的一月从 21 日起，以期末所在月命名。日 `2026-03-05`，中旬 `2026-03-T2`，上半月 `2026-03-F1`；周 `2026-W10` 归其星期四所在的月、年；几周、几个月、几年以第一周、月、年命名：`2026-W10+2`、`2026-03+2`、`2024+3`',
            'Named by the year or month it ends in: with `begins: 10-01` a year runs from 1 October, with `begins: 01-21` a month from the 21st. First quarter and half: `2026-Q1`, `2026-H1`; day `2026-03-05`, days 11–20 `2026-03-T2`, first half-month `2026-03-F1`; week `2026-W10` belongs to the month and year of its Thursday; several are named by the first: `2026-W10+2`, `2026-03+2`, `2024+3`',
          ),
        },
      ),
      part_period: ChoiceOr(
        zh('期间内只存在一段的对象', 'Subjects there for a part of the period only'),
        {
          rated: zh('照常评定', 'are rated'),
          'not-rated': zh('不评定', 'are not rated'),
        },
        Type.Object(
          { from_days: Count({ minimum: 1 }, says('满几天', 'How many days')) },
          { ...closed, ...says('满若干天的才评', 'Rated from so many days on') },
        ),
      ),
      predecessors: Type.Optional(
        Type.Union(
          [
            Type.Literal(
              'joined',
              says(
                '原各组织在期内的日子算作它的；它们本身期内撤销的不再评',
                'also those of the ones it came from, which are not rated if they ended',
              ),
            ),
            Type.Literal('left-out', says('各按自己的日子评', 'each is rated for its own days')),
          ],
          says(
            '期内合并、拆分而来的组织按谁的日子评；不写为各按自己的。原各组织的记录由各集合的 `predecessors: joined` 读',
            'Days for which an organisation that came from others in the period is rated; its own when absent. Sets with `predecessors: joined` read their entries',
          ),
        ),
      ),
      unit: UnitId,
      provisional: Type.Optional(
        told(
          Words,
          '为何还不能正式评定，如权重未定。不写则所用参数必须都已定',
          'Why it cannot be done for real yet: a weight not laid down. Without it every parameter must be set',
        ),
      ),
      since: Type.Optional(
        told(
          Day,
          '从哪一天开始评：此前结束的评定期视为未评定，逐期结转和连续计数由此起',
          'The day from which it is done: in periods that end earlier nobody was rated; what is carried over or counted in a row begins here',
        ),
      ),
      marks_make: Type.Optional(
        told(
          sized(Decimal, 'positive'),
          '总分的满分应为多少，如 100：由检查把各项相加核对',
          'What the full marks of the score must make: `100`; the check adds up the items',
        ),
      ),
      scales: Type.Optional(Type.Array(Scale, says('等次表', 'Scales of grades'))),
      once: Type.Optional(
        Type.Array(Once, { minItems: 1, ...says('同一事项跨项目只计一次', 'What counts once over several items') }),
      ),
      steps: Type.Array(steps, {
        minItems: 1,
        ...says('各步骤，先后无所谓', 'The steps, in any order'),
      }),
      consequences: Type.Optional(
        Type.Array(Consequence, { minItems: 1, ...says('结果的运用', 'What follows from a result') }),
      ),
      publication: Type.Optional(Publication),
      targets: Type.Optional(
        Type.Array(Target, {
          minItems: 1,
          ...says('各等次应占的比例，只显示差距', 'Shares to be reached; they change no result'),
        }),
      ),
      result: Type.Object(
        {
          score: Type.Optional(told(StepId, '总分是哪一步', 'The step that is the score')),
          grade: Type.Optional(told(StepId, '等次是哪一步', 'The step that is the grade')),
          place: Type.Optional(told(StepId, '名次是哪一步', 'The step that is the place')),
          also: Type.Optional(
            Type.Array(StepId, {
              minItems: 1,
              ...says(
                '另外要公布、要说明的：奖金、称号、缓发',
                'What else is shown and explained: a bonus, a title, what is held back',
              ),
            }),
          ),
        },
        { ...closed, ...says('哪几步是结果', 'The steps shown and explained first') },
      ),
    },
    {
      ...closed,
      ...says(
        '一个评分办法。计算次序由谁需要谁推出，与书写先后无关',
        'A scheme of assessment; what each step needs decides the order',
      ),
    },
  );

export const Rating = ratingOf(Step);
/** As files hold it: rows of an annex may stand among the steps. */
export const WrittenRating = ratingOf(
  Type.Union([Step, Type.Object({ items: Items }, closed)], {
    ...says(
      '一步：`id`、`title`，和一个构件（formula、item、total、weighted、bands、rank……）；或一张细则表 `items`，每行成为一步',
      'A step: `id`, `title` and one of formula, item, total …; or an annex, `items`: each row becomes a step',
    ),
  }),
);

export type Rating = Static<typeof Rating>;
export type Step = Static<typeof Step>;
export type Scale = Static<typeof Scale>;
