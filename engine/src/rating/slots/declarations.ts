import { compileExact, compilePredicate, compileValue } from '../../condition.ts';
import { Decimal } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import type { Element } from '../../measure/element.ts';
import { inOrder } from '../../measure/in-order.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import type { Slots } from '../../schema/rating/slots.ts';
import type { Missing } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import type { Declared, Refusal } from './admit.ts';

export type FromEntries = Extract<Slots['filled_by'], { declared: unknown }>;

/** An item as an entry declares it. */
export interface Declaration extends Declared {
  readonly name: string;
  readonly fact: Fact;
}

export type Declarations = readonly Declaration[] | { readonly missing: readonly Missing[] };

/** The declared items in the order of their entries; one whose name stands already, or that lacks what it needs, is unfit. */
export function compileDeclarations({ declared }: FromEntries, { parts }: StepCompiler): (at: At) => Declarations {
  const set = compileSet(declared.entries, parts);
  const { variables } = set;
  const name = compileValue(declared.name, variables);
  const marks = compileExact(declared.marks, variables);
  const takes = declared.minus_when === undefined ? null : compilePredicate(declared.minus_when, variables);
  const kind = declared.kind === undefined ? null : compileValue(declared.kind, variables);
  const needs = (declared.needs ?? []).map(({ check, message }) => ({
    holds: compilePredicate(check, variables),
    message,
  }));

  const read = ({ env, fact }: Element, seen: Set<string>): Declaration[] => {
    if (fact === null) return [];
    const own = textOf(name(env));
    const size = marks(env);
    const put = new Decimal(size ?? 0);
    const isMinus = put.isNegative() || takes?.(env) === true;
    const broken = needs.find(({ holds }) => holds(env) !== true);
    const unfit =
      own === '' || size === undefined ? EMPTY : seen.has(own) ? TAKEN : broken ? need(broken.message) : null;
    if (unfit === null) seen.add(own);
    const nothing = new Decimal(0);
    const title = own === '' ? say('未写名称', 'no name') : say(own, own);
    const of = kind === null ? '' : textOf(kind(env));
    return [
      {
        name: own,
        title,
        fact,
        unfit,
        plus: isMinus ? nothing : put,
        minus: isMinus ? put.abs() : nothing,
        kind: of === '' ? null : of,
      },
    ];
  };
  return (at) => {
    const { elements, doubt } = set.gather(at);
    if (doubt.length > 0) return { missing: doubt };
    const seen = new Set<string>();
    return [...elements].sort(byEntry).flatMap((element) => read(element, seen));
  };
}

export const textOf = (held: unknown): string => (held === undefined || held === null ? '' : String(held).trim());

/** Elements of entries in the order of their entries. */
export const byEntry = (a: Element, b: Element): number =>
  a.fact && b.fact ? inOrder({ fact: a.fact }, { fact: b.fact }) : 0;

const EMPTY: Refusal = {
  limit: 'need',
  words: say('没有写明名称或分值', 'Its name or its marks are not stated'),
  wayOut: say('补填名称和分值', 'State both'),
};
const TAKEN: Refusal = {
  limit: 'name',
  words: say('已有同名的自设项目', 'There is an item of this name already'),
  wayOut: say('换一个名称，或更正原来的申报', 'Choose another name, or correct the earlier declaration'),
};
const need = (message: Refusal['words']): Refusal => ({
  limit: 'need',
  words: message,
  wayOut: say('具备条件后再申报', 'Declare it once this is fulfilled'),
});
