import type { Follows, SubjectRef, ValueJson, Words } from '@luoshi/engine';

/** How the rows of a run read, kept with it so that it reads the same whatever becomes of the rules. */
export interface RunLayout {
  readonly title: Words;
  readonly steps: readonly { readonly id: string; readonly title: Words; readonly number: boolean }[];
  /** From the best to the worst. */
  readonly grades: readonly { readonly id: string; readonly title: Words }[];
  /** The form of objections and its field of the answer; null where the rules name none. */
  readonly objections: { readonly form: string; readonly answered: string } | null;
}

export interface RunPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** One publication of the results of a rating for a period. Never changed; a correction is a further version. */
export interface Run {
  readonly id: string;
  readonly rating: string;
  readonly period: string;
  readonly version: number;
  /** Why it differs from the version before; null for the first. */
  readonly reason: string | null;
  /** The civil day as known on which it was worked out. */
  readonly asOf: string;
  readonly publishedAt: string;
  readonly publishedOn: string;
  readonly publishedBy: string;
  readonly packs: readonly RunPack[];
  readonly factHash: string;
  readonly factHashes: FactHashes;
  /** The version of Luoshi that worked it out. */
  readonly software: string;
  readonly layout: RunLayout;
}

/** SHA-256, lower-case hex, of each kind of thing that was read. */
export type FactHashes = Readonly<Record<FactKind, string>>;
export type FactKind = 'organisations' | 'persons' | 'postings' | 'tenures' | 'facts';

/** What one subject came out as in a run. */
export interface RunResult {
  readonly subject: SubjectRef;
  readonly organisation: string;
  readonly name: string;
  readonly score: ValueJson | null;
  readonly grade: ValueJson | null;
  readonly place: ValueJson | null;
  readonly steps: Readonly<Record<string, ValueJson>>;
  readonly consequences: readonly Follows[];
  /** The first day on which this outcome was public. */
  readonly shownOn: string;
  /** The last day on which one may object; null where the rules give no time for it. */
  readonly objectUntil: string | null;
}

/** Whether two results say the same of a subject. */
export const sameOutcome = (a: RunResult, b: RunResult): boolean => outcomeOf(a) === outcomeOf(b);

const outcomeOf = ({ score, grade, place }: RunResult): string => stable([score, grade, place]);

/** Text of a value, the same whatever the order of its keys: the database keeps another order than it was given. */
export function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
