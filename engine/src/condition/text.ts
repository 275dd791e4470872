import { refuse } from './error.ts';
import type { Compiled, NodeOf, Scope } from './node.ts';
import { isText, typeWords } from './type.ts';

const yesNo = { type: 'boolean' } as const;

const METHODS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

export const TEXT_METHODS: readonly string[] = Object.keys(METHODS);

/** `data.title.contains('road')`, `startsWith`, `endsWith`. */
export function compileTextMethod(node: NodeOf<'rcall'>, scope: Scope): Compiled {
  const [name, receiverNode, args] = node.args;
  const method = METHODS[name];
  const [argument] = args;
  if (!method || !argument || args.length !== 1) {
    return refuse(
      node.pos,
      `不支持“${name}”`,
      `“${name}” is not part of the condition language`,
      `文字可用：${TEXT_METHODS.join('、')}（各一个参数）`,
      `Texts have ${TEXT_METHODS.join(', ')} (one argument each)`,
    );
  }
  const [text, part] = [scope.compile(receiverNode), scope.compile(argument)];
  for (const side of [text, part]) {
    if (isText(side.type)) continue;
    refuse(
      node.pos,
      `“${name}”用于文字，不能用于${typeWords(side.type)['zh-CN']}`,
      `“${name}” takes text, not ${typeWords(side.type).en}`,
      '数字用 ==、>= 比较；列表用 in',
      'Compare numbers with == or >=; use in for lists',
    );
  }
  return {
    type: yesNo,
    run: (env) => {
      const [x, y] = [text.run(env), part.run(env)];
      return typeof x === 'string' && typeof y === 'string' ? method(x, y) : undefined;
    },
  };
}
