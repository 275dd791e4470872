import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import type { Passed } from '../compare.ts';
import type { DiffSection } from '../sections.ts';
import type { DiffPart } from '../sentences.ts';

/** What changed at a place that is told as a whole. An absent side is undefined. */
export interface Change {
  readonly before: unknown;
  readonly after: unknown;
  /** Members of lists one passes on the way, outermost first, each as it stands in the version after if it is there. */
  readonly members: readonly unknown[];
  readonly part: DiffPart;
  /** The way to the place. */
  readonly trail: readonly Passed[];
}

/** How a change at a place of a part is told; null leaves it to the plain sentence. */
export interface Teller {
  readonly section: DiffSection;
  // Keys from the part down, `*` for a member of a list: steps/*/quota/places/*
  readonly path: string;
  /** When it says no, what lies below is told by itself. */
  readonly whole?: (before: unknown, after: unknown) => boolean;
  readonly tell: (change: Change) => Words | null;
}

/** Only where a thing came or went; changes inside are told by themselves. */
export const cameOrWent = (before: unknown, after: unknown): boolean => before === undefined || after === undefined;

/** What it is about, and what it was and is; null when both read the same, so that the texts themselves must be shown. */
export const turned = (about: Words, old: Words, now: Words): Words | null =>
  old['zh-CN'] === now['zh-CN']
    ? null
    : say(`${about['zh-CN']}由 ${old['zh-CN']} 改为 ${now['zh-CN']}`, `${about.en}: ${old.en} → ${now.en}`);

export const quoted = (words: Words): Words => say(`“${words['zh-CN']}”`, `“${words.en}”`);

/** `“甲”的乙`, `“A”, b`. */
export const of = (thing: Words, what: Words): Words =>
  say(`“${thing['zh-CN']}”${what['zh-CN']}`, `“${thing.en}”, ${what.en}`);

/** Something that is there now, or no longer. */
export const comes = (thing: Words, added: boolean, what: Words, more: Words = say('', '')): Words =>
  added
    ? say(`“${thing['zh-CN']}”新增${what['zh-CN']}${more['zh-CN']}`, `“${thing.en}”: added ${what.en}${more.en}`)
    : say(`“${thing['zh-CN']}”删去${what['zh-CN']}`, `“${thing.en}”: removed ${what.en}`);

export const listed = (list: readonly Words[]): Words =>
  list.length === 0
    ? say('无', 'none')
    : say(list.map((one) => one['zh-CN']).join('、'), list.map((one) => one.en).join(', '));
