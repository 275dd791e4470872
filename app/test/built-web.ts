import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const BUILD = join(ROOT, 'script/build-web');

/**
 * The built web in a folder of the test file's own, so that a later build does not pull it away; built first when it is
 * missing or older than its sources, by one test file at a time.
 */
export function builtWeb(): string {
  execFileSync('flock', [BUILD, BUILD], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-web-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, 'app/dist/web'), folder, { recursive: true });
  return folder;
}
