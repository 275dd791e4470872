import type { Node } from '../node.ts';
import type { VariableType } from '../type.ts';
import type { Named } from './names.ts';
import type { Phrase } from './phrase.ts';

/** How the parts of one condition are read while it is put into words. */
export interface Reading {
  readonly name: (node: Node) => Named;
  /** The type of a name; null for everything else. */
  readonly typeOf: (node: Node) => VariableType | null;
  readonly value: (node: Node, beside?: Node) => Phrase;
}

/** A value written in the source; undefined for anything that is read or worked out. */
export const writtenValue = (node: Node): unknown => {
  if (node.op !== 'value') return undefined;
  return typeof node.args === 'bigint' ? Number(node.args) : node.args;
};

export const writtenList = (node: Node): readonly unknown[] | null =>
  node.op === 'list' ? node.args.map(writtenValue) : null;
