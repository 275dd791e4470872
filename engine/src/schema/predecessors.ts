import { closed, FieldId, type Static, Type } from './common.ts';
import { says, told } from './says.ts';

/** How figures of those it came from become the figure of a merged or divided organisation, for periods before. */
export const Predecessors = Type.Union(
  [
    Type.Literal('left-out', says('不取', 'theirs are not taken')),
    Type.Literal('sum', says('各数之和，拆分的按所承继的几成', 'their sum; of a divided one the part taken over')),
    Type.Literal('mean', says('平均', 'their mean')),
    Type.Literal('greatest', says('最大的；等次取最好的', 'the greatest; of grades the best')),
    Type.Literal('least', says('最小的；等次取最差的', 'the least; of grades the worst')),
    Type.Literal('any', says('有一个成立即成立', 'whether it holds for one of them')),
    Type.Literal('all', says('全都成立才成立', 'whether it holds for all of them')),
    Type.Object(
      { mean_by: told(FieldId, '按哪一属性加权：`population`', 'By which attribute: `population`') },
      {
        ...closed,
        ...says(
          '按各组织登记的一项数加权平均，如人口；拆分的按所承继的几成',
          'The mean weighted by a number recorded of each, e.g. population; of a divided one the part taken over',
        ),
      },
    ),
  ],
  says(
    '合并、拆分而来的组织，在那之前的各期怎样由原各组织而来；不写为不取。组织须登记由谁而来',
    'How an organisation that came from others stands in earlier periods: not at all when absent. Its record says whom it succeeds',
  ),
);

export type Predecessors = Static<typeof Predecessors>;
