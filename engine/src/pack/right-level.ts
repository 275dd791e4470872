import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { isRecord, type JsonSchema, type Walk } from './schema-shape.ts';
import { flatten } from './union.ts';

/** Says where a key belongs that stands one level too far out, or too far in, or is one level too many; null when none of these. */
export function rightLevel(
  key: string,
  properties: Readonly<Record<string, JsonSchema>>,
  value: Readonly<Record<string, unknown>>,
  here: Walk,
): Words | null {
  const rival = here.rivals?.get(key);
  if (rival !== undefined)
    return say(
      `“${rival}”与“${key}”只写一个；两样都要的，分成两项写`,
      `Write only one of “${rival}” and “${key}”; where both are wanted, make two entries`,
    );
  const inside = Object.entries(properties).find(([name, schema]) => {
    const child = value[name];
    return isRecord(child) && !(key in child) && takes(schema, key, here);
  });
  if (inside)
    return say(`它属于“${inside[0]}”，多缩进两格`, `It belongs to “${inside[0]}”: indent it by two more spaces`);
  const entries = Object.entries(properties).find(([name, schema]) => {
    const child: unknown = value[name];
    const items = flatten(schema, here).find((one) => one.items)?.items;
    return (
      Array.isArray(child) &&
      items !== undefined &&
      takes(items, key, here) &&
      child.some((one) => isRecord(one) && !(key in one))
    );
  });
  if (entries)
    return say(
      `它属于“${entries[0]}”的各项，写在那一项里`,
      `It belongs to the entries of “${entries[0]}”: write it in one of them`,
    );
  const held = value[key];
  if (isRecord(held) && Object.keys(held).length > 0 && Object.keys(held).every((one) => one in properties)) {
    const names = Object.keys(held);
    return say(
      `去掉“${key}”这一层，${names.join('、')} 直接写在这里`,
      `Leave out “${key}” and write ${names.join(', ')} directly here`,
    );
  }
  if (!here.above?.includes(key)) return null;
  return say('它属于外一层，少缩进一些', 'It belongs to a level further out: indent it less');
}

const takes = (schema: JsonSchema, key: string, here: Walk): boolean =>
  flatten(schema, here).some((branch) => branch.properties !== undefined && key in branch.properties);
