import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkChanges, checkPacks, type Problem, runExample } from '@luoshi/engine';
import type { Command } from 'commander';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { applyPack } from './apply-pack.ts';
import { addDiffCommand } from './diff-command.ts';
import { addGraphCommand } from './graph-command.ts';
import { type Folder, family, loadWithDependencies, sayProblem } from './load-family.ts';
import { readPackFolder } from './pack-folder.ts';

/** Adds `luoshi pack check|test|apply|graph|diff`: what an author of rules needs; only what a jurisdiction has in force needs a database. Gives the command, for others to add to. */
export function addPackCommands(program: Command, run: RunAction): Command {
  const command = program
    .command('pack')
    .description(
      '制度包：检查、测试、装入、计算次序、比较 · packs: check, test, take into force, order of evaluation, compare',
    );
  command
    .command('check <folders...>')
    .description('检查制度包：哪一行、错在哪里、怎么改 · check packs: which line, what is wrong, the way out')
    .action(async (folders: string[]) => {
      const problems = await checkFolders(folders);
      process.exitCode = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
    });
  command
    .command('test <folders...>')
    .description('运行制度包自带的例子 · run the examples of packs')
    .action(async (folders: string[]) => {
      const failed = await testFolders(folders);
      process.exitCode = failed > 0 ? 1 : 0;
    });
  command
    .command('apply <folder>')
    .description('装入制度包并生效 · take a pack into force')
    .option('--from <day>', '自哪一天起 · from which day')
    .option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction')
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (folder: string, options: CommonOptions & { from?: string }) => {
      const files = await readPackFolder(folder);
      const result = await run(applyPack, { files, ...(options.from ? { from: options.from } : {}) }, options);
      process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    });
  addGraphCommand(command);
  addDiffCommand(command, run);
  return command;
}

async function checkFolders(folders: readonly string[]): Promise<Problem[]> {
  const { asked, all } = await loadWithDependencies(folders);
  const found: Problem[] = [];
  for (const { folder, pack, problems } of asked) {
    const own = [...problems, ...(pack ? [...checkChanges(pack), ...checkPacks(family(pack, all))] : [])];
    for (const problem of own) process.stdout.write(`${sayProblem(fileOf(folder, problem.path, asked), problem)}\n`);
    const errors = own.filter((problem) => problem.severity === 'error').length;
    process.stdout.write(`${folder}: ${errors} 处错误 errors, ${own.length - errors} 处提醒 warnings\n`);
    found.push(...own);
  }
  return found;
}

/** A problem names its file from the pack's id on: the same file as one opens it from here. */
function fileOf(folder: string, path: string, asked: readonly Folder[]): string {
  const [id = '', ...rest] = path.split('/');
  const home = asked.find(({ pack }) => pack?.manifest.id === id)?.folder;
  const places = [...(home ? [join(home, ...rest)] : []), join(folder, '..', path), join(folder, path)];
  return places.find((place) => existsSync(place)) ?? join(folder, ...rest);
}

async function testFolders(folders: readonly string[]): Promise<number> {
  const { asked, all } = await loadWithDependencies(folders);
  let passed = 0;
  let failed = 0;
  for (const { folder, pack, problems } of asked) {
    if (!pack) {
      failed += 1;
      for (const problem of problems) process.stdout.write(`${sayProblem(folder, problem)}\n`);
      continue;
    }
    for (const example of pack.examples) {
      const result = runExample(family(pack, all), example);
      if (result.passed) passed += 1;
      else failed += 1;
      if (!result.passed)
        process.stdout.write(`✗ ${folder} ${result.name['zh-CN']}\n  ${result.failures.join('\n  ')}\n`);
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed;
}
