import { Folding, foldExplanation, getScopedSubject } from '../obligations/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { publishedOn } from './published-on.ts';
import { readRatedWorld } from './rated-world.ts';

export const explainRating = defineRead({
  id: 'ratings.explain',
  title: { 'zh-CN': '结果从哪里来', en: 'Where a result comes from' },
  about: {
    'zh-CN': '把一个对象的评分结果（或其中一步）解释到每一条记录，并说明怎样会变。',
    en: 'Explains a subject’s result, or one step of it, down to the entries, and what would change it.',
  },
  input: Type.Object(
    {
      rating: Type.String(),
      period: Type.String(),
      subjectKind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
      subject: Uuid(),
      step: Type.Optional(Type.String({ description: 'Only this step.' })),
      asOf: Type.Optional(Day()),
      ...Folding,
    },
    closed,
  ),
  output: Type.Object({
    explanation: Type.Unknown(),
    forms: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema })),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ rating, period, subjectKind, subject, step, asOf: day, ...wanted }, { tx, scope, today }) {
    const asOf = day ?? today;
    const { id, kind } = await getScopedSubject(tx, scope, { kind: subjectKind, id: subject });
    const { policy, world } = await readRatedWorld(tx, { rating, period, asOf });
    const query = { rating, period, asOf, ...(await publishedOn(tx, { rating, period, asOf })) };
    const rated = policy.rate(world, query).rated.some((one) => one.subject.kind === kind && one.subject.id === id);
    if (!rated) throw notFound({ 'zh-CN': '该对象在这个时段的评分', en: 'A rating of this subject in this period' });
    if (step !== undefined && !policy.ratings.get(rating)?.steps.some((one) => one.id === step)) {
      throw notFound({ 'zh-CN': '该步骤', en: 'This step' });
    }
    const asked = { ...query, subject: { kind, id }, ...(step === undefined ? {} : { step }) };
    return {
      explanation: foldExplanation(policy.explainRating(world, asked), wanted),
      forms: [...policy.forms.values()].map((form) => ({ id: form.id, title: form.title })),
    };
  },
});
