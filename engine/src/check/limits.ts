import { Decimal } from '../decimal.ts';
import { findPlace } from '../join.ts';
import { overridden, type Written, writingsOf } from '../pack/inherit.ts';
import type { Pack } from '../pack/pack.ts';
import type { Place, Problem } from '../problem.ts';
import { plain } from '../value-json.ts';

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Values beyond the limits that a pack declares for itself and for those that build on it; another unit. */
export function limitProblems(packs: readonly Pack[]): Problem[] {
  const ids = new Set(packs.flatMap(({ parameters }) => parameters.map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const all = writingsOf(id, packs);
    return all.flatMap((lower) =>
      all
        .filter((upper) => upper === lower || overridden(lower, [upper], packs) !== undefined)
        .flatMap((upper) => [...beyond(upper, lower), ...otherUnit(upper, lower)]),
    );
  });
}

/** Whether a pack sets a parameter anew that a pack above it leaves open within limits. */
export const mayOverride = (id: string, pack: Pack, packs: readonly Pack[]): boolean => {
  const all = writingsOf(id, packs);
  const own = all.find((one) => one.pack === pack);
  return own !== undefined && overridden(own, all, packs) !== undefined;
};

const END = {
  at_least: { zh: '低于', en: 'below', wrong: -1, kind: ['下限', 'lower'] },
  at_most: { zh: '高于', en: 'above', wrong: 1, kind: ['上限', 'upper'] },
} as const;

function beyond(upper: Written, lower: Written): Problem[] {
  const { limits } = upper.parameter;
  return (['at_least', 'at_most'] as const).flatMap((end) =>
    Object.entries(lower.parameter.values).flatMap(([day, value]): Problem[] => {
      const limit = limits?.[end];
      if (limit === undefined || value === null || !NUMBER.test(String(value))) return [];
      const [bound, own] = [new Decimal(String(limit)), new Decimal(String(value))];
      if (own.comparedTo(bound) !== END[end].wrong) return [];
      const said = upper === lower ? '' : `（${upper.pack.manifest.title['zh-CN']}）`;
      return [beyondLimit(upper, lower, { end, day, own, bound, said })];
    }),
  );
}

interface Beyond {
  readonly end: keyof typeof END;
  readonly day: string;
  readonly own: Decimal;
  readonly bound: Decimal;
  readonly said: string;
}

function beyondLimit(upper: Written, lower: Written, { end, day, own, bound, said }: Beyond): Problem {
  const { zh, en, kind } = END[end];
  const { path, line, column } = placeOf(upper, `/limits/${end}`);
  const { 'zh-CN': title, en: english } = lower.parameter.title;
  return {
    severity: 'error',
    code: 'beyond-limits',
    ...placeOf(lower, `/values/${day}`),
    words: {
      'zh-CN': `参数“${title}”为 ${plain(own)}，${zh}${kind[0]} ${plain(bound)}${said}，见 ${path}:${line}:${column}`,
      en: `The parameter “${english}” is ${plain(own)}, ${en} the ${kind[1]} limit ${plain(bound)} in ${path}:${line}:${column}`,
    },
    wayOut: {
      'zh-CN': '在上级规定的范围内取值，或请上级调整 limits',
      en: 'Choose a value within the limits, or ask the upper authority to change them',
    },
  };
}

function otherUnit(upper: Written, lower: Written): Problem[] {
  if (upper.parameter.unit === lower.parameter.unit) return [];
  const { path, line, column } = placeOf(upper, '/unit');
  return [
    {
      severity: 'error',
      code: 'unit-mismatch',
      ...placeOf(lower, '/unit'),
      words: {
        'zh-CN': `单位“${lower.parameter.unit}”与上级的“${upper.parameter.unit}”不同，见 ${path}:${line}:${column}`,
        en: `The unit “${lower.parameter.unit}” is not “${upper.parameter.unit}” as in ${path}:${line}:${column}`,
      },
      wayOut: { 'zh-CN': '使用上级的单位', en: 'Use the unit of the upper pack' },
    },
  ];
}

const placeOf = ({ pack, parameter }: Written, pointer: string): Place =>
  findPlace(pack, `parameter:${parameter.id}`, pointer);
