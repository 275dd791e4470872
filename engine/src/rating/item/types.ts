import type { Decimal } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import type { Numbers } from '../../measure/micros.ts';
import type { At, Rows } from '../../measure/types.ts';
import type { Value, Words } from '../../value.ts';
import type { Edited } from '../entries/neighbours.ts';
import type { StepChecker, StepCompiler } from '../types.ts';

/** What a change does to its item. The size is at least zero; the item knows whether it adds or takes. */
export interface ChangeRun {
  readonly title: Words;
  /** Its points as a number, or why they are not known. `others` are the ids of changes that take effect. */
  readonly size: (at: At) => Value;
  readonly micros?: (rows: Rows) => Numbers | null;
  readonly explain: (at: At) => Pick<Explanation, 'children' | 'facts' | 'details'> & { readonly words: Words };
  /** What one event more and one fewer would make it, and the entries there would then be. */
  readonly neighbours?: (
    at: At,
  ) => readonly { readonly words: Words; readonly size: Decimal; readonly edit?: Edited }[];
  /** The form whose entries it counts, and its points were they others. */
  readonly counted?: { readonly form: string; readonly size: (at: At, edit: Edited) => Value };
}

/** A kind of change: one construct. */
export interface ChangeConstruct<Part> {
  readonly key: string;
  readonly check: (part: Part, at: string, checker: StepChecker) => boolean;
  readonly compile: (part: Part, compiler: StepCompiler) => ChangeRun;
}
