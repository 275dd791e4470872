import {
  type Accepted,
  acceptedIn,
  checkChanges,
  checkChangesSince,
  checkExamples,
  checkOneLanguage,
  checkPacks,
  type Example,
  explainExample,
  type Language,
  type Pack,
  type Problem,
  renderExplanation,
  runExample,
} from '@luoshi/engine';
import { type Command, Option } from 'commander';
import { invalid } from '../platform/actions/action-error.ts';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { applyPack } from './apply-pack.ts';
import { addDiffCommand } from './diff-command.ts';
import { addGraphCommand } from './graph-command.ts';
import { languageOption } from './language-option.ts';
import { type Folder, family, fileOf, loadSound, loadWithDependencies, sayProblem } from './load-family.ts';
import { addNamesCommand } from './names-command.ts';
import { addNewCommand } from './new-command.ts';
import { readPackFolder } from './pack-folder.ts';

/** Adds `luoshi pack check|test|apply|new|names|graph|diff`: what an author of rules needs; only what a jurisdiction has in force needs a database. Gives the command, for others to add to. */
export function addPackCommands(program: Command, run: RunAction): Command {
  const command = program
    .command('pack')
    .description(
      '制度包：检查、测试、装入、可用的名字、计算次序、比较 · packs: check, test, take into force, names to use, order of evaluation, compare',
    )
    .addHelpText(
      'after',
      '\n入门 · first steps: docs/guide.zh-CN.md · docs/guide.en.md\n每个构件 · every construct: docs/reference/',
    );
  command
    .command('check <folders...>')
    .description('检查制度包：哪一行、错在哪里、怎么改 · check packs: which line, what is wrong, the way out')
    .option(
      '--against <older>',
      '与较早的版本比较：改动须换版本号并写入 CHANGES.md · an older version: what changed must be told',
    )
    .option('--accepted', '也印出已核对的提醒及其理由 · also the warnings that were accepted, with the reasons')
    .action(async (folders: string[], { against, accepted }: { against?: string; accepted?: true }) => {
      const older = against === undefined ? null : (await loadSound(against)).pack;
      const problems = await checkFolders(folders, older, accepted ?? false);
      process.exitCode = problems.some((problem) => problem.severity === 'error') ? 1 : 0;
    });
  command
    .command('test <folders...>')
    .description('运行制度包自带的例子 · run the examples of packs')
    .addOption(
      new Option(
        '--explain [what]',
        '印出每个例子所写各步的说明，可摘作理由；all 印出全部 · print the steps an example names, to quote reasons from; all: everything',
      )
        .choices(['steps', 'all'])
        .preset('steps'),
    )
    .option('--subject <id>', '只说明这一个对象 · explain this subject only')
    .option('--example <words>', '只看名称含这些字的例子 · only examples whose name has these words')
    .addOption(languageOption())
    .action(async (folders: string[], options: TestOptions) => {
      const failed = await testFolders(folders, options);
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
  addNewCommand(command);
  addNamesCommand(command);
  addGraphCommand(command);
  addDiffCommand(command, run);
  return command;
}

async function checkFolders(folders: readonly string[], older: Pack | null, withAccepted: boolean): Promise<Problem[]> {
  const { asked, all } = await loadWithDependencies(folders);
  const found: Problem[] = [];
  for (const { folder, pack, problems } of asked) {
    const changes = pack && older?.manifest.id === pack.manifest.id ? checkChangesSince(older, pack, all) : [];
    const told = pack && changes.length === 0 ? checkChanges(pack) : changes;
    const own = [...problems, ...told, ...(pack ? judged(pack, family(pack, all)) : [])];
    const sorted = own.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
    for (const problem of sorted) process.stdout.write(`${sayProblem(fileOf(folder, problem.path, asked), problem)}\n`);
    for (const one of pack && withAccepted ? acceptedIn(family(pack, all)) : [])
      print(sayAccepted(fileOf(folder, one.path, asked), one));
    const errors = own.filter((problem) => problem.severity === 'error').length;
    process.stdout.write(`${folder}: ${errors} 处错误 errors, ${own.length - errors} 处提醒 warnings\n`);
    found.push(...own);
  }
  return found;
}

const sayAccepted = (file: string, one: Accepted): string =>
  `${file}:${one.line}:${one.column} accepted ${one.code}\n  ${one.words['zh-CN']}。理由：${one.reason['zh-CN']}\n  ${one.words.en}. Reason: ${one.reason.en}`;

/** The pack among those it depends on; its examples only when its rules hold, and nothing else where one is missing. */
function judged(pack: Pack, packs: readonly Pack[]): Problem[] {
  const rules = [...checkOneLanguage(pack), ...checkPacks(packs)];
  const missing = rules.filter(({ code }) => code === 'missing-pack');
  if (missing.length > 0) return missing;
  if (rules.some(({ severity }) => severity === 'error')) return rules;
  return [...rules, ...checkExamples(pack, packs).flatMap(({ problems }) => problems)];
}

interface TestOptions {
  readonly explain?: 'steps' | 'all';
  readonly subject?: string;
  readonly example?: string;
  readonly language: Language;
}

async function testFolders(folders: readonly string[], options: TestOptions): Promise<number> {
  const { asked, all } = await loadWithDependencies(folders);
  let passed = 0;
  let failed = 0;
  assertThere(asked, options);
  for (const { folder, pack, problems } of asked) {
    if (!pack) {
      failed += 1;
      for (const problem of problems) print(sayProblem(fileOf(folder, problem.path, asked), problem));
      continue;
    }
    const packs = family(pack, all);
    for (const { example, problems: slips } of checkExamples(pack, packs)) {
      if (!isAsked(example, options.example)) continue;
      const name = example.example[options.language];
      const failures = slips.map((problem) => sayProblem(fileOf(folder, problem.path, asked), problem));
      if (slips.length === 0) failures.push(...runExample(packs, example).failures.map((one) => one[options.language]));
      if (failures.length === 0) passed += 1;
      else failed += 1;
      if (failures.length > 0) print(`✗ ${folder} ${name}\n  ${failures.join('\n  ')}`);
      else if (options.explain) print(`✓ ${name}\n${explained(packs, example, options)}`);
    }
  }
  print(`${passed} passed, ${failed} failed`);
  return failed;
}

/** @throws ActionError when nothing of what is asked for stands in the examples: it would seem to have passed */
function assertThere(asked: readonly Folder[], { example: words, subject }: TestOptions): void {
  const all = asked.flatMap(({ pack }) => pack?.examples ?? []);
  const chosen = all.filter((one) => isAsked(one, words));
  const names = all.map(({ example }) => example);
  if (words !== undefined && all.length > 0 && chosen.length === 0) {
    throw invalid('example', {
      'zh-CN': `没有名称含“${words}”的例子。有：${names.map((one) => one['zh-CN']).join('；')}`,
      en: `No example has “${words}” in its name. There are: ${names.map(({ en }) => en).join('; ')}`,
    });
  }
  const subjects = [...new Set(chosen.flatMap(({ expect }) => expect.flatMap(subjectOf)))];
  if (subject !== undefined && subjects.length > 0 && !subjects.includes(subject)) {
    const list = subjects.join('、');
    throw invalid('subject', {
      'zh-CN': `例子的 expect 里没有“${subject}”。有：${list}`,
      en: `No expectation of the examples is about “${subject}”. There are: ${list}`,
    });
  }
}

const subjectOf = (one: Example['expect'][number]): string[] =>
  'subject' in one ? [one.subject] : 'organisation' in one ? [one.organisation] : [];

const isAsked = ({ example }: Example, words: string | undefined): boolean =>
  words === undefined || example['zh-CN'].includes(words) || example.en.includes(words);

const explained = (packs: readonly Pack[], example: Example, { language, explain, subject }: TestOptions): string =>
  explainExample(packs, example, { whole: explain === 'all', ...(subject === undefined ? {} : { subject }) })
    .map((one) => renderExplanation(one, language))
    .join('\n');

const print = (text: string): void => void process.stdout.write(`${text}\n`);
