import { valueToJson } from '@luoshi/engine';
import { readScopedSubjects } from '../obligations/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { publishedOn } from './published-on.ts';
import { readRatedWorld } from './rated-world.ts';
import { ratingSheet } from './rating-sheet.ts';
import { ratingTable } from './rating-table.ts';
import { suppliersOf } from './suppliers.ts';
import { visibleRows } from './visible-rows.ts';

export const readRating = defineRead({
  id: 'ratings.read',
  title: { 'zh-CN': '评分结果', en: 'Results of a rating' },
  about: {
    'zh-CN': '一个评分办法在一个时段的全部结果：每一步的值、总分、等次和名次；只列本人权限内的对象。“不知道”不算作零。',
    en: 'All results of a rating in a period: every step, score, grade and place, of subjects within the scope. Not known is not zero.',
  },
  input: Type.Object(
    {
      rating: Type.String(),
      period: Type.String({ description: '2026, 2026-H1, 2026-Q3, 2026-09 …' }),
      asOf: Type.Optional(Day()),
      organisation: Type.Optional(Uuid('Only subjects at or below this organisation.')),
    },
    closed,
  ),
  output: Type.Object({
    asOf: Type.String(),
    rulesOf: Type.String({ description: 'The day whose rules were applied.' }),
    title: WordsSchema,
    period: Type.String(),
    steps: Type.Array(
      Type.Object({
        id: Type.String(),
        title: WordsSchema,
        number: Type.Boolean(),
        grades: Type.Optional(
          Type.Array(Type.Object({ id: Type.String(), title: WordsSchema }), {
            description: 'Those of its own scale.',
          }),
        ),
      }),
    ),
    grades: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema })),
    consequences: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema })),
    targets: Type.Array(
      Type.Object({
        target: Type.String(),
        title: WordsSchema,
        is: Type.Union([Type.Literal('at-least'), Type.Literal('at-most')]),
        unit: Nullable(Type.String()),
        unitName: Nullable(Type.String()),
        graded: Type.Integer(),
        having: Type.Integer(),
        limit: Type.Unknown(),
        distance: Nullable(Type.Integer()),
      }),
      { description: 'Shares to be reached by the units within the scope; of all together only for whoever sees all.' },
    ),
    suppliers: Type.Record(Type.String(), WordsSchema, {
      description: 'For what results lack, by `what` of it: who supplies it.',
    }),
    rows: Type.Array(
      Type.Object({
        subjectKind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
        subject: Type.String(),
        organisation: Type.String(),
        name: Type.String(),
        group: Type.String({ description: 'The organisation above, within which one looks for peers.' }),
        steps: Type.Record(Type.String(), Type.Unknown()),
        score: Nullable(Type.Unknown()),
        grade: Nullable(Type.Unknown()),
        place: Nullable(Type.Unknown()),
        follows: Type.Array(
          Type.Object({
            id: Type.String(),
            state: Type.Union([Type.Literal('holds'), Type.Literal('not-known')]),
            due: Nullable(Type.String()),
            until: Nullable(Type.String()),
          }),
          { description: 'What follows for the subject; days stay open until the result is published.' },
        ),
      }),
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  table: ratingTable,
  async run({ rating: id, period, asOf: day, organisation }, { tx, scope, today }) {
    const asOf = day ?? today;
    const { policy, world, rulesOf } = await readRatedWorld(tx, { rating: id, period, asOf });
    const rating = policy.ratings.get(id);
    if (!rating) throw new Error(`the rating ${id} was there a moment ago`);
    const published = await publishedOn(tx, { rating: id, period, asOf });
    const { rated } = policy.rate(world, { rating: id, period, asOf, ...published });
    const rows = await visibleRows(tx, scope, rated, organisation ? { organisation, world } : undefined);
    const named = new Map(world.organisations.map((one) => [one.id, one]));
    const units = policy.targets(world, { rating: id, period, asOf });
    const seen = new Set(
      (
        await readScopedSubjects(
          tx,
          scope,
          units.flatMap(({ unit }) => unit ?? []),
        )
      ).map((one) => one.id),
    );
    return {
      ...{ asOf, rulesOf, title: rating.title, period, ...ratingSheet({ policy, rating, world }, rows) },
      suppliers: suppliersOf(policy, rows),
      targets: units
        .filter(({ unit }) => (unit === null ? rows.length === rated.length : seen.has(unit)))
        .map(({ open: _, limit, ...one }) => ({
          ...one,
          unitName: named.get(one.unit ?? '')?.name ?? null,
          limit: valueToJson(limit),
        })),
    };
  },
});
