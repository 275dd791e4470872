import { type Document, isMap, isScalar, type Pair, visit, type YAMLMap } from 'yaml';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';

/** One change of the pack language, as it is made to a pack that was written before it. */
export interface LanguageStep {
  /** The language it leads to; the one before it is a step lower. */
  readonly to: number;
  /** What is written otherwise since then, and what an older pack is taken to mean. */
  readonly words: Words;
  /** Changes one file where it is written the old way, and nothing in one that is written the new way. */
  readonly change: (document: Document) => boolean;
}

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : key);

/** Changes pairs of a document; says whether any was. */
function eachPair(document: Document, change: (pair: Pair) => boolean): boolean {
  let changed = false;
  visit(document, {
    Pair: (_, pair) => {
      changed = change(pair) || changed;
    },
  });
  return changed;
}

function renameKey({ items }: YAMLMap, from: string, to: string): void {
  for (const { key } of items) if (isScalar(key) && key.value === from) key.value = to;
}

/** From the oldest. A step is never changed once a version of Luoshi was published with it. */
export const LANGUAGE_STEPS: readonly LanguageStep[] = [
  {
    to: 2,
    words: say(
      'exempted_by、excused_by 须写明到何时为止；原先只写表单的，一直有效到撤回（until: withdrawn）',
      'exempted_by and excused_by say until when; one that names a form alone holds until it is withdrawn (until: withdrawn)',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        if (keyOf(pair) !== 'exempted_by' && keyOf(pair) !== 'excused_by') return false;
        if (!isScalar(pair.value)) return false;
        pair.value = document.createNode({ form: pair.value.value, until: 'withdrawn' });
        return true;
      }),
  },
  {
    to: 3,
    words: say(
      'latest 须写明期前的记录是否沿用；原先没有写的，只看本期（carries: false）',
      'latest says whether an entry from before the period holds; one that does not say reads the period alone (carries: false)',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        const { value } = pair;
        if (keyOf(pair) !== 'latest' || !isMap(value) || !value.has('form') || value.has('carries')) return false;
        value.set('carries', false);
        return true;
      }),
  },
  {
    to: 4,
    words: say(
      '积分账有加有减、又有上下限的，须写明上下限何时起作用；原先没有写的，期末才起作用（ends_hold: at-the-end）',
      'a ledger that adds and takes and has an end says when it holds; one that does not say holds it at the end (ends_hold: at-the-end)',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        const { value } = pair;
        if (keyOf(pair) !== 'ledger' || !isMap(value) || value.has('ends_hold')) return false;
        if (!['plus', 'minus', 'floor', 'cap'].every((key) => value.has(key))) return false;
        if (value.get('floor') === 'none' && value.get('cap') === 'none') return false;
        value.set('ends_hold', 'at-the-end');
        return true;
      }),
  },
  {
    to: 5,
    words: say(
      'distribute 须写明取整的尾差怎么办；原先没有写的，给余数最大者（leftover: largest-remainder）',
      'distribute says what becomes of what rounding leaves over; one that does not say gives it to the largest remainders (leftover: largest-remainder)',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        const { value } = pair;
        if (keyOf(pair) !== 'distribute' || !isMap(value) || !value.has('pool') || value.has('leftover')) return false;
        value.set('leftover', 'largest-remainder');
        return true;
      }),
  },
  {
    to: 6,
    words: say(
      '名额、抽样的四舍五入也写 half-up，与钱和天数一样；原先写 nearest-half-up',
      'places and samples are rounded half-up as money and days are; it was nearest-half-up',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        const { value } = pair;
        if (keyOf(pair) !== 'rounding' || !isScalar(value) || value.value !== 'nearest-half-up') return false;
        value.value = 'half-up';
        return true;
      }),
  },
  {
    to: 7,
    words: say(
      '除去另一组里有的只有一种写法 not_in；原先 distinct 的 except 改写为 count 的 same 与 not_in',
      'there is one way to leave out what another set has, not_in: distinct with except is count with same and not_in',
    ),
    change: (document) =>
      eachPair(document, (pair) => {
        const { key, value } = pair;
        if (keyOf(pair) !== 'distinct' || !isScalar(key) || !isMap(value)) return false;
        const except = value.get('except');
        if (!isMap(except)) return false;
        key.value = 'count';
        for (const set of [value, except]) renameKey(set, 'of', 'same');
        value.delete('except');
        value.set('not_in', document.createNode([except], { flow: value.flow === true }));
        return true;
      }),
  },
];
