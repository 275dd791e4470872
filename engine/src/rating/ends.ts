import type { Decimal } from '../decimal.ts';
import type { At, Figure } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { Bands } from '../schema/rating/bands.ts';
import type { Value, Words } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';
import type { StepCompiler } from './types.ts';

type Row = Bands['rows'][number];
export const END_KEYS = ['at_least', 'above', 'at_most', 'below'] as const;
export type EndKey = (typeof END_KEYS)[number];

const RELATION: Record<EndKey, { readonly holds: (a: Decimal, b: Decimal) => boolean; readonly words: Words }> = {
  at_least: { holds: (a, b) => a.gte(b), words: say('不低于', 'at least') },
  above: { holds: (a, b) => a.gt(b), words: say('高于', 'above') },
  at_most: { holds: (a, b) => a.lte(b), words: say('不高于', 'at most') },
  below: { holds: (a, b) => a.lt(b), words: say('低于', 'below') },
};

/** The ends of one row: which values fit between them. */
export interface Ends {
  /** Whether a value fits; what is missing when an end is not known. */
  readonly fits: (value: Decimal, at: At) => boolean | Value;
  readonly words: (at: At) => Words;
  readonly ends: readonly { readonly key: EndKey; readonly figure: Figure }[];
}

export function compileEnds(row: Pick<Row, EndKey>, { compile }: StepCompiler): Ends {
  const ends = END_KEYS.flatMap((key) => {
    const written = row[key];
    return written === undefined ? [] : [{ key, figure: compile(written) }];
  });
  return {
    ends,
    fits: (value, at) => {
      const limits = ends.map(({ key, figure }) => ({ key, limit: figure.evaluate(at) }));
      const open = limits.find(({ limit }) => limit.state !== 'known');
      if (open) return open.limit;
      return limits.every(({ key, limit }) => RELATION[key].holds(value, toDecimal(limit)));
    },
    words: (at) => {
      const said = ends.map(({ key, figure }) => {
        const limit = figure.evaluate(at);
        return say(
          `${RELATION[key].words['zh-CN']} ${formatValue(limit, undefined, 'zh-CN')}`,
          `${RELATION[key].words.en} ${formatValue(limit, undefined, 'en')}`,
        );
      });
      if (said.length === 0) return say('其余', 'all others');
      return say(said.map((one) => one['zh-CN']).join('、'), said.map((one) => one.en).join(', '));
    },
  };
}
