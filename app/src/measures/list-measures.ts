import type { Policy, Words } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Type, WordsSchema } from '../platform/actions/schema.ts';

/** A share is read per hundred; every other unit is a pack's. */
function wordsOf(policy: Policy, unit: string): Words {
  if (unit === 'share') return { 'zh-CN': '%', en: '%' };
  const known = policy.units.get(unit);
  return known?.symbol ?? known?.title ?? { 'zh-CN': unit, en: unit };
}

export const listMeasures = defineRead({
  id: 'measures.list',
  title: { 'zh-CN': '指标一览', en: 'Measures' },
  about: {
    'zh-CN': '列出现行制度包中的指标、单位和出处。',
    en: 'Lists the measures of the packs in force, with unit and source.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    today: Day('The civil day of the jurisdiction.'),
    measures: Type.Array(
      Type.Object({
        id: Type.String(),
        title: WordsSchema,
        unit: Type.String(),
        unitTitle: WordsSchema,
        period: Type.String(),
        at: Type.Array(Type.String()),
        decimals: Type.Union([Type.Integer(), Type.Null()]),
        source: Type.Unknown(),
      }),
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run(_input, { tx, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    return {
      today,
      measures: [...policy.measures.values()].map(({ id, title, unit, period, at, decimals, source }) => ({
        id,
        title,
        unit,
        unitTitle: wordsOf(policy, unit),
        period,
        at,
        decimals: decimals ?? null,
        source,
      })),
    };
  },
});
