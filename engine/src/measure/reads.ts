import { compilePredicate, type Variables } from '../condition.ts';
import type { Parts } from '../parts.ts';
import type { Reads } from '../schema/rating/reads.ts';
import type { Missing, Words } from '../value.ts';
import { dataVariables } from '../variables.ts';
import { say } from '../words.ts';
import { type Element, type Gathered, missingIn } from './element.ts';
import { fieldsRead, figuresRead } from './figures-read.ts';
import { inOrder } from './in-order.ts';
import { compileSame } from './same-thing.ts';
import type { CompiledSet, SetPart } from './set.ts';
import type { At } from './types.ts';
import { whoseOf } from './whose.ts';

type Part = Reads[number];

/** The set of the entries that count, with the names they read; and what gives each entry what it reads. */
export interface Joined {
  readonly set: CompiledSet;
  /** `at` is the place and period of the rating itself. */
  readonly join: (gathered: Gathered, at: At) => Gathered;
}

/** The fields of the entries that are read, by the name each is read under. */
export const variablesRead = (reads: readonly Part[], parts: Parts): Variables =>
  Object.fromEntries(
    reads.flatMap(({ name, form }) => {
      const found = parts.forms.get(form);
      return found ? [[name, dataVariables(found)]] : [];
    }),
  );

/** What is read, beside which entries, and where the names of it may stand. */
export interface Reading {
  readonly reads: readonly Part[];
  readonly entries: SetPart & { readonly form: string };
  readonly written: object;
}

export type CompileSet = (set: SetPart) => CompiledSet;

export function compileReads({ reads, entries, written }: Reading, parts: Parts, compile: CompileSet): Joined {
  const { where, ...all } = entries;
  const plain = compile(all);
  const variables = { ...plain.variables, ...variablesRead(reads, parts) };
  const set = { ...plain, where, variables, missingName: namesMissing(reads, plain, parts) };
  const readers = reads.map((one) => compileOne(one, { reads, entries, written }, plain, { parts, compile }));
  const holds = where === undefined ? null : compilePredicate(where, variables);
  return {
    set,
    join: (gathered, at) => {
      if (gathered.elements.length === 0) return gathered;
      const found = readers.map((reader) => reader(at));
      const doubt = [...gathered.doubt, ...found.flatMap((one) => one.doubt)];
      const elements = gathered.elements.flatMap((bare): Element[] => {
        const read = found.map((one) => one.readFor(bare));
        const element = withRead(bare, read);
        const belongs = holds === null || holds(element.env);
        if (belongs === false) return [];
        if (element.refused) return [element];
        const absent = read.flatMap(({ missing }) => missing ?? []);
        if (absent.length > 0) doubt.push(...absent);
        else if (belongs === undefined) doubt.push(...missingIn(element, holds?.reads ?? [], set.missingName));
        return [element];
      });
      return { elements, doubt };
    },
  };
}

/** What would have to be recorded, in the entry or in one that is read. */
const namesMissing =
  (reads: readonly Part[], { missingName }: CompiledSet, parts: Parts): CompiledSet['missingName'] =>
  (path) => {
    const [root = '', field = ''] = path.split('.');
    const form = parts.forms.get(reads.find(({ name }) => name === root)?.form ?? '');
    if (!form) return missingName(path);
    const title = form.fields.find(({ id }) => id === field)?.title ?? say(field, field);
    return {
      what: `form:${form.id}.${field}`,
      words: say(
        `“${form.title['zh-CN']}”未填写“${title['zh-CN']}”`,
        `“${title.en}” of “${form.title.en}” is not recorded`,
      ),
    };
  };

/** What is read for one entry. */
interface Read {
  readonly name: string;
  readonly data?: object;
  readonly note?: Words;
  readonly refused?: Words;
  readonly missing?: readonly Missing[];
}

const withRead = (element: Element, read: readonly Read[]): Element => {
  const refused = read.find((one) => one.refused)?.refused;
  return {
    ...element,
    env: { ...element.env, ...Object.fromEntries(read.map(({ name, data }) => [name, data ?? {}])) },
    notes: [...(element.notes ?? []), ...read.flatMap(({ note }) => note ?? [])],
    ...(refused ? { refused } : {}),
  };
};

type Reader = (at: At) => { readonly doubt: readonly Missing[]; readonly readFor: (own: Element) => Read };

interface With {
  readonly parts: Parts;
  readonly compile: CompileSet;
}

function compileOne(part: Part, { entries, written }: Reading, set: CompiledSet, { parts, compile }: With): Reader {
  const { name, form: id, same, takes, missing } = part;
  const form = parts.forms.get(id);
  const others = compile(setOf(part, entries, parts));
  const thing = compileSame(same, set.variables, others.variables);
  const isConfirmed = (one: Element): boolean => (form?.confirmation ?? 'none') === 'none' || confirmed(one);
  const fields = form ? fieldsRead(name, form, written) : [];
  const title = form?.title ?? say(id, id);
  return (at) => {
    const { elements, doubt } = others.gather(at);
    const standing = elements.filter(isConfirmed).flatMap(({ env, fact }) => (fact ? [{ env, fact }] : []));
    const inTime = standing.toSorted(inOrder).map((one) => ({ ...one, about: thing?.other(one.env) ?? null }));
    return {
      doubt,
      readFor: ({ env, fact }) => {
        const about = thing?.own(env) ?? null;
        const fit = inTime.filter(
          (one) =>
            one.fact.id !== fact?.id &&
            (!thing || (about !== null && one.about === about)) &&
            (takes !== 'in-force' || one.fact.date <= (fact?.date ?? '')),
        );
        const taken = takes === 'first' ? fit[0] : fit.at(-1);
        if (taken) {
          const { date, data } = taken.fact;
          return { name, data, note: figuresRead(date, title, fields, data, parts) };
        }
        const words = say(`没有相应的“${title['zh-CN']}”`, `there is no “${title.en}” for it`);
        if (missing === 'does-not-count')
          return { name, refused: say(`${words['zh-CN']}，不计`, `${words.en}, it does not count`) };
        return { name, missing: [{ what: `form:${id}`, words: dated(words, fact?.date ?? '', entries.form, parts) }] };
      },
    };
  };
}

/** The entries that may be read: about whom the others are, when nothing else is said. */
export function setOf({ form, where, during, about }: Part, theirs: SetPart, parts: Parts): SetPart {
  return {
    form,
    ...given(where),
    ...(during === undefined ? {} : { during }),
    ...whoseOf(theirs, parts.forms.get(form), about),
  };
}

const given = (where: string | undefined) => (where === undefined ? {} : { where });

const confirmed = ({ env }: Element): boolean =>
  typeof env.entry === 'object' && env.entry !== null && 'confirmed' in env.entry && env.entry.confirmed === true;

function dated(words: Words, date: string, form: string, { forms }: Parts): Words {
  const title = forms.get(form)?.title ?? say(form, form);
  return say(`${date} ${title['zh-CN']}：${words['zh-CN']}`, `${date} ${title.en}: ${words.en}`);
}
