import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { packCommand } from '../packs/pack-commands.ts';
import { ROOT, readText } from '../rules/source-files.ts';
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
    const more = [
      'obligations/',
      'measures/',
      'assignments/',
      'calendars/',
      'excuses',
      'targets',
      'consequences',
      'publication',
    ];
    const paths = files.map(({ path }) => path).join('\n');
    for (const word of more) expect(`${paths}${text}`).toContain(word);
    for (const word of [...promised, 'weights_make: 100', 'because', 'change']) expect(text).toContain(`${word}`);
  });
});

const BILINGUAL = /\{ zh-CN: ("[^"]*"|[^,{}]*), en: (?:"[^"]*"|[^{}]*) \}/g;

test('both languages write the same files in the same order; the Chinese guide writes texts once', () => {
  const [chinese, english] = GUIDES.map((guide) => blocksOf(guide).filter(isFile));
  const once = english?.map((block) => ({ ...block, text: block.text.replaceAll(BILINGUAL, '$1') }));
  expect(once).toEqual(chinese);
  expect(chinese?.length).toBeGreaterThan(20);
  expect(chinese?.filter(({ text }) => text.includes('zh-CN:'))).toEqual([]);
});

test('the English guide leaves no text in Chinese only', () => {
  const packs = blocksOf(GUIDES[1]).filter(isFile);
  const bare = /\b(?:title|what|why|message|name|example|authority|owner): "?\p{Script=Han}/u;
  expect(packs.flatMap(({ text }) => text.split('\n').filter((line) => bare.test(line)))).toEqual([]);
});

test('both languages type the same commands', () => {
  const commands = (guide: string) =>
    blocksOf(guide).flatMap((block) => (isFile(block) ? [] : [block.command.replace(' --language en', '')]));
  expect(commands(GUIDES[1])).toEqual(commands(GUIDES[0]));
});

/** Minutes to read and paste the chapters up to the first one that is for later, as the guide says it counts them. */
function minutes(guide: string): number {
  const text = readText(guide).split(/^## 10 /m)[0] ?? '';
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const pasted = text.match(/^```(?!console)\S+ \S+/gm)?.length ?? 0;
  const commands = text.match(/^\$ /gm)?.length ?? 0;
  return characters / 400 + (pasted * 20 + commands * 8) / 60 + 1;
}

test('the chapters from an empty folder to a scheme in force take the quarter of an hour they promise', () => {
  const [chinese] = GUIDES;
  expect(readText(chinese)).toContain('十五分钟内，您从一个空目录写出');
  expect(readText(chinese)).toContain('每分钟读四百字，每段粘贴二十秒，每条命令八秒，安装一分钟');
  expect(minutes(chinese)).toBeGreaterThan(10);
  expect(minutes(chinese)).toBeLessThanOrEqual(15);
  const told = [...readText(chinese).matchAll(/^## \d+ .*（([\d.]+) 分钟）$/gm)].map(([, one]) => Number(one));
  expect(told).toHaveLength(15);
  expect(Math.abs(told.slice(0, 10).reduce((a, b) => a + b) - minutes(chinese))).toBeLessThan(1.5);
});
