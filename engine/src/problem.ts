import type { Words } from './value.ts';

/** What is wrong in a pack, where, and what to do about it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** A stable name of the check that found it: `unknown-form`, `unit-mismatch` … */
  readonly code: string;
  /** File as given to `loadPack`, prefixed by the pack's id: `shenxian/forms/visit.yaml`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly words: Words;
  readonly wayOut: Words;
}

/** Where a part, or a value inside it, was written. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A problem of one part before it is placed: `at` is the JSON pointer inside the part (`/counts/0/where`). */
export interface Finding {
  readonly severity?: 'error' | 'warning';
  readonly code: string;
  readonly at: string;
  readonly words: Words;
  readonly wayOut: Words;
  /** Names what is wrong elsewhere because of this; there it is not told again. */
  readonly causes?: string;
  /** The name under which another finding of the same pack may tell this one. */
  readonly because?: string;
  /** The text that stands where an id belongs. */
  readonly written?: string;
}

export const NOWHERE: Place = { path: '', line: 1, column: 1 };

/** Thrown when packs that hold errors are compiled. */
export class PolicyError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.path}:${p.line}:${p.column} ${p.code}: ${p.words.en}`).join('\n'));
    this.name = 'PolicyError';
    this.problems = problems;
  }
}
