import type { Words } from '../value.ts';
import { type Static, type TSchema, Type } from './common.ts';

/** A question rule texts leave open, and the answers a pack may give. */
export interface OpenChoice {
  readonly question: Words;
  readonly options: Readonly<Record<string, Words>>;
}

/** An answer that must be written down: there is no silent default. */
export const Choice = <const Options extends Readonly<Record<string, Words>>>(question: Words, options: Options) =>
  Type.Unsafe<keyof Options & string>(answers({ question, options }, []));

/** A choice that may also be answered by another shape, such as a figure. */
export const ChoiceOr = <const Options extends Readonly<Record<string, Words>>, Other extends TSchema>(
  question: Words,
  options: Options,
  other: Other,
) => Type.Unsafe<(keyof Options & string) | Static<Other>>(answers({ question, options }, [other]));

/** What makes a union written out by hand an open choice: for answers that hold expressions inside expressions. */
export const asked = (question: Words, options: OpenChoice['options']) => ({ choice: { question, options } });

function answers(choice: OpenChoice, others: readonly TSchema[]) {
  const literals = Object.keys(choice.options).map((option) => Type.Literal(option));
  return Type.Union([...literals, ...others], { choice });
}
