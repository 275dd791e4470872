import {
  checkPacks,
  compileKept,
  diffPacks,
  loadPack,
  type Pack,
  type PackFile,
  type Policy,
  simulate,
  summarise,
} from '@luoshi/engine';
import { findVersion, isIn, PACK_BODY_LIMIT, PackFiles, packProblems } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Type, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { assumedPolicy } from './assumptions.ts';
import { assertRated, packsOfPeriod, type RatingQuestion, readFactsOfDay } from './rated-world.ts';
import { visibleRows } from './visible-rows.ts';

const simulationOutput = Type.Object({
  title: WordsSchema,
  summary: Type.Unknown({ description: 'Counts by way moved, by grade before and after, by step at which it begins.' }),
  rows: Type.Array(Type.Unknown(), { description: 'Subjects within the scope: before, after, moved, by, causes.' }),
  changes: Type.Array(Type.Object({ how: Type.String(), words: WordsSchema }), {
    description:
      'In what the versions and packs that stand in differ from those in force, `added`, `removed` or `changed`.',
  }),
});

export const simulateRating = defineRead({
  id: 'ratings.simulate',
  title: { 'zh-CN': '试改规则', en: 'Try a change of the rules' },
  about: {
    'zh-CN':
      '在副本上改动参数、规则中的数，或换用制度包的另一版本、一个尚未生效的制度包，看谁会变、变多少、为什么。用真实记录计算，不生效、不保存。',
    en: 'Changes parameters or numbers of the rules on a copy, or takes another version of a pack, or a pack that is not in force: who moves, by how much and why. On real entries; nothing is kept or taken into force.',
  },
  input: Type.Object(
    {
      rating: Type.String(),
      period: Type.String(),
      set: Type.Array(Type.String({ maxLength: 300 }), {
        maxItems: 50,
        description:
          '`parameter.id=value`, or `/steps/2/weighted/parts/0/weight=50` for what stands there in the rating.',
      }),
      packs: Type.Optional(
        Type.Array(Type.String({ maxLength: 100 }), {
          maxItems: 10,
          description: 'Hashes of versions of packs, of those `packs.list` names, that stand in for the ones in force.',
        }),
      ),
      files: Type.Optional(PackFiles()),
      asOf: Type.Optional(Day()),
    },
    closed,
  ),
  output: simulationOutput,
  errors: ['no-pack', 'simulation', 'pack-problems'],
  mayBeDoneBy: ['county-officer', 'township-officer'],
  bodyLimit: PACK_BODY_LIMIT,
  async run({ set, packs: versions = [], files, asOf, ...asked }, { tx, scope, today }) {
    const question = { ...asked, asOf: asOf ?? today };
    const packs = await packsOfPeriod(tx, question);
    const { policy: before, toMend } = compileKept(packs);
    assertRated(before, question.rating, question.period);
    const kept = await readVersions(tx, versions);
    const others = [...kept, ...(files ? [loaded(files)] : [])];
    const known = kept.length === 0 ? toMend : checkPacks(kept.reduce(withPack, packs));
    const accepted = files ? known.filter((problem) => !others.slice(-1).some((pack) => isIn(pack, problem))) : known;
    const after = assumedPolicy(others.reduce(withPack, packs), { changes: set, rating: question.rating, accepted });
    assertRated(after, question.rating, question.period);
    const found = await compared(tx, scope, question, { before, after });
    return { ...found, changes: others.flatMap((pack) => changesTo(pack, packs)) };
  },
});

/** @throws ActionError `pack-problems` with the place of each */
function loaded(files: readonly PackFile[]): Pack {
  const { pack, problems } = loadPack(files);
  if (!pack) throw packProblems(problems);
  return pack;
}

/** A pack that stands in for none in force is new altogether; that is not told part by part. */
function changesTo(pack: Pack, packs: readonly Pack[]) {
  const now = packs.find(({ manifest }) => manifest.id === pack.manifest.id);
  return now ? diffPacks(now, pack, packs).changes.map(({ how, words }) => ({ how, words })) : [];
}

/** @throws ActionError `not-found` for a version the jurisdiction never took into force */
async function readVersions(tx: ReadTx, hashes: readonly string[]): Promise<Pack[]> {
  const found = [];
  for (const hash of hashes) {
    const pack = await findVersion(tx, tx.jurisdictionId, hash);
    if (!pack) throw notFound({ 'zh-CN': '制度包的这一版本', en: 'This version of a pack' });
    found.push(pack);
  }
  return found;
}

/** Both rules on the entries of the jurisdiction, as far as the caller may see. */
async function compared(
  tx: ReadTx,
  scope: Scope,
  { rating, period, asOf }: RatingQuestion,
  { before, after }: { readonly before: Policy; readonly after: Policy },
) {
  const world = await readFactsOfDay(tx, asOf, new Set([...before.publishedRead, ...after.publishedRead]));
  const { title, rows } = simulate({ before, after, world, rating, period, asOf });
  const visible = await visibleRows(tx, scope, rows);
  return { title, summary: summarise(visible, after, rating), rows: visible };
}

/** Packs with one of them in another version. */
const withPack = (packs: readonly Pack[], pack: Pack): readonly Pack[] =>
  packs.some(({ manifest }) => manifest.id === pack.manifest.id)
    ? packs.map((one) => (one.manifest.id === pack.manifest.id ? pack : one))
    : [...packs, pack];
