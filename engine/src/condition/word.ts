import { parse } from '@marcbachmann/cel-js';

/** Names that formulas read as a day. */
const DAYS: ReadonlySet<string> = new Set(['as_of', 'since']);

/** Whether a step of this id cannot be named in a formula: `in`, `true`, `for`, `as_of`. */
export const isWordOfFormulas = (id: string): boolean => DAYS.has(id) || operationOf(id) !== 'id';

/** Whether a field of this id cannot be named in a condition: `in`, `true`, `false`, `null`. */
export const isWordOfConditions = (id: string): boolean => operationOf(`data.${id}`) !== '.';

function operationOf(source: string): string | null {
  try {
    return parse(source).ast.op;
  } catch {
    return null;
  }
}
