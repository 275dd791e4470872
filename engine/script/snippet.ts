import { isCollection, isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';

/** Where a construct may be written: its key, and the lists whose members hold it. */
export interface Written {
  readonly construct: string;
  readonly key: string;
  readonly homes: readonly string[];
}

/** The smallest part of an example file that shows a construct, as it is written there, if need be with what it takes over from others; null when there is none. */
export function snippetOf({ construct, key, homes }: Written, example: string): string | null {
  const document = parseDocument(example, { merge: true });
  const parts = homes.flatMap((home) => partsUnder(document.contents, home));
  const own = parts.filter((part) => mentions(part, key, construct));
  const borrowed = (part: Node): number =>
    part.range && /<<:|\*\w/.test(example.slice(part.range[0], part.range[1])) ? 1 : 0;
  const [smallest] = own.toSorted((a, b) => borrowed(a) - borrowed(b) || length(a) - length(b));
  return smallest?.range ? outdented(example, smallest.range[0], smallest.range[1]) : null;
}

/** Members of the lists that stand under a key, at any depth. */
function partsUnder(node: unknown, home: string): Node[] {
  if (!isCollection(node)) return [];
  return node.items.flatMap((item): Node[] => {
    if (!isPair(item)) return partsUnder(item, home);
    const list = isScalar(item.key) && item.key.value === home && isSeq(item.value) ? item.value.items : [];
    return [...list.filter(isMap), ...partsUnder(item.value, home)];
  });
}

/** Signs and functions of formulas that are short for a construct. */
const SHORT: Readonly<Record<string, string>> = {
  attribute: 'attr(',
  both: '&&',
  call: 'days_between(',
  day: 'period.',
  either: '||',
  greatest: 'max(',
  least: 'min(',
  not: '!',
  same: '==',
  text: '"',
  truth: 'true',
};

/** Whether a key, or a formula, of the part is that of the construct. */
function mentions(node: unknown, key: string, construct: string): boolean {
  if (isScalar(node)) return typeof node.value === 'string' && node.value.includes(SHORT[construct] ?? `${key}(`);
  if (!isCollection(node)) return false;
  return node.items.some((item) =>
    isPair(item)
      ? (isScalar(item.key) && item.key.value === key) || mentions(item.value, key, construct)
      : mentions(item, key, construct),
  );
}

const length = ({ range }: Node): number => (range ? range[1] - range[0] : 0);

/** The text of a list member, moved to the left margin. */
function outdented(text: string, start: number, end: number): string {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const [first = '', ...rest] = text.slice(start, end).trimEnd().split('\n');
  return [`- ${first}`, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line.slice(column)}`))].join('\n');
}
