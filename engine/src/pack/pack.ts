import type { Place, Problem } from '../problem.ts';
import type { Adaptation } from '../schema/adaptation.ts';
import type { Example } from '../schema/example.ts';
import type { Form } from '../schema/form.ts';
import type { LocalItems } from '../schema/local-items.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { Assignment, Calendar, Kinds, Manifest, Measure, Parameter } from '../schema/pack.ts';
import type { Rating } from '../schema/rating.ts';
import type { Language } from '../value.ts';

/** One file of a pack; `path` is relative to the pack's folder: `forms/visit.yaml`. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** A pack as read: its parts as written, and where each stands. */
export interface Pack {
  readonly manifest: Manifest;
  /** SHA-256 hex over the sorted files. */
  readonly hash: string;
  readonly kinds: readonly Kinds[];
  readonly calendars: readonly Calendar[];
  readonly parameters: readonly Parameter[];
  readonly forms: readonly Form[];
  readonly obligations: readonly Obligation[];
  readonly measures: readonly Measure[];
  readonly assignments: readonly Assignment[];
  readonly ratings: readonly Rating[];
  readonly localItems: readonly LocalItems[];
  readonly adaptations: readonly Adaptation[];
  readonly examples: readonly Example[];
  /** The text of CHANGES.md; null when the pack came without it. It is no rule and not part of the hash. */
  readonly changes: string | null;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** `obligation:weekly-joint-office/counts/0/where` → where it was written; `…#key` → its key. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface LoadedPack {
  /** Null when an error was found. */
  readonly pack: Pack | null;
  readonly problems: readonly Problem[];
}
