import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@luoshi/engine';
import type { Command } from 'commander';
import { invalid } from '../platform/actions/action-error.ts';
import { civilDay, systemClock } from '../platform/clock/clock.ts';
import { languageOption } from './language-option.ts';

/** The pack that is copied: it checks and its example passes. */
const TEMPLATE = fileURLToPath(new URL('new-pack/', import.meta.url));
const SCHEMAS = fileURLToPath(new URL('../schema/', import.meta.resolve('@luoshi/engine')));

/** Which schema explains the files of a folder. */
const SCHEMA_OF_FOLDER: Readonly<Record<string, string>> = {
  '.': 'manifest',
  kinds: 'kinds',
  forms: 'form',
  ratings: 'rating',
  examples: 'example',
};

interface Options {
  readonly title?: string;
  readonly language: Language;
}

/** Adds `luoshi pack new`: a small working pack to begin with. */
export function addNewCommand(command: Command): void {
  command
    .command('new <folder>')
    .description('写出一个能检查、能测试的小制度包，供修改 · write a small working pack to begin with')
    .option('--title <words>', '制度的名称 · what the rules are called')
    .addOption(languageOption())
    .action(async (folder: string, options: Options) => {
      const written = await writeNewPack(folder, options);
      const next = `luoshi pack check ${folder} && luoshi pack test ${folder}`;
      process.stdout.write(`${written.join('\n')}\n下一步 · next: ${next}\n`);
    });
}

async function writeNewPack(folder: string, options: Options): Promise<string[]> {
  const id = basename(resolve(folder));
  refuseUnfit(folder, id);
  const year = civilDay(systemClock.now(), 'Asia/Shanghai').slice(0, 4);
  const paths = (await readdir(TEMPLATE, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(TEMPLATE, join(entry.parentPath, entry.name)))
    .sort();
  for (const path of paths) {
    const text = await readFile(join(TEMPLATE, path), 'utf8');
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${editorLine(target, path, options.language)}${filledIn(text, id, year, options.title)}`);
  }
  return paths.map((path) => join(folder, path));
}

function refuseUnfit(folder: string, id: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw invalid('folder', {
      'zh-CN': `目录名“${id}”不能作包名：用小写英文，以 - 连接，如 packs/qinghe-county`,
      en: `The folder "${id}" cannot name a pack: use lower-case words joined by hyphens, such as packs/qinghe-county`,
    });
  }
  if (existsSync(folder)) {
    throw invalid('folder', {
      'zh-CN': `${folder} 已存在，不覆盖。换一个目录名，或先移走它`,
      en: `${folder} exists and is not overwritten. Take another name, or move it away`,
    });
  }
}

function filledIn(text: string, id: string, year: string, title: string | undefined): string {
  const own = text.replaceAll('2026', year).replace(/^id: new-pack$/m, `id: ${id}`);
  if (title === undefined) return own;
  return own.replace(/^(id: .*\nversion: .*\ntitle: ).*$/m, (_, head: string) => head + JSON.stringify(title));
}

/** Tells editors that speak YAML which schema completes and explains the file. */
function editorLine(target: string, path: string, language: Language): string {
  const section = path.endsWith('.yaml') ? SCHEMA_OF_FOLDER[dirname(path)] : undefined;
  if (section === undefined) return '';
  const schema = join(SCHEMAS, language, `${section}.schema.json`);
  return `# yaml-language-server: $schema=${relative(dirname(resolve(target)), schema).replaceAll('\\', '/')}\n`;
}
