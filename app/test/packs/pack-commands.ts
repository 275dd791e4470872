import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackFile } from '@luoshi/engine';
import { Command } from 'commander';
import { onTestFinished, vi } from 'vitest';
import { addPackCommands } from '../../src/packs/index.ts';
import { addRateCommand, addSimulateCommand } from '../../src/ratings/index.ts';

/** Writes files into a folder of its own, gone after the test. */
export function packFolder(files: readonly PackFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** What `luoshi pack …` prints; commands that need a database are refused. @throws what the command throws */
export async function packCommand(...args: string[]): Promise<string> {
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const program = new Command().exitOverride();
  const run = () => Promise.reject(new Error('no database here'));
  const pack = addPackCommands(program, run);
  addSimulateCommand(pack, run);
  addRateCommand(pack);
  try {
    await program.parseAsync(['pack', ...args], { from: 'user' });
  } finally {
    write.mockRestore();
    process.exitCode = undefined;
  }
  return said.join('');
}
