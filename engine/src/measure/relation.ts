import type { Decimal } from '../decimal.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

export type RelationName = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal';

const plainly =
  (holds: (a: number, b: number) => boolean) =>
  (a: number, b: number): boolean | null =>
    Number.isNaN(a) || Number.isNaN(b) ? null : holds(a, b);

export const RELATIONS: Record<
  RelationName,
  {
    readonly holds: (a: Decimal, b: Decimal) => boolean;
    /** The same for plain numbers; null when one is `NaN`. */
    readonly order: (a: number, b: number) => boolean | null;
    readonly words: Words;
  }
> = {
  'at-least': { holds: (a, b) => a.gte(b), order: plainly((a, b) => a >= b), words: say('不少于', 'at least') },
  'more-than': { holds: (a, b) => a.gt(b), order: plainly((a, b) => a > b), words: say('多于', 'more than') },
  'at-most': { holds: (a, b) => a.lte(b), order: plainly((a, b) => a <= b), words: say('不多于', 'at most') },
  'less-than': { holds: (a, b) => a.lt(b), order: plainly((a, b) => a < b), words: say('少于', 'less than') },
  equal: { holds: (a, b) => a.eq(b), order: plainly((a, b) => a === b), words: say('等于', 'equal to') },
};
