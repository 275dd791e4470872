import type { Explanation } from '@luoshi/engine';

/** A step whose last parts were left out, and how to ask for them. */
export interface FoldedStep extends Explanation {
  readonly children?: readonly FoldedStep[];
  readonly folded?: {
    /** Where the step stands: which child, of which child, from the top. */
    readonly at: string;
    readonly more: number;
  };
}
