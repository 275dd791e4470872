import { expect, it } from 'vitest';
import { changedExample } from '../../../test/changed-example.ts';

const { errorsWith } = changedExample('scorers.yaml', '"joins":');

it('finds nothing wrong with a group that joins another', () => {
  expect(errorsWith('"at_least":3', '"at_least":5')).toEqual([]);
});

it('a group joins one that there is, and not itself in the end', () => {
  expect(errorsWith('"joins":"leaders"', '"joins":"delegates"')).toEqual(['unknown-group: 没有评分组“delegates”']);
  expect(errorsWith('"joins":"leaders"', '"joins":"departments"')).toEqual(['circle: “部门”最终并入自己']);
  expect(errorsWith('"share":60,', '"share":60,"joins":"departments",')).toEqual([
    'circle: “领导”最终并入自己',
    'circle: “部门”最终并入自己',
  ]);
});

it('marks on two scales are not taken together', () => {
  expect(errorsWith('"out_of":100,"share":60', '"out_of":10,"share":60')).toEqual([
    'full-marks-differ: “部门”与“领导”的 out_of 不同，分数不能放在一起',
  ]);
});

it('one scale may be written in two ways', () => {
  expect(errorsWith('"out_of":100,"share":60', '"out_of":"100.0","share":60')).toEqual([]);
});
