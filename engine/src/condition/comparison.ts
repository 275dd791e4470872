import { nearest } from '../nearest.ts';
import type { Words } from '../value.ts';
import { refuseChained } from './chained.ts';
import { doubtfulDay } from './day-text.ts';
import { refuse } from './error.ts';
import type { Compiled, Held, Node, NodeOf, Scope } from './node.ts';
import { isTimed, requireTime } from './time.ts';
import { type Chosen, isText, typeWords, type VariableType } from './type.ts';
import { requireSameUnit } from './unit.ts';

const yesNo = { type: 'boolean' } as const;
export type Relation = '==' | '!=' | '<' | '<=' | '>' | '>=';
type Ordered = number | string;

const COMPARE: Record<Relation, (a: Ordered | boolean, b: Ordered | boolean) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The same relation seen from the other side. */
const TURNED: Record<Relation, Relation> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export function compileComparison(node: NodeOf<Relation>, scope: Scope): Compiled {
  const [leftNode, rightNode] = node.args;
  refuseChained(node, leftNode, rightNode);
  requireQuotes(leftNode, rightNode, scope);
  requireQuotes(rightNode, leftNode, scope);
  const left = scope.compile(leftNode);
  const right = scope.compile(rightNode);
  requireComparable(left.type, right.type, node.op, node.pos);
  requireTime(left.type, right.literal, rightNode.start);
  requireTime(right.type, left.literal, leftNode.start);
  requireOption(left.type, right.literal, rightNode.start);
  requireOption(right.type, left.literal, leftNode.start);
  scope.doubt(doubtfulDay(left.type, right.literal, node.op, rightNode.start));
  scope.doubt(doubtfulDay(right.type, left.literal, TURNED[node.op], leftNode.start));
  const compare = COMPARE[node.op];
  const [a, b] = [left.run, right.run];
  if (right.literal !== undefined) {
    const fixed = right.literal as Ordered | boolean;
    return {
      type: yesNo,
      run: (env) => {
        const value = a(env);
        return typeof value === typeof fixed ? compare(value as Ordered, fixed) : undefined;
      },
    };
  }
  return {
    type: yesNo,
    run: (env) => {
      const [x, y] = [a(env), b(env)];
      if (x === undefined || y === undefined || typeof x !== typeof y) return undefined;
      return compare(x as Ordered, y as Ordered);
    },
  };
}

/** `data.group == leader`: an option without its quotes. */
function requireQuotes(name: Node, field: Node, scope: Scope): void {
  if (name.op !== 'id' || field.op !== '.') return;
  const { type } = scope.compile(field);
  const options = 'options' in type ? (type.options ?? []) : [];
  if (!options.includes(name.args)) return;
  const quoted = `"${name.args}"`;
  refuse(
    name.start,
    '选项是文字，要加引号',
    'An option is a text and stands in quotes',
    `写作 ${quoted}`,
    `Write ${quoted}`,
  );
}

function requireComparable(a: VariableType, b: VariableType, relation: Relation, offset: number): void {
  const ordered = relation !== '==' && relation !== '!=';
  const alike = a.type === b.type || a.type === 'any' || b.type === 'any' || (isText(a) && isText(b)) || isTimed(a, b);
  const possible = [a, b].every(
    ({ type }) => type !== 'list' && type !== 'record' && type !== 'calendar' && !(ordered && type === 'boolean'),
  );
  if (!alike || !possible) {
    refuse(
      offset,
      `不能用“${relation}”比较${typeWords(a)['zh-CN']}与${typeWords(b)['zh-CN']}`,
      `“${relation}” cannot compare ${typeWords(a).en} with ${typeWords(b).en}`,
      '两边用同一类型；列表用 in 或 size()',
      'Use one type on both sides; for lists use in or size()',
    );
  }
  if (a.type === 'number' && b.type === 'number') requireSameUnit(a.unit, b.unit, relation, offset);
}

/** A choice compared with a text that is none of its options can never hold: a slip, found here. */
export function requireOption(type: VariableType, literal: Held, offset: number): void {
  if ((type.type !== 'text' && type.type !== 'list') || !type.options?.length || typeof literal !== 'string') return;
  if (type.options.includes(literal)) return;
  const close = nearest(literal, type.options);
  const titled = Object.entries(type.optionTitles ?? {}).find(
    ([, { 'zh-CN': zh, en }]) => literal === zh || literal === en,
  );
  const [zh, en] = titled ? optionNamed(titled[0], literal) : optionOffered(close, type);
  refuse(offset, `“${literal}”不是该字段的选项`, `“${literal}” is not an option of this field`, zh, en);
}

const optionNamed = (id: string, title: string): [zh: string, en: string] => [
  `写选项的 id：“${title}”写 "${id}"`,
  `Write the id of the option: “${title}” is "${id}"`,
];

const optionOffered = (close: string | null, { options = [], optionTitles = {} }: Chosen): [zh: string, en: string] => {
  if (close !== null) return [`是否为“${close}”？`, `Did you mean “${close}”?`];
  const listed = (language: keyof Words): string =>
    options.map((id) => (optionTitles[id] ? `${id}（${optionTitles[id][language]}）` : id)).join('、');
  return [`选项有：${listed('zh-CN')}`, `Its options are ${options.join(', ')}`];
};
