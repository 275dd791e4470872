import {
  compile,
  type Example,
  exampleWorld,
  type Language,
  type Pack,
  simulate,
  summarise,
  type Words,
} from '@luoshi/engine';
import type { Command } from 'commander';
import { languageOption, loadSound, orElse, readPackFolder } from '../packs/index.ts';
import type { CommonOptions, RunAction } from '../platform/cli/action-commands.ts';
import { assumedPolicy } from './assumptions.ts';
import { assertRated } from './rated-world.ts';
import { type Asked, askedOf, exampleOf } from './simulate-asked.ts';
import { simulateRating } from './simulate-rating.ts';
import { type ShownSimulation, simulationText } from './simulation-text.ts';

interface Given extends CommonOptions {
  readonly rating?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly set: readonly string[];
  readonly example?: string;
  readonly against?: string;
  readonly json?: boolean;
  readonly language: Language;
}

type Options = Given & Asked;

/** Adds `luoshi pack simulate`: who would move under a pack, or a change, that is not in force. */
export function addSimulateCommand(command: Command, run: RunAction): void {
  command
    .command('simulate <folder>')
    .description(
      '试用未生效的制度包或改动：谁会变、变多少、为什么 · try a pack or a change that is not in force: who moves, by how much, why',
    )
    .option('--rating <id>', '评分办法；只有一个时可省 · the rating; may be left out when there is one')
    .option('--period <period>', '时段，如 2026；可取自例子 · the period; else that of the example')
    .option('--as-of <day>', '按哪一天所知 · as known on which day')
    .option(
      '--set <change>',
      '参数=值，可重复 · parameter=value, repeatable',
      (one: string, all: string[]) => [...all, one],
      [],
    )
    .option('--example <file>', '不用数据库，用例子文件中的事实 · on the facts of an example file, without a database')
    .option(
      '--against <folder>',
      '与较早的版本比较（同 --example） · an older version to compare with (with --example)',
    )
    .option('--json', 'JSON')
    .addOption(languageOption())
    .option('--jurisdiction <code>', '辖区代码 · division code of the jurisdiction')
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (folder: string, given: Given) => {
      const { pack, packs } = await loadSound(folder);
      const example = given.example === undefined ? null : await exampleOf(pack, given.example);
      const options = { ...given, ...askedOf(pack, packs, example, given) };
      const found = example ? await onExample(packs, example, options) : await onEntries(folder, run, options);
      const rating = packs.flatMap(({ ratings }) => ratings).find(({ id }) => id === options.rating);
      process.stdout.write(
        `${options.json ? JSON.stringify(found, null, 2) : simulationText(found, rating, options.language)}\n`,
      );
      if (example && options.set.length === 0 && options.against === undefined && !options.json) {
        process.stdout.write(`${NOTHING_CHANGED[options.language]}\n`);
      }
    });
}

const NOTHING_CHANGED: Words = {
  'zh-CN': '没有写改动，前后用的是同一套规则：用 --set 参数=值 改一个数，或用 --against <旧版目录> 比较两版',
  en: 'No change is named, so both sides follow the same rules: change a number by --set parameter=value, or compare versions by --against <older folder>',
};

const ON_EXAMPLE: Words = {
  'zh-CN': '没有服务器也能试：加 --example <例子文件>，用其中的事实',
  en: 'Without a server add --example <file>: the facts are taken from the example',
};

async function onEntries(folder: string, run: RunAction, { rating, period, asOf, set, ...options }: Options) {
  const input = { files: await readPackFolder(folder), rating, period, set, ...(asOf ? { asOf } : {}) };
  return (await orElse(run(simulateRating, input, options), ON_EXAMPLE)) as ShownSimulation;
}

/** The folder's rules with the changes, against an older folder or themselves without the changes, on the facts of an example. */
async function onExample(packs: readonly Pack[], example: Example, options: Options): Promise<ShownSimulation> {
  const { rating, period, asOf = example.as_of, set, against } = options;
  const older = against === undefined ? packs : (await loadSound(against)).packs;
  const [before, after] = [compile(older), assumedPolicy(packs, { changes: set, rating })];
  for (const policy of [before, after]) assertRated(policy, rating, period);
  const world = exampleWorld(example, after.forms);
  const { title, rows } = simulate({ before, after, world, rating, period, asOf });
  return { title, summary: summarise(rows, after, rating), rows };
}
