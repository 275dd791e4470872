import { isRecord } from './schema-shape.ts';

type Defs = Readonly<Record<string, unknown>>;

const REFERENCE = '#/$defs/';
/** From so many on it is shorter to gather the objects of a mixed choice in a choice of their own. */
const MANY = 3;

/**
 * Says once for a whole choice (`anyOf`) that what is chosen is an object, instead of in each of its members. A
 * definition that is referred to from elsewhere too keeps its type.
 */
export function typeOnce(defs: Defs): Record<string, unknown> {
  const kept = new Set(defsUsedElsewhere(defs));
  const without = (one: unknown): unknown => {
    if (!isRecord(one) || one['type'] !== 'object') return one;
    const { type: _, ...rest } = one;
    return rest;
  };
  const walked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walked);
    if (!isRecord(value)) return value;
    const inside = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walked(child)]));
    const members = value['anyOf'];
    if (!Array.isArray(members) || !gathers(members, defs)) return inside;
    const { anyOf, ...rest } = inside;
    const objects = (anyOf as unknown[]).filter((_, i) => isObject(members[i], defs)).map(without);
    const others = (anyOf as unknown[]).filter((_, i) => !isObject(members[i], defs));
    const gathered = { type: 'object', anyOf: objects };
    return others.length === 0 ? { ...gathered, ...rest } : { anyOf: [...others, gathered], ...rest };
  };
  return Object.fromEntries(
    Object.entries(defs).map(([name, one]) => [name, kept.has(name) ? walked(one) : without(walked(one))]),
  );
}

/** Whether the objects among the members of a choice are worth gathering. */
function gathers(members: readonly unknown[], defs: Defs): boolean {
  const objects = members.filter((one) => isObject(one, defs)).length;
  return objects >= MANY || (objects > 1 && objects === members.length);
}

const nameOf = (schema: unknown): string | undefined => {
  const to = isRecord(schema) ? schema['$ref'] : undefined;
  return typeof to === 'string' ? to.slice(REFERENCE.length) : undefined;
};

function isObject(schema: unknown, defs: Defs): boolean {
  const name = nameOf(schema);
  const meant = name === undefined ? schema : defs[name];
  return isRecord(meant) && meant['type'] === 'object';
}

/** Names of definitions that nothing refers to, or something outside a choice whose objects are gathered. */
function defsUsedElsewhere(defs: Defs): string[] {
  const gathered = new Set<string>();
  const elsewhere = new Set<string>();
  const walk = (value: unknown, chosen: boolean): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, chosen);
    if (!isRecord(value)) return;
    const name = nameOf(value);
    if (name !== undefined) (chosen ? gathered : elsewhere).add(name);
    for (const [key, child] of Object.entries(value))
      walk(child, key === 'anyOf' && Array.isArray(child) && gathers(child, defs));
  };
  walk(Object.values(defs), false);
  return Object.keys(defs).filter((name) => !gathered.has(name) || elsewhere.has(name));
}
