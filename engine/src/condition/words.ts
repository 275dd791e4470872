import type { Words } from '../value.ts';
import { parsed } from './compile.ts';
import { resolveName } from './names.ts';
import type { Node } from './node.ts';
import type { Variables } from './type.ts';
import { BINDS, held } from './words/phrase.ts';
import type { Reading } from './words/reading.ts';
import { statement } from './words/statements.ts';
import { value } from './words/values.ts';

export { nameWords } from './words/names.ts';

/**
 * A sound condition in words: `data.part == 'full_day'` is 「时段」是「全天」, “Part” is “Full day”. A name without a
 * title stays as it is written. @throws ConditionError when the source cannot be read
 */
export const conditionWords = (source: string, variables: Variables): Words =>
  held(statement(parsed(source), readingOf(variables)), BINDS.joined);

/** A sound number, text or list in words: `data.attended * 2` is 「实到人数」 × 2. @throws ConditionError */
export const valueWords = (source: string, variables: Variables): Words =>
  held(value(parsed(source), readingOf(variables)), BINDS.joined);

function readingOf(variables: Variables): Reading {
  const reading: Reading = {
    name: (node) => resolveName(node, variables),
    typeOf: (node) => (isName(node) ? resolveName(node, variables).type : null),
    value: (node, beside) => value(node, reading, beside),
  };
  return reading;
}

const isName = (node: Node): boolean => node.op === 'id' || node.op === '.';
