import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { isRecord } from './schema-shape.ts';

/** Titles of what has an id, by title: null where several have one title. */
export function idsByTitle(values: readonly unknown[]): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const value of values) collect(value, ids);
  return ids;
}

function collect(value: unknown, ids: Map<string, string | null>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, ids);
  else if (isRecord(value)) {
    if (typeof value.id === 'string' && /^[a-z]/.test(value.id)) {
      const title = isRecord(value.title) ? value.title['zh-CN'] : value.title;
      if (typeof title === 'string') ids.set(title, ids.has(title) && ids.get(title) !== value.id ? null : value.id);
    }
    for (const inner of Object.values(value)) collect(inner, ids);
  }
}

/** The way out where a title stands for an id; null where nothing has that title. */
export function idForTitle(title: string, ids: ReadonlyMap<string, string | null>): Words | null {
  const id = ids.get(title);
  return id ? say(`“${title}”是名称，这里写它的 id：${id}`, `“${title}” is a title; write its id here: ${id}`) : null;
}
