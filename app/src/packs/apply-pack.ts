import {
  beyond,
  checkChanges,
  checkChangesSince,
  checkPacks,
  compileKept,
  LANGUAGE,
  loadKept,
  loadPack,
  type Pack,
  type PackFile,
  type Problem,
} from '@luoshi/engine';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { defineWrite } from '../platform/actions/action.ts';
import { ActionError, conflict } from '../platform/actions/action-error.ts';
import { closed, Day, Type } from '../platform/actions/schema.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import { readInstalled, type Version } from './installed-pack.ts';
import { assertKindsStay } from './kinds-in-use.ts';
import { PACK_BODY_LIMIT, PackFiles } from './pack-files.ts';
import { packProblems } from './pack-problems.ts';
import { readPackSpans } from './pack-reader.ts';
import { isIn } from './sound-packs.ts';

export const applyPack = defineWrite({
  id: 'packs.apply',
  title: { 'zh-CN': '装入制度包', en: 'Take a pack into force' },
  about: {
    'zh-CN': '检查一个制度包，并从指定之日起生效；原版本到前一日止。再次装入同一内容不产生变化。',
    en: 'Checks a pack and takes it into force from a day on; the version before it ends the day before. Applying the same content again changes nothing.',
  },
  input: Type.Object(
    {
      files: PackFiles(),
      from: Type.Optional(Day('First day in force; the day the pack itself names when absent.')),
    },
    closed,
  ),
  output: Type.Object({ pack: Type.String(), version: Type.String(), hash: Type.String(), from: Type.String() }),
  errors: ['pack-problems', 'pack-order', 'same-version', 'kinds-in-use'],
  mayBeDoneBy: ['county-officer', 'administrator'],
  bodyLimit: PACK_BODY_LIMIT,
  audit: (input) => ({ detail: { files: input.files.length } }),
  async run(input, { tx, jurisdiction, now, today }) {
    const loaded = loadPack(input.files);
    const pack = loaded.pack ?? loadKept(input.files).pack;
    if (!pack) throw packProblems(loaded.problems);
    const { id, version, in_force } = pack.manifest;
    const from = input.from ?? in_force.from;
    const done = { pack: id, version, hash: pack.hash, from };
    const last = (await readPackSpans(tx, jurisdiction)).findLast((span) => span.packId === id);
    if (last?.hash === pack.hash && last.to === (in_force.to ?? null)) return done;
    const previous = last ? await findInstalled(tx, last) : null;
    const others = await othersInForce(tx, { jurisdiction, id, day: input.from ?? today });
    assertAccepted(pack, loaded.problems, { others, previous });
    await assertNewVersion(tx, jurisdiction, pack);
    if (previous && previous.hash !== pack.hash) {
      if (pack.changes !== null) assertTold(checkChangesSince(previous, pack, others));
      const { policy: before } = compileKept([...others, previous]);
      const { policy: after } = compileKept([...others, pack]);
      await assertKindsStay(tx, { jurisdiction, from, before, after });
    }
    await install(tx, pack, input.files, now);
    await takeIntoForce(tx, jurisdiction, pack, from);
    return done;
  },
});

interface Sought {
  readonly jurisdiction: string;
  readonly id: string;
  readonly day: string;
}

/** The other packs in force on a day, as far as they can still be read. */
async function othersInForce(tx: WriteTx, { jurisdiction, id, day }: Sought): Promise<Pack[]> {
  const others: Pack[] = [];
  for (const span of await readPackSpans(tx, jurisdiction)) {
    if (span.packId === id || span.from > day || (span.to !== null && span.to < day)) continue;
    const found = await findInstalled(tx, span);
    if (found) others.push(found);
  }
  return others;
}

interface Beside {
  readonly others: readonly Pack[];
  readonly previous: Pack | null;
}

