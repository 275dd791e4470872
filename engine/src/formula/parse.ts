import { refuseChained } from '../condition/chained.ts';
import { refuse } from '../condition/error.ts';
import type { Node } from '../condition/node.ts';
import { NO_PERCENT } from '../condition/percent.ts';
import { treeOf } from '../condition/source.ts';
import type { ExpressionForm } from '../schema/expression.ts';
import { say } from '../words.ts';
import { callForm } from './calls.ts';
import { refuseFormula } from './refuse.ts';

const parsed = new Map<string, ExpressionForm>();

/** The constructs a formula is short for: `a + b * 2` is `{ add: [a, { multiply: [b, 2] }] }`. @throws ConditionError */
export function parseFormula(source: string): ExpressionForm {
  const known = parsed.get(source);
  if (known) return known;
  const form = formOf(treeOf(source, say('公式', 'formula')));
  parsed.set(source, form);
  return form;
}

const RELATION = { '<': 'less-than', '<=': 'at-most', '>': 'more-than', '>=': 'at-least' } as const;

function formOf(node: Node): ExpressionForm {
  switch (node.op) {
    case 'value':
      return literal(node.args, node.start);
    case 'id':
      return named(node.args);
    case '.':
      return dotted(node);
    case '+':
      return { add: [...operandsOf('+', node)] };
    case '*':
      return { multiply: [...operandsOf('*', node)] };
    case '-':
      return { subtract: [formOf(node.args[0]), formOf(node.args[1])] };
    case '/':
      return { ratio: { of: formOf(node.args[0]), to: formOf(node.args[1]) } };
    case '-_':
      return { multiply: [formOf(node.args), { number: -1 }] };
    case '<':
    case '<=':
    case '>':
    case '>=':
      refuseChained(node, ...node.args);
      return { compare: { left: formOf(node.args[0]), is: RELATION[node.op], right: formOf(node.args[1]) } };
    case '==':
      return { same: [formOf(node.args[0]), formOf(node.args[1])] };
    case '!=':
      return { not: { same: [formOf(node.args[0]), formOf(node.args[1])] } };
    case '&&':
      return { both: [...operandsOf('&&', node)] };
    case '||':
      return { either: [...operandsOf('||', node)] };
    case '!_':
      return { not: formOf(node.args) };
    case '?:': {
      const [when, then, otherwise] = node.args;
      return { choose: { when: formOf(when), then: formOf(then), otherwise: formOf(otherwise) } };
    }
    case '%':
      return refuse(node.pos, ...NO_PERCENT);
    case 'call':
      return callForm(node, formOf);
    default:
      return refuseFormula(node.start, node.op);
  }
}

function named(name: string): ExpressionForm {
  if (name === 'as_of') return { day: 'as-of' };
  return name === 'since' ? { day: 'since' } : { step: name };
}

/** `a + b + c` is one sum of three. */
function operandsOf(sign: '+' | '*' | '&&' | '||', node: Node): ExpressionForm[] {
  if (node.op !== sign) return [formOf(node)];
  const [left, right] = node.args;
  return [...operandsOf(sign, left), formOf(right)];
}

function dotted(node: Node): ExpressionForm {
  const path = pathOf(node);
  if (path === 'period.start') return { day: 'period-start' };
  return path === 'period.end' ? { day: 'period-end' } : { attribute: path };
}

/** `subject.attributes.terrain` as it is written. */
function pathOf(node: Node): string {
  if (node.op === 'id') return ROOTS.has(node.args) ? node.args : refuseFormula(node.start, `${node.args}.`);
  return node.op === '.' ? `${pathOf(node.args[0])}.${node.args[1]}` : refuseFormula(node.start, '.');
}

const ROOTS: ReadonlySet<string> = new Set(['subject', 'organisation', 'parent', 'period']);

function literal(value: unknown, offset: number): ExpressionForm {
  if (typeof value === 'bigint' || typeof value === 'number') return { number: String(value) };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { truth: value };
  return refuseFormula(offset, String(value));
}
