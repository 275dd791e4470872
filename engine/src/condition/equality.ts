import { parse } from '@marcbachmann/cel-js';
import type { Node } from './node.ts';

/** A condition that asks no more than one field of the entry for one value. */
export interface Equality {
  readonly field: string;
  readonly value: string | boolean;
}

/** `data.kind == 'late'`, `data.late`, `!…` is none. Only texts and yes/no: numbers may be written in several ways. */
export function equalityOf(source: string): Equality | undefined {
  const node = parse(source).ast;
  const plain = fieldOf(node);
  if (plain !== undefined) return { field: plain, value: true };
  if (node.op !== '==') return undefined;
  const [left, right] = node.args;
  const [field, value] = [fieldOf(left), literalOf(right)];
  return field === undefined || value === undefined ? undefined : { field, value };
}

/** The field of the entry that a source reads and nothing else: `data.points`. */
export function fieldRead(source: string): string | undefined {
  const node = readable(source);
  return node && fieldOf(node);
}

/** The tree of a source; undefined when it cannot be read, which is told where it is compiled. */
function readable(source: string): Node | undefined {
  try {
    return parse(source).ast;
  } catch {
    return undefined;
  }
}

function fieldOf(node: Node): string | undefined {
  if (node.op !== '.') return undefined;
  const [owner, name] = node.args;
  return owner.op === 'id' && owner.args === 'data' ? name : undefined;
}

function literalOf(node: Node): string | boolean | undefined {
  const value = node.op === 'value' ? node.args : undefined;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