/** A new version is held to every check of today; packs in force beside it to what it would break in them. */
function assertAccepted(pack: Pack, problems: readonly Problem[], { others, previous }: Beside): void {
  const changes = pack.changes === null ? [] : checkChanges(pack);
  const errors = [...problems, ...changes, ...checkPacks([...others, pack])].filter(isError);
  const own = errors.filter((problem) => isIn(pack, problem));
  const theirs = errors.filter((problem) => !isIn(pack, problem));
  const broken = theirs.length === 0 ? [] : beyond(theirs, checkPacks(previous ? [...others, previous] : others));
  if (own.length + broken.length > 0) throw packProblems([...own, ...broken]);
}

const isError = ({ severity }: Problem) => severity === 'error';

/** What is published and entered names a version: one number never stands for two contents. */
async function assertNewVersion(tx: WriteTx, jurisdiction: string, { hash, manifest: { id, version } }: Pack) {
  const spans = await readPackSpans(tx, jurisdiction);
  const taken = spans.find((span) => span.packId === id && span.version === version && span.hash !== hash);
  if (!taken) return;
  throw conflict('same-version', {
    'zh-CN': `制度包 ${id} 的内容改了，版本号仍是 ${version}（该版本自 ${taken.from} 起生效）。请在 pack.yaml 换一个版本号，并在 CHANGES.md 写明改了什么。`,
    en: `The content of ${id} changed, and its version is still ${version} (in force since ${taken.from}). Give pack.yaml a new version, and say in CHANGES.md what changed.`,
  });
}

function assertTold(problems: readonly Problem[]): void {
  if (problems.length > 0) throw packProblems(problems);
}

/** An installed version as far as it can still be read. */
async function findInstalled(tx: WriteTx, version: Version): Promise<Pack | null> {
  const read = await readInstalled(tx, version);
  return read instanceof ActionError ? null : read.pack;
}

async function install(tx: WriteTx, pack: Pack, files: readonly PackFile[], now: string): Promise<void> {
  await tx
    .insertInto('pack_version')
    .values({
      hash: pack.hash,
      pack_id: pack.manifest.id,
      version: pack.manifest.version,
      files: sql`${JSON.stringify(files)}::text::jsonb`,
      language: LANGUAGE,
      installed_at: now,
    })
    .onConflict((conflicting) => conflicting.column('hash').doNothing())
    .execute();
}

async function takeIntoForce(tx: WriteTx, jurisdiction: string, { hash, manifest }: Pack, from: string) {
  const { id: packId, in_force } = manifest;
  const until = in_force.to ?? null;
  const spans = (await readPackSpans(tx, jurisdiction)).filter((span) => span.packId === packId);
  const last = spans.at(-1);
  if (last?.hash === hash && last.to === until) return;
  if (until !== null && until < from) {
    throw conflict('pack-order', {
      'zh-CN': `这个版本写明到 ${until} 止，不能自 ${from} 起生效。请改 in_force.to，或选更早的日子。`,
      en: `This version ends on ${until} by its own words and cannot begin on ${from}. Change in_force.to, or choose an earlier day.`,
    });
  }
  if (last && last.from >= from) {
    throw conflict('pack-order', {
      'zh-CN': `制度包 ${packId} 已有版本自 ${last.from} 起生效，新版本须从更晚的日子起生效（不能追溯）。`,
      en: `A version of ${packId} is in force since ${last.from}; a new one must begin later (no retroactive rules).`,
    });
  }
  if (last) await endSpan(tx, jurisdiction, packId, last.from, from);
  await tx
    .insertInto('pack_in_force')
    .values({ jurisdiction_id: jurisdiction, id: uuidv7(), pack_id: packId, hash, valid_from: from, valid_to: until })
    .execute();
}

async function endSpan(tx: WriteTx, jurisdiction: string, packId: string, lastFrom: string, from: string) {
  await tx
    .updateTable('pack_in_force')
    .set({ valid_to: sql`least(valid_to, ${from}::date - 1)` })
    .where('jurisdiction_id', '=', jurisdiction)
    .where('pack_id', '=', packId)
    .where('valid_from', '=', lastFrom)
    .execute();
}
