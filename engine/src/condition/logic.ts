import { contradiction } from './contradiction.ts';
import { refuse } from './error.ts';
import type { Compiled, Env, Held, Node, NodeOf, Scope } from './node.ts';
import { isBoolean, typeWords } from './type.ts';

const yesNo = { type: 'boolean' } as const;
type Run = (env: Env) => Held;

/** Three-valued: false wins over not known, for true see `either`. */
const both = (a: Run, b: Run): Run => {
  return (env) => {
    const left = a(env);
    if (left === false) return false;
    const right = b(env);
    if (right === false) return false;
    return left === true && right === true ? true : undefined;
  };
};

const either = (a: Run, b: Run): Run => {
  return (env) => {
    const left = a(env);
    if (left === true) return true;
    const right = b(env);
    if (right === true) return true;
    return left === false && right === false ? false : undefined;
  };
};

export function compileLogic(node: NodeOf<'&&' | '||'>, scope: Scope): Compiled {
  const [a, b] = node.args.map((side) => asBoolean(side, scope)) as [Compiled, Compiled];
  scope.doubt(contradiction(node));
  return { type: yesNo, run: node.op === '&&' ? both(a.run, b.run) : either(a.run, b.run) };
}

export function compileNot(node: NodeOf<'!_'>, scope: Scope): Compiled {
  const { run } = asBoolean(node.args, scope);
  return {
    type: yesNo,
    run: (env) => {
      const value = run(env);
      return typeof value === 'boolean' ? !value : undefined;
    },
  };
}

export function compileChoice(node: NodeOf<'?:'>, scope: Scope): Compiled {
  const [whenNode, thenNode, otherwiseNode] = node.args;
  const when = asBoolean(whenNode, scope).run;
  const then = scope.compile(thenNode);
  const otherwise = scope.compile(otherwiseNode);
  if (then.type.type !== otherwise.type.type && then.type.type !== 'any' && otherwise.type.type !== 'any') {
    refuse(
      otherwiseNode.start,
      `两个结果类型不同：${typeWords(then.type)['zh-CN']}与${typeWords(otherwise.type)['zh-CN']}`,
      `The two outcomes differ in type: ${typeWords(then.type).en} and ${typeWords(otherwise.type).en}`,
      '让“?”后的两个结果同为一种类型',
      'Give both outcomes of “?” the same type',
    );
  }
  return {
    type: then.type.type === 'any' ? otherwise.type : then.type,
    run: (env) => {
      const chosen = when(env);
      return chosen === true ? then.run(env) : chosen === false ? otherwise.run(env) : undefined;
    },
  };
}

export function asBoolean(node: Node, scope: Scope): Compiled {
  const compiled = scope.compile(node);
  if (!isBoolean(compiled.type)) {
    refuse(
      node.start,
      `此处需要“是/否”，得到的是${typeWords(compiled.type)['zh-CN']}`,
      `A condition (yes or no) is needed here, not ${typeWords(compiled.type).en}`,
      '用 ==、>、in 等比较得到“是/否”',
      'Compare it, e.g. with ==, > or in',
    );
  }
  return compiled;
}
