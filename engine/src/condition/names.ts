import { nearest } from '../nearest.ts';
import { refuse } from './error.ts';
import type { Compiled, Env, Held, Node, NodeOf } from './node.ts';
import type { Variables, VariableType } from './type.ts';

export interface Name {
  readonly path: readonly string[];
  readonly type: VariableType;
}

/** Resolves `data.kilometres` against the declared names. */
export function resolveName(node: Node, variables: Variables): Name {
  if (node.op === 'call') return resolveParameter(node, variables);
  if (node.op === 'id') return { path: [node.args], type: lookUp(variables, node.args, node, '') };
  if (node.op !== '.') {
    refuse(
      node.start,
      '此处只能写字段名',
      'Only a field name may stand here',
      '例如 data.字段名',
      'Write data.field_name',
    );
  }
  const [left, name] = node.args;
  const owner = resolveName(left, variables);
  const path = [...owner.path, name];
  if (owner.type.type === 'any') return { path, type: owner.type };
  if (owner.type.type !== 'record') {
    const shown = owner.path.join('.');
    refuse(
      node.pos,
      `“${shown}”没有下级字段“${name}”`,
      `“${shown}” has no field “${name}”`,
      `直接使用 ${shown}`,
      `Use ${shown} by itself`,
    );
  }
  if (owner.type.open && !(name in owner.type.fields)) return { path, type: { type: 'any' } };
  return { path, type: lookUp(owner.type.fields, name, node, `${owner.path.join('.')}.`) };
}

function lookUp(variables: Variables, name: string, node: Node, prefix: string): VariableType {
  const type = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (type) return type;
  const names = Object.keys(variables);
  const close = nearest(name, names);
  const offered = close === null ? names.map((n) => prefix + n).join(', ') : prefix + close;
  return refuse(
    node.op === '.' ? node.pos : node.start,
    `没有名为“${prefix}${name}”的字段`,
    `There is no field named “${prefix}${name}”`,
    offered === '' ? '先在表单中定义该字段' : `可用：${offered}`,
    offered === '' ? 'Define the field in the form first' : `Use ${offered}`,
  );
}

/** `param('warning.months')`: the value of a parameter, where the place knows parameters. */
export function resolveParameter(node: NodeOf<'call'>, { param }: Variables): Name {
  const id = node.args[1][0];
  if (node.args[0] !== 'param' || node.args[1].length !== 1 || id?.op !== 'value' || typeof id.args !== 'string')
    return refuse(
      node.start,
      '此处只能写字段名或参数',
      'Only a field name or a parameter may stand here',
      "写作 data.字段名 或 param('参数')",
      "Write data.field_name or param('parameter.id')",
    );
  if (param?.type !== 'record')
    return refuse(
      node.start,
      '此处不能读参数',
      'Parameters cannot be read here',
      '在指标或评分办法的集合中使用',
      'Use it over a set of a measure or rating',
    );
  return { path: ['param', id.args], type: lookUp(param.fields, id.args, id, '') };
}

const hold = (value: unknown): Held =>
  value === null || value === undefined || value === '' ? undefined : (value as Exclude<Held, undefined>);

const toNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

/** Reads a resolved name. A missing, null or empty value is not known; it is never zero, false or a text. */
export function compileName({ path, type }: Name): Compiled {
  const read = reader(path);
  if (type.type === 'number') return { type, run: (env) => toNumber(read(env)) };
  if (type.type === 'boolean') {
    return { type, run: (env) => (typeof read(env) === 'boolean' ? (read(env) as boolean) : undefined) };
  }
  if (type.type === 'list') return { type, run: (env) => hold(listed(read(env))) };
  return { type, run: (env) => hold(read(env)) };
}

/** Those a field names, also where it states a number for each. */
const listed = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : value;

/** True, false: whether a value was recorded. */
export const compileHas = ({ path }: Name): Compiled => {
  const read = reader(path);
  return {
    type: { type: 'boolean' },
    run: (env) => {
      const value = read(env);
      return value !== undefined && value !== null && value !== '';
    },
  };
};

type Fields = Readonly<Record<string, unknown>> | null | undefined;

function reader(path: readonly string[]): (env: Env) => unknown {
  const [root = '', field, ...deeper] = path;
  if (field === undefined) return (env) => env[root];
  if (deeper.length === 0) return (env) => (env[root] as Fields)?.[field];
  return (env) => deeper.reduce((at: unknown, key) => (at as Fields)?.[key], (env[root] as Fields)?.[field]);
}
