import { Choice } from '../choice.ts';
import { closed, type Static, StepId, Type } from '../common.ts';
import { says } from '../says.ts';
import { zh } from './shared.ts';

/** What one act counts that is named in several items of a rating. */
export const Once = Type.Object(
  {
    items: Type.Array(StepId, {
      minItems: 2,
      ...says('哪几个项目（item）之间', 'Steps of kind item whose entries are set against each other'),
    }),
    same: Type.Array(Type.String({ minLength: 1 }), {
      ...says(
        '什么相同算同一事项：`data.matter`，各表单都有。两个项目读到的同一条记录总是同一事项；都没填的各算各的',
        'What makes it one matter: `data.matter`, in each form. One entry read by two items is one matter; one in which all are empty is one of its own',
      ),
    }),
    counts: Choice(zh('同一事项在几个项目中出现怎么计', 'Where one matter counts that stands in several items'), {
      highest: zh('就高：在计分最高的项目中计', 'where it counts most'),
      'first-listed': zh('在所列在先的项目中计', 'in the item listed first'),
      first: zh('在最早的一条所在的项目中计', 'in the item of its first entry'),
      last: zh('在最近的一条所在的项目中计', 'in the item of its last entry'),
      each: zh('各项目都计', 'in each'),
    }),
  },
  {
    ...closed,
    ...says(
      '同一事项在几个项目中出现：只计一次。相同的归所列在先的项目',
      'One act named in two items. Equals go to the item that is listed first',
    ),
  },
);

export type Once = Static<typeof Once>;
