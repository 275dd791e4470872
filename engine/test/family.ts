import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Example } from '../src/index.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });

/** Keys that hold text for people: family files say it once. */
const TEXT: ReadonlySet<string> = new Set(['example', 'title', 'why', 'what', 'blocks', 'provisional']);

/** A family file as an example: texts in both languages, and what all families share unless it names its own. */
export function written(example: Example): Example {
  const whole = texts(example) as Example;
  const pack = whole.pack as Readonly<Record<string, unknown>> | undefined;
  return pack === undefined ? whole : { ...whole, pack: { ...SHARED, ...pack } };
}

function texts(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(texts);
  if (typeof part !== 'object' || part === null || part instanceof Date) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      TEXT.has(key) && typeof value === 'string' ? both(value) : texts(value),
    ]),
  );
}

const SHARED = texts(parse(readFileSync(new URL('family-base.yaml', import.meta.url), 'utf8'))) as Readonly<
  Record<string, unknown>
>;
