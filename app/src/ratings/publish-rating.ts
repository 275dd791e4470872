import type { Rated, RatingResult } from '@luoshi/engine';
import type { Scope } from '../platform/access/scope.ts';
import { defineWrite } from '../platform/actions/action.ts';
import { conflict, refused } from '../platform/actions/action-error.ts';
import { closed, Day, NewId, Nullable, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { VERSION } from '../platform/version.ts';
import { factHash, hashesOfWorld } from './fact-hash.ts';
import { keptFrom, layoutOf } from './kept-result.ts';
import { assertPublishable, lastDayToObject, needsReason } from './may-publish.ts';
import { readFactsOfDay, readRatedWorld } from './rated-world.ts';
import { type Run, type RunResult, sameOutcome } from './run.ts';
import { readResults, readRuns } from './run-reader.ts';
import { writeRun } from './run-writer.ts';
import { visibleRows } from './visible-rows.ts';

export const publishRating = defineWrite({
  id: 'ratings.publish',
  title: { 'zh-CN': '公布评分结果', en: 'Publish the results of a rating' },
  about: {
    'zh-CN':
      '把一个已结束时段的结果定格公布：留存分数、等次、所用制度包版本和所读记录的摘要；公示期满无异议即为定论。再次公布是更正，须写明理由，两版都可查看。',
    en: 'Fixes and publishes the results of a period that is over: figures, grades, the versions of the rules and a hash of what was read; final once the time for objections is over. Publishing again is a correction with a reason; both versions stay readable.',
  },
  input: Type.Object(
    {
      id: NewId(),
      rating: Type.String(),
      period: Type.String({ description: '2026, 2026-H1, 2026-Q3, 2026-09 …' }),
      asOf: Type.Optional(Day('As known on which day; today when absent.')),
      reason: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 500,
          description: 'Needed for a correction, and where findings are overlooked.',
        }),
      ),
    },
    closed,
  ),
  output: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    subjects: Type.Integer(),
    objectUntil: Nullable(Type.String({ description: 'The last day on which one may object.' })),
    again: Type.Boolean({ description: 'The run was there already.' }),
  }),
  errors: ['no-pack', 'other-content', 'period-open', 'provisional', 'not-all', 'reason', 'nothing-new'],
  mayBeDoneBy: ['county-officer'],
  audit: ({ id, rating, period }) => ({ subject: id, detail: { rating, period } }),
  async run({ id, rating, period, asOf: day, reason }, { tx, scope, now, today }) {
    const again = await findAgain(tx, { id, rating, period });
    if (again) return again;
    const asOf = day ?? today;
    const { policy } = await readRatedWorld(tx, { rating, period, asOf });
    const world = await readFactsOfDay(tx, asOf, policy.publishedRead, now);
    const result = policy.rate(world, { rating, period, asOf, published: today });
    assertPublishable(policy, result, { asOf, today });
    await assertSeesAll(tx, scope, result.rated);
    const [last] = await readRuns(tx, { rating, period });
    if (last || result.findings.length > 0) needsReason(reason, result.findings, last !== undefined);
    const objectUntil = lastDayToObject(policy, rating, today);
    const results = await shownSince(tx, last, result.rated, { shownOn: today, objectUntil });
    const hashes = hashesOfWorld(world);
    const run: Run = {
      ...{ id, rating, period, asOf, version: (last?.version ?? 0) + 1, reason: reason ?? null },
      ...{ publishedAt: now, publishedOn: today, publishedBy: scope.account },
      packs: policy.packs.map((pack) => ({ id: pack.id, version: pack.version, hash: pack.hash })),
      ...{ factHash: factHash(hashes), factHashes: hashes, software: VERSION, layout: layoutOf(policy, rating) },
    };
    await writeRun(tx, run, results);
    return { id, version: run.version, subjects: results.length, objectUntil, again: false };
  },
});

/** @throws ActionError `other-content` when the id belongs to another run */
async function findAgain(tx: WriteTx, { id, rating, period }: Pick<Run, 'id' | 'rating' | 'period'>) {
  const [run] = await readRuns(tx, { id });
  if (!run) return null;
  if (run.rating !== rating || run.period !== period) {
    throw conflict('other-content', {
      'zh-CN': '这个编号已用于另一次公布。请换一个编号。',
      en: 'This id belongs to another publication. Use another id.',
    });
  }
  const results = await readResults(tx, null, { runs: [id] });
  const until = results.map(({ objectUntil }) => objectUntil).filter((day) => day !== null);
  return { id, version: run.version, subjects: results.length, objectUntil: until.sort().at(-1) ?? null, again: true };
}

/** Whoever publishes answers for all of it. */
async function assertSeesAll(tx: WriteTx, scope: Scope, rated: RatingResult['rated']): Promise<void> {
  const visible = await visibleRows(tx, scope, rated);
  if (visible.length === rated.length) return;
  throw refused('not-all', {
    'zh-CN': '这个评分办法的对象超出您的管理范围，须由能看到全部对象的县级人员公布。',
    en: 'This rating reaches beyond your scope. It is published by an officer who sees all its subjects.',
  });
}

/**
 * What says the same as the version before keeps its days; the rest is shown anew.
 * @throws ActionError `nothing-new` when the whole says the same
 */
async function shownSince(
  tx: WriteTx,
  last: Run | undefined,
  rated: readonly Rated[],
  days: Pick<RunResult, 'shownOn' | 'objectUntil'>,
): Promise<RunResult[]> {
  const before = new Map(
    (last ? await readResults(tx, null, { runs: [last.id] }) : []).map((one) => [one.subject.id, one] as const),
  );
  const fresh = rated.map((one) => keptFrom(one, days));
  const isSame = (one: RunResult) => {
    const old = before.get(one.subject.id);
    return old !== undefined && sameOutcome(old, one);
  };
  if (last && fresh.length === before.size && fresh.every(isSame)) {
    throw conflict('nothing-new', {
      'zh-CN': `结果与第 ${last.version} 版完全相同，不必再公布。`,
      en: `The results are those of version ${last.version}; there is nothing to publish.`,
    });
  }
  return fresh.map((one) => {
    const old = isSame(one) ? before.get(one.subject.id) : undefined;
    return old ? { ...one, shownOn: old.shownOn, objectUntil: old.objectUntil } : one;
  });
}
