import { asked } from './choice.ts';
import { closed, Id, Type } from './common.ts';
import { Count } from './count.ts';

/** Construct `holds`: who is in office. */
export const Holds = Type.Object(
  {
    holds: Type.Object(
      {
        posts: Type.Array(Id, { minItems: 1 }),
        on: Type.Union(
          [Type.Literal('any-day'), Type.Literal('first-day'), Type.Literal('last-day'), Type.Literal('every-day')],
          asked(
            { 'zh-CN': '期内哪一天任职才算', en: 'On which days of the period it must be held' },
            {
              'any-day': { 'zh-CN': '任何一天', en: 'on any day' },
              'first-day': { 'zh-CN': '期初', en: 'on the first day' },
              'last-day': { 'zh-CN': '期末', en: 'on the last day' },
              'every-day': { 'zh-CN': '每一天', en: 'on every day' },
            },
          ),
        ),
      },
      closed,
    ),
  },
  {
    ...closed,
    description:
      'Whether the person holds one of the posts, or the organisation has somebody in it: in a formula `holds("secretary", "last-day")`.',
  },
);

/** Construct `served`: how long somebody was there or in office. */
export const Served = Type.Object(
  {
    served: Type.Object(
      {
        in: Type.Union([Type.Literal('days'), Type.Literal('working-days'), Type.Literal('months')]),
        part_months: Type.Optional(
          Type.Union(
            [
              Type.Literal('full'),
              Type.Literal('begun'),
              Type.Literal('pro-rata'),
              Type.Object({ from_days: Count({ minimum: 1, maximum: 31 }) }, closed),
            ],
            asked(
              { 'zh-CN': '不足一个月怎么算', en: 'How a part of a month counts' },
              {
                full: { 'zh-CN': '只计整月', en: 'only whole months' },
                begun: { 'zh-CN': '不足一个月按一个月计', en: 'as a whole month' },
                'pro-rata': { 'zh-CN': '按天数之比', en: 'by the share of its days' },
              },
            ),
          ),
        ),
        posts: Type.Optional(
          Type.Array(Id, {
            minItems: 1,
            description: 'Days in one of these posts; else days the subject is rated.',
          }),
        ),
        except: Type.Optional(Type.Array(Id, { minItems: 1, description: 'Days in one of these posts are left out.' })),
      },
      closed,
    ),
  },
  {
    ...closed,
    description:
      'How long the subject was there, or in a post, in the period: in a formula `served("days")`, `served("months", "full")`, `served("months", "begun", "director")`. Whoever is in office is taken to stay.',
  },
);
