import { Folding, foldExplanation } from '../obligations/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Type, Uuid } from '../platform/actions/schema.ts';
import { ORGANISATION, readMeasuredWorld, visibleAmong } from './measured-world.ts';

export const explainMeasure = defineRead({
  id: 'measures.explain',
  title: { 'zh-CN': '数字从哪里来', en: 'Where a figure comes from' },
  about: {
    'zh-CN': '把一个指标的数值解释到每一条记录。',
    en: 'Explains the value of a measure down to each entry.',
  },
  input: Type.Object(
    { measure: Type.String(), organisation: Uuid(), period: Type.String(), asOf: Type.Optional(Day()), ...Folding },
    closed,
  ),
  output: Type.Object({ explanation: Type.Unknown() }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ measure, organisation, period, asOf: day, ...wanted }, { tx, scope, today }) {
    const asOf = day ?? today;
    if ((await visibleAmong(tx, scope, [organisation])).length === 0) throw ORGANISATION;
    const { world, policy } = await readMeasuredWorld(tx, scope, { asOf, period });
    if (!policy.measures.has(measure)) throw notFound({ 'zh-CN': '该指标', en: 'This measure' });
    const explanation = policy.explainMeasure(world, { measure, organisation, period, asOf });
    return { explanation: foldExplanation(explanation, wanted) };
  },
});
