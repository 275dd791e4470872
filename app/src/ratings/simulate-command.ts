import { readFile } from 'node:fs/promises';
import { compile, exampleWorld, type Language, loadPack, type Pack, simulate, summarise } from '@luoshi/engine';
import type { Command } from 'commander';
import { languageOption, loadSound, readPackFolder } from '../packs/index.ts';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { assumedPolicy } from './assumptions.ts';
import { simulateRating } from './simulate-rating.ts';
import { type ShownSimulation, simulationText } from './simulation-text.ts';

interface Options extends CommonOptions {
  readonly rating: string;
  readonly period: string;
  readonly asOf?: string;
  readonly set: readonly string[];
  readonly example?: string;
  readonly json?: boolean;
  readonly language: Language;
}

/** Adds `luoshi pack simulate`: who would move under a pack, or a change, that is not in force. */
export function addSimulateCommand(command: Command, run: RunAction): void {
  command
    .command('simulate <folder>')
    .description(
      '试用未生效的制度包或改动：谁会变、变多少、为什么 · try a pack or a change that is not in force: who moves, by how much, why',
    )
    .requiredOption('--rating <id>', '评分办法 · the rating')
    .requiredOption('--period <period>', '时段，如 2026 · the period')
    .option('--as-of <day>', '按哪一天所知 · as known on which day')
    .option(
      '--set <change>',
      '参数=值，可重复 · parameter=value, repeatable',
      (one: string, all: string[]) => [...all, one],
      [],
    )
    .option('--example <file>', '不用数据库，用例子文件中的事实 · on the facts of an example file, without a database')
    .option('--json', 'JSON')
    .addOption(languageOption())
    .option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction')
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (folder: string, options: Options) => {
      const { pack, packs } = await loadSound(folder);
      const found = options.example
        ? await onExample(packs, pack, options.example, options)
        : await onEntries(folder, run, options);
      const rating = packs.flatMap(({ ratings }) => ratings).find(({ id }) => id === options.rating);
      process.stdout.write(
        `${options.json ? JSON.stringify(found, null, 2) : simulationText(found, rating, options.language)}\n`,
      );
    });
}

async function onEntries(folder: string, run: RunAction, { rating, period, asOf, set, ...options }: Options) {
  const input = { files: await readPackFolder(folder), rating, period, set, ...(asOf ? { asOf } : {}) };
  return (await run(simulateRating, input, options)) as ShownSimulation;
}

/** The folder's own rules, before and after the changes, on the facts of the first example of a file. */
async function onExample(packs: readonly Pack[], pack: Pack, file: string, options: Options): Promise<ShownSimulation> {
  const example = await exampleOf(pack, file);
  const { rating, period, asOf = example.as_of, set } = options;
  const [before, after] = [compile(packs), assumedPolicy(packs, set, rating)];
  const world = exampleWorld(example, before.forms);
  const { title, rows } = simulate({ before, after, world, rating, period, asOf });
  return { title, summary: summarise(rows, after, rating), rows };
}

async function exampleOf({ manifest }: Pack, file: string): Promise<Pack['examples'][number]> {
  const text = await readFile(file, 'utf8');
  const { pack, problems } = loadPack([
    { path: 'pack.yaml', text: JSON.stringify(manifest) },
    { path: 'examples/given.yaml', text },
  ]);
  const example = pack?.examples[0];
  if (!example) {
    throw new Error(
      [`${file}: 没有可用的例子 · no example`, ...problems.map(({ line, words }) => `${line}: ${words.en}`)].join('\n'),
    );
  }
  return example;
}
