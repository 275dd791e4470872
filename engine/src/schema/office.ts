import { asked } from './choice.ts';
import { closed, Id, ParameterId, Type } from './common.ts';
import { Count } from './count.ts';
import { Duration } from './duration.ts';
import { says, told } from './says.ts';

/** Construct `holds`: who is in office. */
export const Holds = Type.Object(
  {
    holds: Type.Object(
      {
        posts: Type.Array(Id, { minItems: 1, ...says('哪些职务、派驻', 'Which posts or kinds of postings') }),
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
      { ...closed, ...says('任什么职务、哪一天', 'Which posts, on which days') },
    ),
  },
  {
    ...closed,
    ...says(
      '是否任职（组织：该职务是否有人）；算式中写 `holds("secretary", "last-day")`',
      'Whether the person holds one of the posts, or the organisation has somebody in it: `holds("secretary", "last-day")`',
    ),
  },
);

/** Construct `served`: how long somebody was there or in office. */
export const Served = Type.Object(
  {
    served: Type.Object(
      {
        in: Type.Union(
          [
            Type.Literal('days', says('自然日', 'days')),
            Type.Literal('working-days', says('工作日', 'working days')),
            Type.Literal('months', says('月', 'months')),
            Type.Literal(
              'years',
              says(
                '年：每一段自首日起按对年对月计，零头按当月天数折',
                'years: each stretch by years and months from its first day, odd days as a part of their month',
              ),
            ),
            Type.Literal('terms', says('任次：登记了几次任职', 'terms: how many times it was taken up')),
          ],
          says('按什么计', 'The unit'),
        ),
        part_months: Type.Optional(
          Type.Union(
            [
              Type.Literal('full'),
              Type.Literal('begun'),
              Type.Literal('pro-rata'),
              Type.Literal('halves'),
              Type.Object(
                { from_days: Count({ minimum: 1, maximum: 31 }, says('满几天', 'How many days')) },
                { ...closed, ...says('满若干天按一个月计', 'As a month from so many days on') },
              ),
            ],
            asked(
              { 'zh-CN': '不足一个月怎么算', en: 'A part of a month' },
              {
                full: { 'zh-CN': '只计整月', en: 'only whole months count' },
                begun: { 'zh-CN': '不足一个月按一个月计', en: 'as a whole month' },
                'pro-rata': { 'zh-CN': '按天数之比', en: 'by the share of its days' },
                halves: {
                  'zh-CN': '上、下半月各计半个月：15 日前到任计一个月，16 日起计半个月',
                  en: 'half a month for each half begun, up to the 15th and from the 16th',
                },
              },
            ),
          ),
        ),
        part_years: Type.Optional(
          Type.Union(
            [Type.Literal('full'), Type.Literal('begun'), Type.Literal('pro-rata')],
            asked(
              { 'zh-CN': '不足一年怎么算', en: 'A part of a year' },
              {
                full: { 'zh-CN': '满一年才计', en: 'only whole years count' },
                begun: { 'zh-CN': '不足一年按一年计', en: 'as a whole year' },
                'pro-rata': { 'zh-CN': '按比例', en: 'by its share' },
              },
            ),
          ),
        ),
        posts: Type.Optional(
          Type.Array(Id, {
            minItems: 1,
            ...says(
              '只计任这些职务（或这些类派驻）的日子；不写则计被评的日子',
              'Days in one of these posts, or postings of these kinds; else days the subject is rated',
            ),
          }),
        ),
        during: Type.Optional(
          Type.Union(
            [
              Type.Literal(
                'to-date',
                says('截至当日累计，不晚于期末', 'all up to the day, at most to the end of the period'),
              ),
              Type.Object(
                { last: told(Duration, '最近多久', 'How long') },
                { ...closed, ...says('最近若干时间', 'So long up to the day') },
              ),
            ],
            says('计哪些日子的；不写为本期', 'Days it counts; those of the period when absent'),
          ),
        ),
        stretch: Type.Optional(
          Type.Union(
            [
              Type.Literal('longest', says('连续最长的一段', 'the longest without a break')),
              Type.Literal(
                'current',
                says('至今连续的一段；已不在任为 0', 'the one still running; 0 for whoever has left'),
              ),
            ],
            says('只计其中一段；不写则各段累计', 'Only one of the stretches; all together when absent'),
          ),
        ),
        rate: Type.Optional(
          told(
            ParameterId,
            '乘以参数当时的值：每月按当月最后一天的标准，天按当天的标准；年中调标、年中到任的报酬',
            'Times what a parameter was then: each month at the value of its last day, each day at its own',
          ),
        ),
        except: Type.Optional(
          Type.Array(Id, { minItems: 1, ...says('任这些职务的日子不计', 'Days in one of these posts are left out') }),
        ),
      },
      { ...closed, ...says('存在或任职多久', 'How long') },
    ),
  },
  {
    ...closed,
    ...says(
      '本期内（或累计）存在或任职多久；算式中写 `served("days")`、`served("months", "begun", "director")`，累计任职年限 `served("years", "full", "secretary", "to-date")`，连续的加 `"longest"`、`"current"`。在任的视为继续',
      'How long the subject was there or in a post: in the period `served("days")`, `served("months", "begun", "director")`, to date `served("years", "full", "secretary", "to-date")`, unbroken `"longest"` or `"current"`. Whoever is in office is taken to stay',
    ),
  },
);
