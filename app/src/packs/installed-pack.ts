import { cannotBeComputed, LANGUAGE, loadKept, type Pack, type Problem, upgradePack } from '@luoshi/engine';
import { ActionError, conflict } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { findStoredPack, type StoredPack } from './pack-reader.ts';

/** A version by what it contains. */
export interface Version {
  readonly packId: string;
  readonly hash: string;
}

/** A version as it can be used. */
export interface Installed {
  readonly pack: Pack;
  /** What reading it found that would be refused in a new version. */
  readonly toMend: readonly Problem[];
}

/** Content that has a hash never changes, and neither does this program: what was read once, or could not be, stays so. */
const known = new Map<string, Installed | ActionError>();

/**
 * An installed version, brought from the language it was written in to the present one; or the `pack-unreadable` error that
 * says why it cannot be read any more. Its hash is that of the files as they were installed.
 */
export async function readInstalled(tx: ReadTx, version: Version): Promise<Installed | ActionError> {
  const found = known.get(version.hash);
  if (found) return found;
  const stored = await findStoredPack(tx, version.hash);
  const read = stored ? loadStored(stored) : unreadable(version.packId, { hash: version.hash, version: '' }, NO_FILES);
  known.set(version.hash, read);
  return read;
}

/** @throws ActionError `pack-unreadable` */
export async function getInstalled(tx: ReadTx, version: Version): Promise<Pack> {
  const read = await readInstalled(tx, version);
  if (read instanceof ActionError) throw read;
  return read.pack;
}

function loadStored(stored: StoredPack): Installed | ActionError {
  if (stored.language > LANGUAGE) return unreadable(stored.packId, stored, NEWER);
  const { pack, problems } = loadKept(upgradePack(stored.files, stored.language));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (pack) return { pack: { ...pack, hash: stored.hash }, toMend: errors };
  const first = errors.find(cannotBeComputed);
  return unreadable(stored.packId, stored, first ? placed(first) : NO_FILES);
}

const NO_FILES = { 'zh-CN': '没有文件', en: 'it has no files' };
const NEWER = {
  'zh-CN': '它由更新版本的落实写入，请升级本机的落实',
  en: 'a newer Luoshi wrote it; upgrade this one',
};

export const placed = ({ path, line, column, words }: Problem) => ({
  'zh-CN': `${path}:${line}:${column} ${words['zh-CN']}`,
  en: `${path}:${line}:${column} ${words.en}`,
});

/** Names the version, what no longer reads and the way out. */
export function unreadable(
  packId: string,
  { version, hash }: { readonly version: string; readonly hash: string },
  why: typeof NO_FILES,
) {
  const name = `${packId} ${version} (${hash.slice(0, 12)})`;
  return conflict('pack-unreadable', {
    'zh-CN': `制度包 ${name} 按现在的制度包语言已不能使用：${why['zh-CN']}。请用 luoshi pack check 检查它的目录，改正后换一个版本号，用 luoshi pack apply 装入；在此之前它的职责、表单、指标和评分不计算，其他制度包照常。`,
    en: `The pack ${name} cannot be used in the present pack language: ${why.en}. Run luoshi pack check on its folder, mend it under a new version and take it into force with luoshi pack apply; until then its duties, forms, measures and ratings are not worked out, and all other packs go on.`,
  });
}
