import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compile, exampleWorld, type Language, valueFromJson } from '@luoshi/engine';
import type { Command } from 'commander';
import { languageOption, loadSound } from '../packs/index.ts';
import { writeTable } from '../platform/spreadsheet/index.ts';
import { assertRated } from './rated-world.ts';
import { ratingSheet } from './rating-sheet.ts';
import { ratingTable } from './rating-table.ts';
import { askedOf, exampleOf } from './simulate-asked.ts';

interface Options {
  readonly example: string;
  readonly rating?: string;
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly language: Language;
}

/** Adds `luoshi pack rate`: all subjects of an example by all steps, to look over or to set beside one's own Excel. */
export function addRateCommand(command: Command): void {
  command
    .command('rate <folder>')
    .description(
      '用例子中的事实算出全部对象、全部步骤的得分表 · the results of all subjects by all steps, on the facts of an example',
    )
    .requiredOption('--example <file>', '例子文件 · the example file')
    .option('--rating <id>', '评分办法；只有一个时可省 · the rating; may be left out when there is one')
    .option('--period <period>', '时段，如 2026；可取自例子 · the period; else that of the example')
    .option('--as-of <day>', '按哪一天所知 · as known on which day')
    .option('--out <file>', '存为 Excel（.xlsx）或 CSV（.csv） · save as Excel or CSV')
    .addOption(languageOption())
    .action(async (folder: string, options: Options) => {
      const { title, ...table } = await resultsOf(folder, options);
      if (options.out === undefined) return void process.stdout.write(asText(table));
      const format = options.out.endsWith('.csv') ? 'csv' : 'xlsx';
      const columns = table.columns.map((column) => ({ type: 'text' as const, required: false, ...column }));
      const body = writeTable({ title, columns, rows: table.rows, format }) as unknown as AsyncIterable<Uint8Array>;
      await pipeline(Readable.from(body), createWriteStream(options.out));
      process.stdout.write(`${options.out}\n`);
    });
}

async function resultsOf(folder: string, { language, ...given }: Options) {
  const { pack, packs } = await loadSound(folder);
  const example = await exampleOf(pack, given.example);
  const { rating: id, period } = askedOf(pack, packs, example, given);
  const policy = compile(packs);
  const rating = assertRated(policy, id, period);
  const world = exampleWorld(example, policy.forms);
  const { rated } = policy.rate(world, { rating: id, period, asOf: given.asOf ?? example.as_of });
  return { title: rating.title[language], ...ratingTable(ratingSheet({ policy, rating, world }, rated), language) };
}

/** Tabs between the columns: what is copied from a terminal falls into the cells of a sheet. */
function asText({ columns, rows }: ReturnType<typeof ratingTable>): string {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ key }) => legible(row[key]))),
  ];
  return `${lines.map((line) => line.join('\t')).join('\n')}\n`;
}

const MOST_DECIMALS = 10;

/** An endless number is cut where no sheet would differ; all else stands as it was worked out. */
function legible(cell: unknown): string {
  const text = String(cell ?? '');
  const read = valueFromJson({ state: 'known', value: text });
  const number = read.state === 'known' && typeof read.value === 'object' ? read.value : null;
  return number !== null && number.decimalPlaces() > MOST_DECIMALS
    ? number.toDecimalPlaces(MOST_DECIMALS).toFixed()
    : text;
}
