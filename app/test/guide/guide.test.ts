import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { packCommand } from '../packs/pack-commands.ts';
import { ROOT } from '../rules/source-files.ts';
import { type Block, blocksOf, type FileBlock, written } from './guide-blocks.ts';

const GUIDES = ['docs/guide.zh-CN.md', 'docs/guide.en.md'] as const;
const home = process.cwd();
afterEach(() => process.chdir(home));

const isFile = (block: Block): block is FileBlock => 'path' in block;

/** Types one command in the folder, as a reader would. */
async function typed(command: string, folder: string): Promise<string> {
  const [program, ...args] = command.split(' ');
  expect(program).toBe('luoshi');
  if (args[0] === 'pack' && args[1] !== 'apply') return await packCommand(...args.slice(1));
  const env = { ...process.env, LUOSHI_DATA: join(folder, 'data'), DATABASE_URL: '' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(ROOT, 'app/src/cli.ts'), ...args], { env, cwd: folder }, (error, out, err) =>
      error ? reject(new Error(err)) : resolve(out),
    );
  });
}

/** What is quoted, with `…` for anything, as a pattern. */
function quoted(said: readonly string[]): RegExp {
  const lines = said.map((line) => line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('…', '[\\s\\S]*'));
  return new RegExp(`^${lines.join('\\n')}\\n?$`);
}

describe.each(GUIDES)('%s', (guide) => {
  test('does what it says, step by step, from an empty folder', { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luoshi-guide-'));
    process.chdir(folder);
    try {
      for (const block of blocksOf(guide)) {
        if (isFile(block)) {
          mkdirSync(dirname(block.path), { recursive: true });
          const before = existsSync(block.path) ? readFileSync(block.path, 'utf8') : '';
          expect(before === '', `${block.path}: ${block.how}`).toBe(block.how === 'write');
          writeFileSync(block.path, written(before, block));
        } else expect(await typed(block.command, folder), block.command).toMatch(quoted(block.said));
      }
    } finally {
      process.chdir(home);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('comes to a scheme of 100 points with everything it promises', () => {
    const files = blocksOf(guide).filter(isFile);
    const text = files.map((block) => block.text).join('');
    const promised = ['deduct', 'award', 'scorers', 'ballots', 'weighted', 'bands', 'quota', 'ties', 'ceiling', 'veto'];
    for (const word of [...promised, 'weights_make: 100', 'because', 'change']) expect(text).toContain(`${word}`);
  });
});

test('both languages write the same files in the same order', () => {
  const [chinese, english] = GUIDES.map((guide) => blocksOf(guide).filter(isFile));
  expect(english).toEqual(chinese);
  expect(chinese?.length).toBeGreaterThan(10);
});

test('both languages type the same commands', () => {
  const commands = (guide: string) =>
    blocksOf(guide).flatMap((block) => (isFile(block) ? [] : [block.command.replace(' --language en', '')]));
  expect(commands(GUIDES[1])).toEqual(commands(GUIDES[0]));
});
