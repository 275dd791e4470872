import type { Decimal } from '../decimal.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

export type RelationName = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal';

export const RELATIONS: Record<
  RelationName,
  { readonly holds: (a: Decimal, b: Decimal) => boolean; readonly words: Words }
> = {
  'at-least': { holds: (a, b) => a.gte(b), words: say('不少于', 'at least') },
  'more-than': { holds: (a, b) => a.gt(b), words: say('多于', 'more than') },
  'at-most': { holds: (a, b) => a.lte(b), words: say('不多于', 'at most') },
  'less-than': { holds: (a, b) => a.lt(b), words: say('少于', 'less than') },
  equal: { holds: (a, b) => a.eq(b), words: say('等于', 'equal to') },
};
