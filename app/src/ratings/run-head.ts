import { sql } from 'kysely';
import type { Scope } from '../platform/access/scope.ts';
import { Nullable, Type, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readObjections } from './read-objections.ts';
import type { Run } from './run.ts';
import { type RunCount, readResults } from './run-reader.ts';
import { type Objection, type RunState, resultState } from './run-state.ts';

/** Where one result stands. */
export const ResultStateSchema = Type.Union([Type.Literal('shown'), Type.Literal('objection'), Type.Literal('final')]);

const RunStateSchema = Type.Union([...ResultStateSchema.anyOf, Type.Literal('corrected')], {
  description:
    'shown: one may still object; objection: one waits for its answer; final; corrected: a later version was published.',
});

/** A run as everybody reads it. */
export const RunHead = Type.Object({
  id: Type.String(),
  rating: Type.String(),
  title: WordsSchema,
  period: Type.String(),
  version: Type.Integer(),
  reason: Nullable(Type.String()),
  asOf: Type.String(),
  publishedAt: Type.String(),
  publishedOn: Type.String(),
  publishedBy: Type.String({ description: 'The name of who published it.' }),
  packs: Type.Array(Type.Object({ id: Type.String(), version: Type.String(), hash: Type.String() })),
  factHash: Type.String({ description: 'SHA-256 of who there was and what was recorded.' }),
  software: Type.String(),
  subjects: Type.Integer({ description: 'Within the scope.' }),
  objections: Type.Integer({ description: 'Subjects within the scope whose objection waits for its answer.' }),
  objectUntil: Nullable(Type.String()),
  state: RunStateSchema,
});

interface Heading {
  readonly runs: readonly Run[];
  readonly counts: ReadonlyMap<string, Omit<RunCount, 'run'>>;
  readonly on: string;
}

/** Runs with their state on a day. Needs all versions of a period, to tell the last. */
export async function headsOf(tx: ReadTx, scope: Scope, { runs, counts, on }: Heading) {
  const objections = await readObjections(tx, runs);
  const waiting = await countWaiting(tx, scope, { runs, objections, on });
  const names = await accountNames(
    tx,
    runs.map(({ publishedBy }) => publishedBy),
  );
  const latest = await latestVersions(tx);
  return runs.map((run) => {
    const { layout, factHashes: _, publishedBy, ...rest } = run;
    const { subjects = 0, objectUntil = null } = counts.get(run.id) ?? {};
    const open = waiting.get(run.id) ?? 0;
    return {
      ...rest,
      title: layout.title,
      publishedBy: names.get(publishedBy) ?? '',
      ...{ subjects, objections: open, objectUntil },
      state: stateOf({ corrected: latest.get(`${run.rating} ${run.period}`) !== run.version, open, objectUntil, on }),
    };
  });
}

interface Standing {
  readonly corrected: boolean;
  readonly open: number;
  readonly objectUntil: string | null;
  readonly on: string;
}

function stateOf({ corrected, open, objectUntil, on }: Standing): RunState {
  if (corrected) return 'corrected';
  if (open > 0) return 'objection';
  return objectUntil !== null && on <= objectUntil ? 'shown' : 'final';
}

/** In each run, those whose objection waits. */
async function countWaiting(
  tx: ReadTx,
  scope: Scope,
  {
    runs,
    objections,
    on,
  }: Pick<Heading, 'runs' | 'on'> & { readonly objections: ReadonlyMap<string, readonly Objection[]> },
): Promise<ReadonlyMap<string, number>> {
  if (objections.size === 0) return new Map();
  const rows = await readResults(tx, scope, { runs: runs.map(({ id }) => id), subjects: [...objections.keys()] });
  const open = rows.filter((row) => resultState(row, objections.get(row.subject.id) ?? [], on).state === 'objection');
  return new Map([...Map.groupBy(open, ({ run }) => run)].map(([run, list]) => [run, list.length]));
}

async function accountNames(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .where('id', 'in', ids.length > 0 ? [...ids] : [sql<string>`null`])
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}

async function latestVersions(tx: ReadTx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('rating_run')
    .select(({ fn }) => ['rating', 'period_key', fn.max('version').as('version')])
    .where('jurisdiction_id', '=', tx.jurisdictionId)
    .groupBy(['rating', 'period_key'])
    .execute();
  return new Map(rows.map((row) => [`${row.rating} ${row.period_key}`, row.version]));
}
