import { escapePointer, isRecord } from '../pack/schema-shape.ts';

/** A place at which two parts differ. An absent side is undefined. */
export interface Difference {
  /** JSON pointer; in the part after, where it stands there, else in the part before. */
  readonly at: string;
  /** What one passes on the way down, outermost first: keys, and the members of lists. */
  readonly trail: readonly Passed[];
  readonly before: unknown;
  readonly after: unknown;
}

/** A key of a record, or a member of a list with what it is. */
export type Passed = { readonly key: string } | { readonly member: unknown; readonly index: number };

/** Whether a place is one thing, in which one does not look for smaller differences. */
export type IsWhole = (trail: readonly Passed[], before: unknown, after: unknown) => boolean;

/** Everything in which two values differ, down to the smallest part; list members that name themselves are matched by name. */
export function differences(
  before: unknown,
  after: unknown,
  isWhole: IsWhole = () => false,
  at = '',
  trail: readonly Passed[] = [],
): Difference[] {
  if (same(before, after)) return [];
  if (isWhole(trail, before, after)) return [{ at, trail, before, after }];
  const [old, now] = [listOf(before, after), listOf(after, before)];
  if (old && now && memberNames(old) && memberNames(now)) return ofLists(old, now, isWhole, at, trail);
  const records = isRecord(before) && isRecord(after) && !isWords(before) && alike(before, after);
  if (!records) return [{ at, trail, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    differences(before[key], after[key], isWhole, `${at}/${escapePointer(key)}`, [...trail, { key }]),
  );
}

/** A list; an empty one where there was none beside a list of things, so that each of these is told by itself. */
function listOf(one: unknown, other: unknown): unknown[] | null {
  if (Array.isArray(one)) return one;
  return one === undefined && Array.isArray(other) && other.every(isRecord) ? [] : null;
}

/** Records that share no key are two different things, not one that changed: `{ parameter: … }` and `{ number: … }`. */
const alike = (before: Record<string, unknown>, after: Record<string, unknown>): boolean =>
  Object.keys(before).some((key) => key in after) || Object.keys(before).length === 0;

function ofLists(
  before: unknown[],
  after: unknown[],
  isWhole: IsWhole,
  at: string,
  trail: readonly Passed[],
): Difference[] {
  const old = byName(before);
  const now = byName(after);
  const gone = [...old].flatMap(([name, { member, index }]): Difference[] =>
    now.has(name)
      ? []
      : [{ at: `${at}/${index}`, trail: [...trail, { member, index }], before: member, after: undefined }],
  );
  const here = [...now].flatMap(([name, { member, index }]) =>
    differences(old.get(name)?.member, member, isWhole, `${at}/${index}`, [...trail, { member, index }]),
  );
  const moved = gone.length === 0 && here.length === 0;
  return moved ? [{ at, trail, before, after }] : [...gone, ...here];
}

const byName = (list: readonly unknown[]) =>
  new Map(list.map((member, index) => [nameOf(member), { member, index }] as const));

/** Whether all members of a list name themselves, each in its own way. */
function memberNames(list: readonly unknown[]): boolean {
  const names = list.map(nameOf);
  return !names.includes(null) && new Set(names).size === names.length;
}

const NAMING_KEYS = [
  ...['id', 'of', 'year', 'why', 'form', 'key', 'gives', 'grade', 'title', 'date', 'name', 'message'],
  ...['leave', 'reason', 'holidays', 'field'],
];

/** What tells a member of a list from the others; null when it cannot be told. */
function nameOf(member: unknown): string | null {
  if (!isRecord(member)) return typeof member === 'object' ? null : `=${String(member)}`;
  const key = NAMING_KEYS.find((one) => member[one] !== undefined);
  return key === undefined ? null : `${key}:${JSON.stringify(member[key])}`;
}

export const isWords = (value: unknown): value is { readonly 'zh-CN': string; readonly en: string } =>
  isRecord(value) && typeof value['zh-CN'] === 'string' && typeof value.en === 'string';

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** The same text for the same content, whatever the order of keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isRecord(value)) return String(JSON.stringify(value));
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join()}}`;
}
