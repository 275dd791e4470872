import {
  changelogLines,
  checkChangesSince,
  diffPacks,
  type Language,
  loadPack,
  type Pack,
  type PackDiff,
  type PackFile,
  upgradePack,
  type Words,
} from '@luoshi/engine';
import { type Command, Option } from 'commander';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { getPack } from './get-pack.ts';
import { languageOption } from './language-option.ts';
import { listPacks } from './list-packs.ts';
import { loadSound } from './load-family.ts';
import { orElse } from './without-jurisdiction.ts';

interface Options extends CommonOptions {
  readonly json?: boolean;
  readonly changelog?: boolean;
  readonly language: Language;
}

/** Adds `luoshi pack diff`: in what two versions of a pack differ, in words. */
export function addDiffCommand(command: Command, run: RunAction): void {
  command
    .command('diff <older> [newer]')
    .description(
      '两个版本有何不同：先写旧的、再写新的目录；只写一个时与辖区现行版本比较 · in what two versions differ: the older folder, then the newer; one alone is compared with the version in force',
    )
    .option('--json', 'JSON')
    .option('--changelog', '印出 CHANGES.md 应写的各行 · the lines CHANGES.md should have')
    .addOption(languageOption())
    .addOption(new Option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction'))
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (folder: string, newer: string | undefined, options: Options) => {
      const { pack: after, packs } = await loadSound(newer ?? folder);
      const before =
        newer === undefined
          ? await orElse(inForce(after.manifest.id, run, options), twoFolders(folder))
          : (await loadSound(folder)).pack;
      const { language } = options;
      if (options.changelog) return print(changelogLines(before, after, packs)[language]);
      const diff = diffPacks(before, after, packs);
      if (options.json) return print(JSON.stringify(diff, null, 2));
      const open = after.changes === null ? [] : checkChangesSince(before, after, packs);
      return print([diffText(diff, language), ...open.map(({ words }) => `! ${words[language]}`)].join('\n'));
    });
}

const twoFolders = (folder: string): Words => ({
  'zh-CN': `只写一个目录，是与辖区现行版本比较；比较两个目录，写 luoshi pack diff <旧目录> ${folder}`,
  en: `One folder alone is compared with the version in force; to compare two folders write luoshi pack diff <older> ${folder}`,
});

/** The version of a pack that is in force in the jurisdiction. @throws Error when there is none */
async function inForce(id: string, run: RunAction, options: Options): Promise<Pack> {
  const listed = (await run(listPacks, {}, options)) as { packs: { id: string; hash: string; to: string | null }[] };
  const last = listed.packs.findLast((one) => one.id === id && one.to === null);
  if (!last) throw new Error(`辖区没有生效的制度包“${id}” · no version of "${id}" is in force in the jurisdiction`);
  const stored = (await run(getPack, { hash: last.hash }, options)) as { files: PackFile[]; language: number };
  const { pack } = loadPack(upgradePack(stored.files, stored.language));
  if (!pack) throw new Error(`制度包版本 ${last.hash} 无法读取 · the version ${last.hash} cannot be read`);
  return { ...pack, hash: last.hash };
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const SAME = { 'zh-CN': '规则没有变化', en: 'The rules are the same' };
const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

/** One line a change, with the versions above. */
function diffText({ before, after, changes }: PackDiff, language: Language): string {
  const version = ({ version, hash }: PackDiff['before']) => `${version} (${hash.slice(0, 8)})`;
  const lines = changes.map(({ how, words }) => `${SIGNS[how]} ${words[language]}`);
  return [`${after.id} ${version(before)} → ${version(after)}`, ...(lines.length > 0 ? lines : [SAME[language]])].join(
    '\n',
  );
}
