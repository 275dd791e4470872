/** The parts of a pack with one thing changed, and where: `/obligations/0/due_soon/within: 2`. */
export interface Edited {
  readonly what: string;
  readonly parts: Parts;
  /** Whether something was taken away, so that the way back adds it. */
  readonly isLess: boolean;
}

type Parts = Readonly<Record<string, unknown>>;
type Tree = Record<string, unknown>;

const LESS = Symbol('left out');

/** What is written otherwise at a place; nothing where only another name could stand. */
function otherwise(key: string, value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return undefined;
  if (key === 'zh-CN' || key === 'en') return `${value}*`;
  return /^\d+(\.\d+)?$/.test(value) ? `${value}1` : undefined;
}

/** Titles of parts and of what they hold read alike: `/forms/0/title/en` is deep enough. */
const TITLES = 4;

function* editsAt(node: unknown, path: readonly string[]): Generator<[readonly string[], unknown]> {
  const isWords = /^(zh-CN|en)$/.test(path.at(-1) ?? '');
  const other = isWords && path.length > TITLES ? undefined : otherwise(path.at(-1) ?? '', node);
  if (other !== undefined) yield [path, other];
  if (path.length > 1 && !isWords) yield [path, LESS];
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) yield* editsAt(inner, [...path, key]);
}

function withEdit(node: unknown, [key = '', ...deeper]: readonly string[], value: unknown): unknown {
  const inner = deeper.length === 0 ? value : withEdit((node as Tree)[key], deeper, value);
  const entries = Object.entries(node as Tree).flatMap(([one, old]): [string, unknown][] =>
    one !== key ? [[one, old]] : inner === LESS ? [] : [[one, inner]],
  );
  return Array.isArray(node) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

/** Every single number, text and yes or no of a pack changed, and everything that may be left out left out, one at a time. */
export const editsOf = (parts: Parts): Edited[] =>
  [...editsAt(parts, [])].map(([path, value]) => ({
    what: `/${path.join('/')}: ${value === LESS ? 'left out' : String(value)}`,
    parts: withEdit(parts, path, value) as Parts,
    isLess: value === LESS,
  }));
