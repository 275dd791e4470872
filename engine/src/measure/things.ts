import { compileValue, type ValueOf } from '../condition.ts';
import { Decimal } from '../decimal.ts';
import { isShares } from '../entry/ids-named.ts';
import type { FieldValue } from '../facts.ts';
import { sourcesOf } from '../schema/rating/same-thing.ts';
import type { Missing, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import { type Element, type Gathered, missingIn } from './element.ts';
import type { CompiledSet, SetPart } from './set.ts';
import { ofWords, setWords } from './set-words.ts';
import type { At } from './types.ts';

type Compile = (set: SetPart) => CompiledSet;

/**
 * A set whose members are told apart by what they speak of: the same household once, those another set has too, or those
 * no other has. `once` keeps one of each; a set inside another only says what its members speak of.
 */
export function ofThings(set: SetPart, plain: CompiledSet, once: boolean, compile: Compile): CompiledSet {
  const [also, not] = [set.also_in ?? [], set.not_in ?? []].map((sets) => sets.map(compile)) as [
    CompiledSet[],
    CompiledSet[],
  ];
  if (set.same === undefined && set.any_of === undefined && also.length + not.length === 0) return plain;
  const label = set.same === undefined ? null : labelling(sourcesOf(set.same), plain);
  return {
    ...plain,
    notes: [...plain.notes, ...notesOf(set, label, once, also, not)],
    gather: (at, days) => {
      const found = plain.gather(at, days);
      const own = label ? label.of(found, at) : found;
      if (own.elements.length === 0 && own.doubt.length === 0) return own;
      const [inAll, inSome] = [also.map((one) => one.gather(at)), not.map((one) => one.gather(at))];
      const [needed, gone] = [inAll.map(thingsOf), inSome.map(thingsOf)];
      const elements = own.elements.filter(
        ({ thing = '' }) => needed.every((one) => one.has(thing)) && !gone.some((one) => one.has(thing)),
      );
      const doubt = [own, ...inAll, ...inSome].flatMap((one) => one.doubt);
      return { ...own, elements: once ? oneOfEach(elements, set.keeps) : elements, doubt };
    },
  };
}

const thingsOf = ({ elements }: Gathered): ReadonlySet<string | undefined> =>
  new Set(elements.map(({ thing }) => thing));

function notesOf(
  set: SetPart,
  label: Labelling | null,
  once: boolean,
  also: readonly CompiledSet[],
  not: readonly CompiledSet[],
): Words[] {
  const both = [
    ...(also.length > 0 ? [inEach(also.map(setWords))] : []),
    ...(not.length > 0 ? [inNone(not.map(setWords))] : []),
  ];
  if (!once || !isOfThings(set)) return both;
  const named = label?.title;
  return [
    ...both,
    named ? say(`同一${named['zh-CN']}只计一次`, `(each ${named.en} once)`) : say('同一个只计一次', '(each once)'),
  ];
}

const inEach = (sets: readonly Words[]): Words =>
  say(
    `也在${sets.map((one) => one['zh-CN']).join('、')}之中`,
    `that are also in ${sets.map((one) => one.en).join(' and in ')}`,
  );

const inNone = (sets: readonly Words[]): Words =>
  say(
    `不在${sets.map((one) => one['zh-CN']).join('、')}之中`,
    `that are not in ${sets.map((one) => one.en).join(' nor in ')}`,
  );

interface Labelling {
  readonly title: Words;
  /** The members with what each speaks of; of a list, one for each of its values. */
  readonly of: (found: Gathered, at: At) => Gathered;
}

function labelling(sources: readonly string[], set: CompiledSet): Labelling {
  const values = sources.map((source) => compileValue(source, set.variables));
  const titles = sources.map((source) => ofWords(source, set));
  const read = values.flatMap(({ reads }) => reads);
  return {
    title: say(titles.map((one) => one['zh-CN']).join('和'), titles.map((one) => one.en).join(' and ')),
    of: ({ elements, doubt, ...others }, { run }) => {
      const missing: Missing[] = [...doubt];
      const labelled = elements.flatMap((element): Element[] => {
        const held = values.map((value) => heldBy(value, element));
        if (held.includes(null)) {
          missing.push(...missingIn(element, read, set.missingName));
          return [];
        }
        return combinations(held.flatMap((one) => (one ? [one] : []))).map((one) => ({
          ...element,
          ...thing(one, titles, run.index),
        }));
      });
      return { elements: labelled, doubt: missing, ...others };
    },
  };
}

/** The values of a member, each as one text, none of an empty list; null where nothing is filled in. */
function heldBy(value: ValueOf, { env }: Element): readonly string[] | null {
  const held = value(env) as FieldValue | undefined;
  if (held === undefined || held === null || held === '') return null;
  const all = isShares(held) ? Object.keys(held) : [held].flat();
  return all.map((one) => textOf(one, value));
}

const textOf = (held: unknown, { type }: ValueOf): string =>
  type.type === 'number' ? plain(new Decimal(String(held))) : String(held);

const combinations = (held: readonly (readonly string[])[]): string[][] =>
  held.reduce<string[][]>((so, values) => so.flatMap((one) => values.map((value) => [...one, value])), [[]]);

function thing(
  values: readonly string[],
  titles: readonly Words[],
  index: WorldIndex,
): Pick<Element, 'thing' | 'called'> {
  const named = values.map((value, i) => {
    const name = nameOf(value, index);
    return say(`${titles[i]?.['zh-CN'] ?? ''} ${name}`, `${titles[i]?.en ?? ''} ${name}`);
  });
  return {
    thing: JSON.stringify(values),
    called: say(named.map((one) => one['zh-CN']).join('，'), named.map((one) => one.en).join(', ')),
  };
}

/** What people call whoever a field names. */
const nameOf = (id: string, index: WorldIndex): string => {
  const person = index.postings.get(id)?.person ?? id;
  return index.organisations.get(id)?.name ?? index.persons.get(person)?.name ?? id;
};

/** One member for each thing: the first or the latest, and of those from before a division the one that counts most. */
function oneOfEach(elements: readonly Element[], keeps: SetPart['keeps']): readonly Element[] {
  const kept = new Map<string, Element>();
  for (const one of elements) {
    if (one.thing === undefined) return elements;
    const before = kept.get(one.thing);
    if (before === undefined || isBetter(one, before, keeps)) kept.set(one.thing, one);
  }
  return [...kept.values()];
}

function isBetter(one: Element, before: Element, keeps: SetPart['keeps']): boolean {
  if (keeps === 'latest') return orderOf(one) > orderOf(before);
  if (keeps === 'first') return orderOf(one) < orderOf(before);
  const [own, other] = [one, before].map(({ share }) => share ?? WHOLE) as [Decimal, Decimal];
  return own.eq(other) ? orderOf(one) < orderOf(before) : own.gt(other);
}

const WHOLE = new Decimal(1);

const orderOf = ({ fact }: Element): string => (fact ? `${fact.date} ${fact.recordedAt} ${fact.id}` : '');

/** Whether it is said what makes two members the same. */
export const isOfThings = ({ same, any_of }: Pick<SetPart, 'same' | 'any_of'>): boolean =>
  same !== undefined || (any_of?.every(isOfThings) ?? false);
