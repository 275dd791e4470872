import { conditionWords, nameWords, valueWords } from '../condition.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { CompiledSet } from './set.ts';

/** `“Road works” where “Kind” is “Road” in the last 30 months` */
export function setWords({ title, called, where, during, on, apart, notes: more, variables }: CompiledSet): Words {
  const condition = where === undefined ? null : conditionWords(where, variables);
  const notes = [
    ...(condition === null ? [] : [say(`条件：${condition['zh-CN']}`, `where ${condition.en}`)]),
    ...(during === null ? [] : [during]),
    ...(on === null ? [] : [on]),
    ...(apart === null ? [] : [apart]),
    ...more,
  ];
  const name = called ?? quoted(title);
  if (notes.length === 0) return name;
  return say(
    `${name['zh-CN']}（${notes.map((note) => note['zh-CN']).join('，')}）`,
    `${name.en} ${notes.map((note) => note.en).join(' ')}`,
  );
}

/** What a set's members are asked: the title of the field in quotes, or what is worked out, in words. */
export function ofWords(source: string, { variables }: CompiledSet): Words {
  const name = nameWords(source.trim(), variables);
  if (name.en !== source.trim()) return say(`“${name['zh-CN']}”`, `“${name.en}”`);
  return valueWords(source, variables);
}

export const quoted = (words: Words): Words => say(`“${words['zh-CN']}”`, `“${words.en}”`);
