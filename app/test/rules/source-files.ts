import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../../..');

/** Files of the working tree that git tracks or would track, as paths from the root. */
export function listFiles(...patterns: readonly string[]): string[] {
  const out = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return out.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** TypeScript of the product itself, without tests. */
export function productFiles(): string[] {
  return listFiles('engine/src/*.ts', 'app/src/*.ts', 'app/src/*.tsx').filter(
    (path) => !/\.test\.tsx?$/.test(path) && !path.endsWith('/testing.ts'),
  );
}
