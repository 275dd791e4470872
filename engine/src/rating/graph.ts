import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { analyse } from './analyse.ts';
import { getRating } from './compile.ts';
import { inputsOf, type RatingInput } from './inputs.ts';
import { setTold } from './set-told.ts';
import type { CompiledStep } from './types.ts';

/** What a step can be of a result; `also`: shown and explained besides. */
const RESULTS = ['score', 'grade', 'place', 'also'] as const;

/** A step as a node of the graph. */
export interface GraphStep {
  readonly id: string;
  readonly title: Words;
  readonly construct: string;
  /** Whether a subject's value depends on its own alone, or on all subjects rated with it. */
  readonly over: 'row' | 'set';
  /** The set a step must know as a whole, in words; absent for one that depends on its own subject alone. */
  readonly set?: Words;
  /** 0 for steps that need no other; else one more than the highest of those it needs. */
  readonly layer: number;
  /** Steps it needs, in the order it names them. */
  readonly needs: readonly string[];
  readonly reads: readonly RatingInput[];
  /** The scale its grades belong to; absent when it gives none. */
  readonly scale?: string;
  /** What it is of the result. */
  readonly results: readonly (typeof RESULTS)[number][];
}

/** What needs what in a rating: the order of evaluation, as derived from the pack. */
export interface RatingGraph {
  readonly rating: string;
  readonly title: Words;
  /** Steps in the order of evaluation: by layer, then as written. */
  readonly steps: readonly GraphStep[];
  /** Parts that any step reads, each once. */
  readonly inputs: readonly RatingInput[];
  /** From what is needed to what needs it. Inputs are named `kind:id`, steps by their id. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** The graph of a sound rating. @throws Error when there is no such rating */
export function ratingGraph(parts: Parts, id: string): RatingGraph {
  const { rating, steps: compiled } = getRating(parts, id);
  const { needs } = analyse(rating, parts);
  const layers = layersOf(needs);
  const steps = [...compiled.values()].map(
    ({ step, construct, type, run }: CompiledStep): GraphStep => ({
      id: step.id,
      title: step.title,
      construct,
      ...(run.perRow === true ? { over: 'row' as const } : { over: 'set' as const, set: setTold(step, rating, parts) }),
      layer: layers.get(step.id) ?? 0,
      needs: needs.get(step.id) ?? [],
      reads: inputsOf(step, parts),
      ...(type.scale === undefined ? {} : { scale: type.scale }),
      results: RESULTS.filter((name) => [rating.result[name]].flat().includes(step.id)),
    }),
  );
  const inputs = new Map(steps.flatMap(({ reads }) => reads.map((one) => [nameOf(one), one] as const)));
  return {
    rating: id,
    title: rating.title,
    steps: steps.sort((a, b) => a.layer - b.layer),
    inputs: [...inputs.values()],
    edges: steps.flatMap(({ id: to, needs: steps, reads }) =>
      [...reads.map(nameOf), ...steps].map((from) => ({ from, to })),
    ),
  };
}

const nameOf = ({ kind, id }: RatingInput): string => `${kind}:${id}`;

function layersOf(needs: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  const layer = (id: string): number => {
    const known = layers.get(id);
    if (known !== undefined) return known;
    const made = Math.max(-1, ...(needs.get(id) ?? []).map(layer)) + 1;
    layers.set(id, made);
    return made;
  };
  for (const id of needs.keys()) layer(id);
  return layers;
}
