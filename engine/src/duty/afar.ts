import { namedMeasures } from '../measure/references.ts';
import type { Parts } from '../parts.ts';
import type { NamedIn } from '../schema/named-in.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Who } from '../schema/who.ts';

/** What the figures of duties read beyond the subject, those posted or serving there and the organisations they belong to. */
export interface Afar {
  /** Forms whose entries about organisations above are read. */
  readonly above: ReadonlySet<string>;
  /** Forms whose entries are read for whom a field names. */
  readonly naming: ReadonlySet<string>;
  /** Kinds of organisations below which entries, organisations or people are read. */
  readonly below: ReadonlySet<string>;
}

/** What the amounts, excuses and other figures of all duties read from afar, measures they name included. */
export function readAfar(parts: Parts): Afar {
  const afar = { above: new Set<string>(), naming: new Set<string>(), below: new Set<string>() };
  for (const obligation of parts.obligations.values()) {
    for (const set of setsOfFigures(obligation, parts)) {
      if (set.form !== undefined && set.about === 'above') afar.above.add(set.form);
      if (set.form !== undefined && isNaming(set.about)) afar.naming.add(set.form);
      if (looksBelow(set, parts)) for (const kind of kindsOf(obligation.who, parts)) afar.below.add(kind);
    }
  }
  return afar;
}

/** In which ways from afar the figures of one duty read entries of a form. */
export const afarOf = (obligation: Obligation, parts: Parts, form: string): ('above' | NamedIn)[] =>
  setsOfFigures(obligation, parts)
    .filter((set) => set.form === form)
    .flatMap(({ about }): ('above' | NamedIn)[] => (about === 'above' ? ['above'] : isNaming(about) ? [about] : []));

const isNaming = (about: unknown): about is NamedIn =>
  typeof about === 'object' && about !== null && 'field' in about && (!('names' in about) || about.names === 'subject');

/** Every set in the parts of a duty that may hold figures, and in the measures named in it and in those, each once. */
function setsOfFigures(obligation: Obligation, { measures }: Parts): SetRead[] {
  const { who: _who, when: _when, counts: _counts, ...figures } = obligation;
  const names = new Set(namedMeasures(obligation));
  for (const name of names) for (const other of namedMeasures(measures.get(name))) names.add(other);
  return [figures, ...[...names].map((name) => measures.get(name))].flatMap((part) => [...setsIn(part)]);
}

interface SetRead {
  readonly form?: string;
  readonly about?: unknown;
  readonly rollup?: unknown;
}

/** Every set of entries or subjects, and every roll-up, inside. */
function* setsIn(part: unknown): Generator<SetRead> {
  if (typeof part !== 'object' || part === null) return;
  if (isSet(part)) yield part;
  for (const value of Object.values(part)) yield* setsIn(value);
}

const KEYS = ['form', 'organisations', 'postings', 'holders', 'members', 'rollup'];
const isSet = (part: object): part is SetRead => KEYS.some((key) => key in part);

/** Entries about the subject, those posted there, its organisation and above need nothing from below; whatever else is read may. */
function looksBelow({ form, about, rollup }: SetRead, { forms }: Parts): boolean {
  if (rollup !== undefined) return rollup !== 'none';
  if (form === undefined) return true;
  const subject = forms.get(form)?.subject;
  if (about === undefined) return subject?.organisation === undefined && subject?.posting === undefined;
  return !isNaming(about) && !(typeof about === 'string' && NEAR.has(about));
}

const NEAR = new Set(['self', 'organisation', 'above', 'postings', 'sent']);

/** The kinds of organisations in which those who owe stand; every kind where the duty does not say. */
function kindsOf(who: Who, { organisationKinds }: Parts): Iterable<string> {
  if ('organisations' in who) return who.organisations;
  if ('members' in who) return who.members;
  return 'holders' in who ? who.of : organisationKinds.keys();
}
