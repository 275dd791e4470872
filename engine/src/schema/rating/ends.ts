import { Type } from '../common.ts';
import { Expression } from '../expression.ts';
import { told } from '../says.ts';

/** The ends of a range; each says whether the figure itself belongs to it. */
export const ends = {
  at_least: Type.Optional(told(Expression, '大于等于（含本数）', 'This or more')),
  above: Type.Optional(told(Expression, '大于（不含本数）', 'More than this')),
  at_most: Type.Optional(told(Expression, '小于等于（含本数）', 'This or less')),
  below: Type.Optional(told(Expression, '小于（不含本数）', 'Less than this')),
};
