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
  if (pack === undefined) return whole;
  if (pack.above === undefined) return { ...whole, pack: { ...SHARED, ...pack } };
  const { forms: shared, ...kinds } = SHARED;
  const above = pack.above as { readonly forms?: readonly unknown[] };
  const forms = [...(shared as readonly unknown[]), ...(above.forms ?? [])];
  return { ...whole, pack: { ...pack, above: { ...kinds, ...above, forms } } };
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
