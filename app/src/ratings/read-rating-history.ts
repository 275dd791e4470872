import { periodFromKey, type Value, type ValueJson, valueToJson } from '@luoshi/engine';
import { getScopedSubject } from '../obligations/index.ts';
import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { ActionError, notFound } from '../platform/actions/action-error.ts';
import { closed, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { gradesOf } from './list-ratings.ts';
import { lastPeriods } from './periods.ts';
import { readFactsOfDay } from './rated-world.ts';

export const readRatingHistory = defineRead({
  id: 'ratings.history',
  title: { 'zh-CN': '历年等次', en: 'Grades over the periods' },
  about: {
    'zh-CN': '一个对象近几个时段的总分、等次和名次，各按当时的规则。',
    en: 'Score, grade and place of a subject over the last periods, each by the rules of its day.',
  },
  input: Type.Object(
    {
      rating: Type.String(),
      subjectKind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
      subject: Uuid(),
      periods: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    },
    closed,
  ),
  output: Type.Object({
    periods: Type.Array(
      Type.Object({
        period: Type.String(),
        score: Nullable(Type.Unknown()),
        grade: Nullable(Type.Unknown()),
        gradeTitle: Nullable(WordsSchema),
        place: Nullable(Type.Unknown()),
      }),
      {
        description:
          'The latest first; periods in which the subject was not rated, or no rules were in force, are left out.',
      },
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ rating: id, subjectKind, subject, periods: wanted = 5 }, { tx, scope, today, jurisdiction }) {
    const found = await getScopedSubject(tx, scope, { kind: subjectKind, id: subject });
    const now = (await policyInForce(tx, jurisdiction, today)).ratings.get(id);
    if (!now) throw notFound({ 'zh-CN': '该评分办法', en: 'This rating' });
    const world = await readFactsOfDay(tx, today);
    const periods = [];
    for (const key of lastPeriods(now.period.every, today, wanted)) {
      const end = periodFromKey(key)?.end ?? today;
      const policy = await findPolicy(tx, jurisdiction, end < today ? end : today);
      const rating = policy?.ratings.get(id);
      if (!policy || rating?.period.every !== now.period.every) continue;
      const { rated } = policy.rate(world, { rating: id, period: key, asOf: today });
      const own = rated.find((one) => one.subject.kind === found.kind && one.subject.id === found.id);
      if (!own) continue;
      const grade = jsonOf(own.grade);
      const titles = new Map(gradesOf(rating, policy).map((one) => [one.id, one.title]));
      const gradeTitle = grade?.state === 'known' ? (titles.get(String(grade.value)) ?? null) : null;
      periods.push({ period: key, score: jsonOf(own.score), grade, gradeTitle, place: jsonOf(own.place) });
    }
    return { periods };
  },
});

const jsonOf = (value: Value | null): ValueJson | null => value && valueToJson(value);

/** The rules of a day; null when none were in force. */
async function findPolicy(...[tx, jurisdiction, day]: Parameters<typeof policyInForce>) {
  try {
    return await policyInForce(tx, jurisdiction, day);
  } catch (error) {
    if (error instanceof ActionError && error.code === 'no-pack') return null;
    throw error;
  }
}
