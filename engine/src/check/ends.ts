import { isRecord } from '../pack/schema-shape.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { writtenNumbers } from '../rating/written-number.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { alongSchema } from './along-schema.ts';

/** Keys that are the lower and the upper end of one thing. */
const PAIRS = [
  ['floor', 'cap'],
  ['at_least', 'at_most'],
  ['no_fewer_than', 'no_more_than'],
  ['from', 'to'],
  ['from', 'below'],
  ['min', 'max'],
] as const;

/** What a window must come to and the most that counts of what it brings are two things. */
const NO_PAIR: ReadonlySet<string> = new Set(['windows']);

/** A lower end above the upper one: nothing lies between, or every value becomes the same. */
export function endsProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  return [...alongSchema(kind, id, parts)].flatMap(({ value, at, key }) =>
    isRecord(value) && !NO_PAIR.has(key)
      ? PAIRS.flatMap(([low, high]) => crossed(value, low, high, { at, parts }))
      : [],
  );
}

function crossed(
  value: Readonly<Record<string, unknown>>,
  low: string,
  high: string,
  { at, parts }: { readonly at: string; readonly parts: Parts },
): Finding[] {
  const [least, most] = [value[low], value[high]].map((end) => writtenNumbers(end, parts).at(-1));
  const between = high === 'below' ? least?.lt(most ?? least) : least?.lte(most ?? least);
  if (!least || !most || between) return [];
  const than = least.eq(most) ? say('等于', 'equal to') : say('大于', 'above');
  return [
    {
      code: 'ends-crossed',
      at: `${at}/${high}`,
      words: say(
        `${low} 是 ${plain(least)}，${than['zh-CN']} ${high} 的 ${plain(most)}：两者之间没有数`,
        `${low} is ${plain(least)}, ${than.en} ${plain(most)} of ${high}: nothing lies between them`,
      ),
      wayOut: say(
        `改 ${low} 或 ${high}；写反了的对调`,
        `Change ${low} or ${high}; swap them where they are the wrong way round`,
      ),
    },
  ];
}
