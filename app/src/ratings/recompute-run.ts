import { type Comparable, compareRated, type Rated, type ValueJson, valueFromJson } from '@luoshi/engine';
import { policyOfVersions } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, PathId, Type } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { VERSION } from '../platform/version.ts';
import { FACT_KINDS, factHash, hashesOfWorld } from './fact-hash.ts';
import { keptFrom, NOT_SHOWN } from './kept-result.ts';
import { readFactsOfDay } from './rated-world.ts';
import { type RunResult, stable } from './run.ts';
import { getRun, readResults } from './run-reader.ts';
import { visibleRows } from './visible-rows.ts';

const FactKindSchema = Type.Union([
  Type.Literal('organisations'),
  Type.Literal('persons'),
  Type.Literal('postings'),
  Type.Literal('tenures'),
  Type.Literal('facts'),
]);

export const recomputeRun = defineRead({
  id: 'ratings.recompute',
  title: { 'zh-CN': '重算已公布的结果', en: 'Work a published result out again' },
  about: {
    'zh-CN':
      '用当时的制度包版本和当时所知的记录重新计算，与公布的逐个比较：是否一致；不一致的是谁、差多少、从哪一步开始。',
    en: 'Works a publication out again with the rules of its day and what was known then, and compares: the same, or who differs, by how much and from which step.',
  },
  input: Type.Object({ id: PathId('Id of the run.') }, closed),
  output: Type.Object({
    equal: Type.Boolean({ description: 'Every figure of every subject within the scope is as published.' }),
    subjects: Type.Integer(),
    facts: Type.Object({
      equal: Type.Boolean({ description: 'What is read for that day today is what was read then.' }),
      changed: Type.Array(FactKindSchema, {
        description: 'What differs: organisations, persons, postings, tenures, or facts (entries).',
      }),
      then: Type.String(),
      now: Type.String(),
    }),
    software: Type.Object({ then: Type.String(), now: Type.String() }),
    rows: Type.Array(Type.Unknown(), { description: 'Who differs: before, after, moved, by, causes.' }),
  }),
  errors: ['pack-unreadable'],
  mayBeDoneBy: ['county-officer', 'township-officer'],
  async run({ id }, { tx, scope }) {
    const { run, results } = await getRun(tx, scope, id);
    const { rating, period, asOf, publishedAt, publishedOn } = run;
    const policy = await policyOfVersions(
      tx,
      run.packs.map((pack) => ({ packId: pack.id, hash: pack.hash })),
    );
    const world = await readFactsOfDay(tx, asOf, policy.publishedRead, publishedAt);
    const { rated } = policy.rate(world, { rating, period, asOf, published: publishedOn });
    const is = await withinScope(tx, scope, { id, results, rated });
    const kept = new Map(results.map((one) => [one.subject.id, stable(figuresOf(one))] as const));
    const fresh = new Map(is.map((one) => [one.subject.id, stable(figuresOf(keptFrom(one, NOT_SHOWN)))] as const));
    const rows = compareRated({ rating, before: policy, after: policy, was: results.map(comparable), is });
    const differing = rows.filter(({ subject }) => kept.get(subject.id) !== fresh.get(subject.id));
    const hashes = hashesOfWorld(world);
    const changed = FACT_KINDS.filter((kind) => hashes[kind] !== run.factHashes[kind]);
    return {
      equal: differing.length === 0,
      subjects: results.length,
      facts: { equal: changed.length === 0, changed, then: run.factHash, now: factHash(hashes) },
      software: { then: run.software, now: VERSION },
      rows: differing,
    };
  },
});

/** What was published of a subject; names and places in the tree are no figures. */
const figuresOf = ({ score, grade, place, steps, consequences }: RunResult) => ({
  score,
  grade,
  place,
  steps,
  consequences,
});

const comparable = ({ steps, score, grade, place, ...row }: RunResult): Comparable => ({
  ...row,
  steps: new Map(Object.entries(steps).map(([id, value]) => [id, valueFromJson(value)])),
  ...{ score: valueOf(score), grade: valueOf(grade), place: valueOf(place) },
});

const valueOf = (json: ValueJson | null) => json && valueFromJson(json);

interface Again {
  readonly id: string;
  /** What the caller sees of the run. */
  readonly results: readonly RunResult[];
  readonly rated: readonly Rated[];
}

/** Of those rated now: whoever the caller sees in the run, and whoever is not in it and yet visible. */
async function withinScope(tx: ReadTx, scope: Scope, { id, results, rated }: Again): Promise<Rated[]> {
  const seen = new Set(results.map(({ subject }) => subject.id));
  const kept = new Set((await readResults(tx, null, { runs: [id] })).map(({ subject }) => subject.id));
  const added = await visibleRows(
    tx,
    scope,
    rated.filter(({ subject }) => !kept.has(subject.id)),
  );
  return [...rated.filter(({ subject }) => seen.has(subject.id)), ...added];
}
