import type { PartKind, Parts } from '../parts.ts';
import type { Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';

/** What a step reads besides other steps. */
export type InputKind = Extract<PartKind, 'form' | 'measure' | 'parameter' | 'obligation' | 'rating'>;

export interface RatingInput {
  readonly kind: InputKind;
  readonly id: string;
  readonly title: Words;
}

/** Keys of the rating language under which other parts are named. */
const KIND_OF_KEY: ReadonlyMap<string, InputKind> = new Map([
  ['form', 'form'],
  ['forms', 'form'],
  ['measure', 'measure'],
  ['parameter', 'parameter'],
  ['obligation', 'obligation'],
  ['obligations', 'obligation'],
  ['rating', 'rating'],
]);

/** The same in formulas: `param("…")`, `measure("…")`. */
const KIND_OF_CALL: ReadonlyMap<string, InputKind> = new Map([
  ['param', 'parameter'],
  ['measure', 'measure'],
]);
const CALL = /\b(param|measure)\(\s*["']([^"']+)["']\s*[,)]/g;

/** The parts a step names, in constructs and in formulas, each once, in the order of the text. */
export const inputsOf = (step: Step, parts: Parts): RatingInput[] => namedInputs(step, parts);

/** The same of anything written in the rating language, e.g. the value of a measure. */
export function namedInputs(written: unknown, parts: Parts): RatingInput[] {
  const found = new Map<string, RatingInput>();
  const add = (kind: InputKind, id: string): void => {
    const part = partsOfKind(kind, parts).get(id);
    if (part) found.set(`${kind}:${id}`, { kind, id, title: part.title });
  };
  collect(written, add);
  return [...found.values()];
}

function collect(part: unknown, add: (kind: InputKind, id: string) => void): void {
  if (typeof part === 'string') {
    for (const [, call = '', id = ''] of part.matchAll(CALL)) add(KIND_OF_CALL.get(call) as InputKind, id);
  }
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const kind = KIND_OF_KEY.get(key);
    const named = Array.isArray(value) ? value : [value];
    if (kind) for (const id of named) if (typeof id === 'string') add(kind, id);
    collect(value, add);
  }
}

type Titled = ReadonlyMap<string, { readonly title: Words }>;

function partsOfKind(kind: InputKind, parts: Parts): Titled {
  const { forms, measures, parameters, obligations, ratings } = parts;
  return { form: forms, measure: measures, parameter: parameters, obligation: obligations, rating: ratings }[kind];
}
