import { Command } from 'commander';
import { expect, test } from 'vitest';
import { commandWords } from './command-words.ts';

/** What is said of a command line, first line only. */
function said(...args: string[]): string {
  let text = '';
  const program = new Command()
    .exitOverride()
    .configureOutput({ outputError: (one, write) => write(commandWords(one)), writeErr: (one) => (text += one) });
  program.command('diff <older>').option('--out <file>').requiredOption('--example <file>').exitOverride();
  for (const command of program.commands) command.copyInheritedSettings(program);
  expect(() => program.parse(args, { from: 'user' })).toThrow();
  return text.split('\n')[0] ?? '';
}

test.each([
  [['diff', '--example', 'a'], "缺少参数 <旧版目录> · error: missing required argument 'older'"],
  [['diff', 'a'], "缺少必写的选项 --example <file> · error: required option '--example <file>' not specified"],
  [['diff', 'a', '--out'], "选项 --out <file> 后面缺少内容 · error: option '--out <file>' argument missing"],
  [['diff', 'a', '--example', 'a', '--other'], "没有选项 --other · error: unknown option '--other'"],
  [['dif'], "没有命令 dif · error: unknown command 'dif'"],
  [['diff', 'a', 'b', '--example', 'a'], /^参数太多：路径里有空格的，加引号 · error: too many arguments/],
])('%j is refused in both languages', (args, line) => {
  if (typeof line === 'string') expect(said(...args)).toBe(line);
  else expect(said(...args)).toMatch(line);
});
