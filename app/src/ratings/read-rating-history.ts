import { lastRatingPeriods, ratingPeriod, type ValueJson, type World } from '@luoshi/engine';
import { getScopedSubject } from '../obligations/index.ts';
import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { keptFrom, NOT_SHOWN } from './kept-result.ts';
import { gradesOf } from './list-ratings.ts';
import { findPolicy, readFactsOfDay } from './rated-world.ts';
import { readObjections } from './read-objections.ts';
import type { RunLayout } from './run.ts';
import { ResultStateSchema } from './run-head.ts';
import { readResults, readRuns } from './run-reader.ts';
import { type Objection, resultState } from './run-state.ts';

export const readRatingHistory = defineRead({
  id: 'ratings.history',
  title: { 'zh-CN': '历年等次', en: 'Grades over the periods' },
  about: {
    'zh-CN': '一个对象近几个时段的总分、等次和名次：公布过的照公布，未公布的按当时的规则计算。',
    en: 'Score, grade and place of a subject over the last periods: as published, or worked out by the rules of its day.',
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
        /** The latest publication of the period; null where there is none. */
        published: Nullable(Type.Object({ run: Type.String(), version: Type.Integer(), state: ResultStateSchema })),
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
    const published = await publishedOf(tx, id, found.id, today);
    let world: World | undefined;
    const periods = [];
    for (const { key, end } of lastRatingPeriods(now, today, wanted)) {
      const kept = published.get(key);
      if (kept) {
        periods.push({ period: key, ...kept });
        continue;
      }
      const policy = await findPolicy(tx, jurisdiction, end < today ? end : today);
      const rating = policy?.ratings.get(id);
      if (!policy || !rating || !ratingPeriod(rating, key)) continue;
      world ??= await readFactsOfDay(tx, today, policy.publishedRead);
      const { rated } = policy.rate(world, { rating: id, period: key, asOf: today });
      const own = rated.find((one) => one.subject.kind === found.kind && one.subject.id === found.id);
      if (!own) continue;
      const { score, grade, place } = keptFrom(own, NOT_SHOWN);
      const gradeTitle = titleOf(grade, gradesOf(rating, policy));
      periods.push({ period: key, score, grade, gradeTitle, place, published: null });
    }
    return { periods };
  },
});

/** What was published of a subject, by period: the latest version of each. */
async function publishedOf(tx: ReadTx, rating: string, subject: string, on: string) {
  const runs = await readRuns(tx, { rating });
  const latest = [...Map.groupBy(runs, ({ period }) => period).values()].flatMap(([first]) => first ?? []);
  const kept = await readResults(tx, null, { runs: latest.map(({ id }) => id), subjects: [subject] });
  const objections = kept.length > 0 ? await readObjections(tx, latest) : new Map<string, readonly Objection[]>();
  const byRun = new Map(kept.map((one) => [one.run, one] as const));
  return new Map(
    latest.flatMap(({ id, period, version, layout }) => {
      const result = byRun.get(id);
      if (!result) return [];
      const { score, grade, place } = result;
      const { state } = resultState(result, objections.get(subject) ?? [], on);
      const gradeTitle = titleOf(grade, layout.grades);
      return [[period, { score, grade, gradeTitle, place, published: { run: id, version, state } }] as const];
    }),
  );
}

const titleOf = (grade: ValueJson | null, grades: RunLayout['grades']) =>
  (grade?.state === 'known' ? grades.find(({ id }) => id === grade.value)?.title : undefined) ?? null;
