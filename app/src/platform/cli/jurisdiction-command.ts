import type { Command } from 'commander';
import { addJurisdiction, findJurisdictions } from '../access/jurisdictions.ts';
import { invalid } from '../actions/action-error.ts';
import { type LocalDoor, withRuntime } from './local-run.ts';

interface Options {
  readonly dataFolder?: string;
  readonly level?: string;
}

/** Adds `luoshi jurisdiction add|list`: the first thing an empty installation needs. */
export function addJurisdictionCommand(program: Command, door: LocalDoor): void {
  const command = program.command('jurisdiction').description('辖区：新建与列出 · jurisdictions: make and list');
  command
    .command('add <code> <name>')
    .description('新建辖区 · make a jurisdiction: 371522 莘县')
    .option('--level <number>', '0 全国 · nation, 1 省, 2 市, 3 县', '3')
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (code: string, name: string, options: Options) => {
      const jurisdiction = checked(code, name, Number(options.level));
      await withRuntime(door, options, ({ database }) => addJurisdiction(database, jurisdiction));
      process.stdout.write(`${JSON.stringify(jurisdiction)}\n`);
    });
  command
    .command('list')
    .description('列出辖区 · list jurisdictions')
    .option('--data-folder <path>', '数据目录 · data folder')
    .action(async (options: Options) => {
      const all = await withRuntime(door, options, ({ database }) => findJurisdictions(database));
      process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    });
}

function checked(id: string, name: string, level: number) {
  if (/^[0-9A-Za-z-]{1,32}$/.test(id) && name.trim() !== '' && [0, 1, 2, 3].includes(level)) return { id, name, level };
  throw invalid('jurisdiction', {
    'zh-CN': '辖区代码为 1 至 32 位数字、字母或 -，名称不能为空，层级为 0 至 3。',
    en: 'A code has 1 to 32 digits, letters or -; the name may not be empty; the level is 0 to 3.',
  });
}
