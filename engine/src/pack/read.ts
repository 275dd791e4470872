import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Place, Problem } from '../problem.ts';
import { say } from '../words.ts';
import { escapePointer } from './schema-shape.ts';
import { conflictRow, UNMERGED } from './yaml-marks.ts';
import { NO_SUCH_NAME, NOT_UTF8, UNQUOTED_NOT, yamlWords } from './yaml-words.ts';

export interface ReadFile {
  readonly value: unknown;
  /** Place by JSON pointer; `<pointer>#key` is where the key itself stands. */
  readonly places: ReadonlyMap<string, Place>;
  readonly problems: readonly Problem[];
}

/** Parses YAML, keeping where every value stands. */
export function readYaml(path: string, given: string): ReadFile {
  const text = given.replace(/^\uFEFF/, '');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const rows = text.split('\n');
  // What follows the first error is mostly its echo.
  const problems = document.errors.slice(0, 1).map((error): Problem => {
    const place = placeAt(error.pos[0]);
    const { line, column, words, wayOut } = { ...place, ...yamlWords(error, rows, place.line) };
    return { severity: 'error', code: 'yaml', path, line, column, words, wayOut };
  });
  const places = new Map<string, Place>();
  collect(document.contents as Node | null, '', places, placeAt);
  const refused = (offset: number, said: typeof NO_SUCH_NAME): ReadFile => ({
    value: null,
    places,
    problems: [{ severity: 'error', code: 'yaml', ...placeAt(offset), ...said }],
  });
  const garbled = text.search(/[\uFFFD\0]/);
  if (garbled >= 0) return refused(garbled, NOT_UTF8);
  const unmerged = conflictRow(rows);
  if (unmerged >= 0) return refused(rows.slice(0, unmerged).join('\n').length + 1, UNMERGED);
  if (problems.length > 0) return { value: null, places, problems };
  const tag = document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (tag) return refused(tag.pos[0], UNQUOTED_NOT);
  const nameless = repeatedNowhere(document);
  if (nameless !== null) return refused(nameless, NO_SUCH_NAME);
  try {
    return { value: document.toJS() as unknown, places, problems };
  } catch {
    return refused(0, TOO_MANY_ALIASES);
  }
}

/** Where a `*name` stands that no `&name` before it explains; null when each has one. */
function repeatedNowhere(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return undefined;
      found = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

const TOO_MANY_ALIASES = {
  words: say(
    '用 * 引用的重复内容太多，展开后过大',
    'Parts are repeated by * too often: written out they would be too large',
  ),
  wayOut: say('直接写出其中一些，不用 * 引用', 'Write some of them out instead of repeating them by *'),
};

function collect(node: Node | null, pointer: string, places: Map<string, Place>, at: (offset: number) => Place): void {
  if (!node) return;
  if (node.range) places.set(pointer, at(node.range[0]));
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      const child = `${pointer}/${escapePointer(name)}`;
      if (isScalar(key) && key.range) places.set(`${child}#key`, at(key.range[0]));
      collect(value as Node | null, child, places, at);
      if (!places.has(child)) places.set(child, places.get(`${child}#key`) ?? at(0));
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => collect(item as Node | null, `${pointer}/${index}`, places, at));
  }
}
