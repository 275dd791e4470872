import type { Decimal } from '../../decimal.ts';
import type { Expression } from '../../schema/expression.ts';
import type { SlotSide, SlotSize, Slots } from '../../schema/rating/slots.ts';

/** The least and the most that something may come to; null where there is no end. */
export interface Ends {
  readonly least: Decimal | null;
  readonly most: Decimal | null;
}

export interface SideLimits {
  readonly each: Ends;
  readonly together: Ends;
  readonly number: Ends;
}

/** The limits of local items as numbers. A side that is null may not be used at all. */
export interface SlotLimits {
  readonly number: Ends;
  readonly plus: SideLimits | null;
  readonly minus: SideLimits | null;
  readonly together: Ends;
  readonly kinds: ReadonlySet<string> | null;
}

/** The limits as numbers; an end whose number is not known is none. */
export function limitsOf(slots: Slots, numberOf: (expression: Expression) => Decimal | null): SlotLimits {
  const read = (expression: Expression | undefined) => (expression === undefined ? null : numberOf(expression));
  const ends = (size: SlotSize | undefined): Ends => {
    const { at_least, at_most, exactly } = writtenEnds(size);
    return { least: read(exactly ?? at_least), most: read(exactly ?? at_most) };
  };
  const side = (written: SlotSide | undefined): SideLimits | null =>
    written === undefined
      ? null
      : { each: ends(written.each), together: ends(written.together), number: ends(written.number) };
  return {
    number: ends(slots.number),
    plus: side(slots.plus),
    minus: side(slots.minus),
    together: ends(slots.together),
    kinds: slots.kinds === undefined ? null : new Set(slots.kinds.map(({ id }) => id)),
  };
}

interface WrittenEnds {
  readonly at_least?: Expression;
  readonly at_most?: Expression;
  readonly exactly?: Expression;
}

const isEnds = (size: SlotSize): size is WrittenEnds =>
  typeof size === 'object' && ('at_least' in size || 'at_most' in size || 'exactly' in size);

/** A size by itself is the most. */
export function writtenEnds(size: SlotSize | undefined): WrittenEnds {
  if (size === undefined) return {};
  return isEnds(size) ? size : { at_most: size };
}

/** Every limit as written, by its pointer inside the step. */
export function limitExpressions({ number, plus, minus, together }: Slots): { at: string; expression: Expression }[] {
  const sizes: [string, SlotSize | undefined][] = [
    ['/number', number],
    ['/together', together],
    ...Object.entries({ plus, minus }).flatMap(([name, side]) =>
      Object.entries(side ?? {}).map(([key, size]): [string, SlotSize] => [`/${name}/${key}`, size]),
    ),
  ];
  return sizes.flatMap(([at, size]) => {
    if (size === undefined) return [];
    const ends = Object.entries(writtenEnds(size)).filter(([, end]) => end !== undefined);
    return ends.map(([key, expression]) => ({ at: isEnds(size) ? `${at}/${key}` : at, expression }));
  });
}
