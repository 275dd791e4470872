import type { Relation } from '../comparison.ts';
import type { Node, NodeOf } from '../node.ts';
import { isDay } from './names.ts';
import { BINDS, close, held, type Phrase, phrase } from './phrase.ts';
import { type Reading, writtenValue } from './reading.ts';

export type RelationNode = NodeOf<Relation>;
type Said = readonly [zh: string, en: string];

const NUMBERS: Record<Relation, Said> = {
  '==': ['等于', 'equals'],
  '!=': ['不等于', 'does not equal'],
  '<': ['小于', 'is less than'],
  '<=': ['不超过', 'is at most'],
  '>': ['大于', 'is more than'],
  '>=': ['不少于', 'is at least'],
};

const DAYS: Record<Relation, Said> = {
  '==': ['是', 'is'],
  '!=': ['不是', 'is not'],
  '<': ['早于', 'is before'],
  '<=': ['不晚于', 'is on or before'],
  '>': ['晚于', 'is after'],
  '>=': ['不早于', 'is on or after'],
};

const TEXTS: Record<Relation, Said> = { ...NUMBERS, '==': ['是', 'is'], '!=': ['不是', 'is not'] };

/** What holds when a relation does not; like the relation itself it is not known while a side is not. */
export const OPPOSITE: Record<Relation, Relation> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** 「实到人数」 × 2 大于「应到人数」 */
export function compared(relation: Relation, left: Node, right: Node, read: Reading): Phrase {
  const [a, b] = [held(read.value(left, right), BINDS.among), held(read.value(right, left), BINDS.among)];
  const [zh, en] = wordsFor(left, right, read)[relation];
  return phrase(close(a['zh-CN'], zh, b['zh-CN']), `${a.en} ${en} ${b.en}`);
}

function wordsFor(left: Node, right: Node, read: Reading): Record<Relation, Said> {
  const types = [read.typeOf(left)?.type, read.typeOf(right)?.type];
  if (types.includes('date') || types.includes('time') || isDay(writtenValue(left)) || isDay(writtenValue(right)))
    return DAYS;
  return types.includes('text') || [left, right].some((side) => typeof writtenValue(side) === 'string')
    ? TEXTS
    : NUMBERS;
}
