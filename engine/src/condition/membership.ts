import { requireOption } from './comparison.ts';
import { doubtfulDay } from './day-text.ts';
import { refuse } from './error.ts';
import type { Compiled, Held, NodeOf, Scope } from './node.ts';
import { isText, typeWords } from './type.ts';

const yesNo = { type: 'boolean' } as const;

/** `data.kind in ['visit', 'aid']`, `'road' in data.kinds`. */
export function compileIn(node: NodeOf<'in'>, scope: Scope): Compiled {
  const [itemNode, listNode] = node.args;
  const item = scope.compile(itemNode);
  const list = scope.compile(listNode);
  if (list.type.type !== 'list' && list.type.type !== 'any') {
    refuse(
      listNode.start,
      `“in”右边需要列表，得到的是${typeWords(list.type)['zh-CN']}`,
      `“in” needs a list on its right, not ${typeWords(list.type).en}`,
      "例如 data.kind in ['a', 'b']",
      "For example data.kind in ['a', 'b']",
    );
  }
  requireOption(list.type, item.literal, itemNode.start);
  if (Array.isArray(list.literal)) {
    for (const one of list.literal as Held[]) {
      requireOption(item.type, one, listNode.start);
      scope.doubt(doubtfulDay(item.type, one, '==', listNode.start));
    }
    const members = new Set<unknown>(list.literal);
    return { type: yesNo, run: (env) => contains(item.run(env), (value) => members.has(value)) };
  }
  return {
    type: yesNo,
    run: (env) => {
      const members = list.run(env);
      return Array.isArray(members) ? contains(item.run(env), (value) => members.includes(value)) : undefined;
    },
  };
}

const contains = (item: Held, has: (value: unknown) => boolean): boolean | undefined =>
  item === undefined ? undefined : has(item);

/** A list written in the source holds only texts, numbers or yes/no written there too. */
export function compileList(node: NodeOf<'list'>, scope: Scope): Compiled {
  const items = node.args.map((item) => {
    const { literal } = scope.compile(item);
    if (literal === undefined) {
      refuse(
        item.start,
        '列表中只能写固定的文字或数字',
        'A list may hold only texts and numbers written out',
        '把比较写成 a == b || a == c',
        'Write the comparison as a == b || a == c',
      );
    }
    return literal;
  });
  return { type: { type: 'list' }, run: () => items, literal: items };
}

/** `size(data.kinds)`: members of a list, characters of a text. */
export function compileSize(node: NodeOf<'call' | 'rcall'>, of: Compiled): Compiled {
  if (of.type.type !== 'list' && !isText(of.type)) {
    refuse(
      node.start,
      `size() 用于列表或文字，不能用于${typeWords(of.type)['zh-CN']}`,
      `size() takes a list or text, not ${typeWords(of.type).en}`,
      '数字可直接比较',
      'Compare a number directly',
    );
  }
  return {
    type: { type: 'number' },
    run: (env) => {
      const value = of.run(env);
      return typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : undefined;
    },
  };
}
