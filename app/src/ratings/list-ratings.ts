import { followRules, lastRatingPeriods, type Policy, type Rating, valueToJson } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, WordsSchema } from '../platform/actions/schema.ts';
import { ruleNumbers } from './rule-numbers.ts';
import { publishedPeriods } from './run-reader.ts';

const NumberInRules = Type.Object({
  at: Type.String({ description: 'JSON pointer of the number inside the rating.' }),
  step: WordsSchema,
  part: WordsSchema,
  value: Type.String(),
});
const Titled = Type.Object({ id: Type.String(), title: WordsSchema });

export const listRatings = defineRead({
  id: 'ratings.list',
  title: { 'zh-CN': '评分办法一览', en: 'Ratings' },
  about: {
    'zh-CN': '列出现行制度包中的评分办法：步骤与先后、等次、参数及其现值。',
    en: 'Lists the schemes of assessment in force: steps in their order, grades, parameters and what they are now.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    today: Day('The civil day of the jurisdiction.'),
    ratings: Type.Array(
      Type.Object({
        id: Type.String(),
        title: WordsSchema,
        periods: Type.Array(Type.String(), { description: 'Keys of the present period and of those before it.' }),
        published: Type.Array(Type.String(), { description: 'Those of the periods whose results were published.' }),
        unitTitle: WordsSchema,
        provisional: Nullable(WordsSchema),
        source: Type.Unknown(),
        graph: Type.Unknown({ description: 'Steps in the order of evaluation, what each needs and reads.' }),
        grades: Type.Array(Titled, { description: 'Grades of the result, from the best to the worst.' }),
        parameters: Type.Array(
          Type.Intersect([Titled, Type.Object({ unitTitle: WordsSchema, value: Type.Unknown() })]),
        ),
        publication: Type.Array(WordsSchema, { description: 'How a result becomes final, in sentences.' }),
        consequences: Type.Array(
          Type.Object({
            id: Type.String(),
            what: WordsSchema,
            by: Nullable(WordsSchema),
            terms: Type.Array(WordsSchema),
            clause: Nullable(Type.String()),
          }),
          { description: 'What follows from a result: who sees to it, by when, what it bars and until when.' },
        ),
        weights: Type.Array(NumberInRules),
        numbers: Type.Array(NumberInRules, { description: 'Other numbers written in the rules.' }),
      }),
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run(_input, { tx, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const published = await publishedPeriods(tx);
    const ratings = [...policy.ratings.values()].map((rating) => {
      const described = describe(rating, policy, today);
      return { ...described, published: described.periods.filter((key) => published.has(`${rating.id} ${key}`)) };
    });
    return { today, ratings };
  },
});

function describe(rating: Rating, policy: Policy, today: string) {
  const { id, title, source, unit, provisional } = rating;
  const graph = policy.ratingGraph(id);
  const parameters = graph.inputs.filter(({ kind }) => kind === 'parameter');
  return {
    ...{ id, title, source, graph, periods: lastPeriods(rating, today), provisional: provisional ?? null },
    unitTitle: unitTitle(unit, policy),
    grades: gradesOf(rating, policy),
    parameters: parameters.map((one) => ({
      id: one.id,
      title: one.title,
      unitTitle: unitTitle(policy.parts.parameters.get(one.id)?.unit ?? '', policy),
      value: valueToJson(policy.parameter(one.id, today)),
    })),
    ...followRules(policy.parts, id, today),
    weights: weightsOf(rating),
    numbers: ruleNumbers(rating),
  };
}

/** Shorter periods are chosen further back than years. */
const CHOSEN: Readonly<Record<string, number>> = { day: 31, week: 12, 'ten-days': 12, 'half-month': 12 };
const lastPeriods = (rating: Rating, today: string): string[] =>
  lastRatingPeriods(rating, today, CHOSEN[String(rating.period.every)] ?? 5).map(({ key }) => key);

/** Grades of the result, from the best to the worst; none when the rating gives none. */
export function gradesOf({ id, scales = [] }: Rating, policy: Policy) {
  const scale = policy.ratingGraph(id).steps.find(({ results }) => results.includes('grade'))?.scale;
  return scales.find((one) => one.id === scale)?.grades ?? [];
}

function unitTitle(unit: string, { units }: Policy) {
  const known = units.get(unit);
  return known?.symbol ?? known?.title ?? { 'zh-CN': unit, en: unit };
}

/** Weights that are written as numbers, and so can be tried otherwise one by one. */
function weightsOf({ steps }: Rating) {
  const titles = new Map(steps.map(({ id, title }) => [id, title]));
  return steps.flatMap((step, i) => {
    if (!('weighted' in step)) return [];
    return step.weighted.parts.flatMap(({ of, weight }, j) =>
      /^\d+(\.\d+)?$/.test(String(weight))
        ? [
            {
              at: `/steps/${i}/weighted/parts/${j}/weight`,
              step: step.title,
              part: titles.get(of) ?? { 'zh-CN': of, en: of },
              value: String(weight),
            },
          ]
        : [],
    );
  });
}
