import { Decimal } from '../../decimal.ts';

/**
 * Numbers in order, sorted once for all who are compared with them. Each looks at them without its own number, or with another
 * in its place, and nobody goes through them all.
 */
export class Crowd {
  readonly #sorted: readonly Decimal[];
  readonly #whole: Decimal;
  /** Where the number stands that is left out; -1 when none is. */
  readonly #gone: number;
  readonly #added: Decimal | null;
  readonly #addedAt: number;

  private constructor(sorted: readonly Decimal[], whole: Decimal, gone: number, added: Decimal | null) {
    this.#sorted = sorted;
    this.#whole = whole;
    this.#gone = gone;
    this.#added = added;
    this.#addedAt = added === null ? -1 : this.#below(added);
  }

  static of(numbers: readonly Decimal[]): Crowd {
    const sorted = numbers.toSorted((a, b) => a.comparedTo(b));
    return new Crowd(
      sorted,
      numbers.reduce((sum, one) => sum.plus(one), ZERO),
      -1,
      null,
    );
  }

  /** The others: all but one that has this number. */
  without(own: Decimal): Crowd {
    return new Crowd(
      this.#sorted,
      this.#whole,
      first(this.#sorted, (one) => one.gte(own)),
      null,
    );
  }

  with(own: Decimal): Crowd {
    return new Crowd(this.#sorted, this.#whole, this.#gone, own);
  }

  get size(): number {
    return this.#sorted.length - (this.#gone < 0 ? 0 : 1) + (this.#added === null ? 0 : 1);
  }

  get sum(): Decimal {
    const left = this.#gone < 0 ? this.#whole : this.#whole.minus(this.#sorted[this.#gone] as Decimal);
    return this.#added === null ? left : left.plus(this.#added);
  }

  /** The number at a place, from the least. */
  at(place: number): Decimal {
    if (this.#added !== null && place === this.#addedAt) return this.#added;
    const given = this.#added !== null && place > this.#addedAt ? place - 1 : place;
    return this.#sorted[this.#gone >= 0 && given >= this.#gone ? given + 1 : given] as Decimal;
  }

  /** How many are less. */
  below(number: Decimal): number {
    return this.#below(number) + (this.#added?.lt(number) ? 1 : 0);
  }

  /** How many are less or the same. */
  upTo(number: Decimal): number {
    const among = first(this.#sorted, (one) => one.gt(number));
    return among - (this.#gone >= 0 && this.#gone < among ? 1 : 0) + (this.#added?.lte(number) ? 1 : 0);
  }

  #below(number: Decimal): number {
    const among = first(this.#sorted, (one) => one.gte(number));
    return among - (this.#gone >= 0 && this.#gone < among ? 1 : 0);
  }
}

const ZERO = new Decimal(0);

/** The first place in order at which something holds that holds from there on. */
function first(sorted: readonly Decimal[], holds: (one: Decimal) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] as Decimal)) to = middle;
    else from = middle + 1;
  }
  return from;
}
