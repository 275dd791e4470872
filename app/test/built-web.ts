import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The folder of the built web, built first when it is missing or older than its sources. One test file at a time builds. */
export function builtWeb(): string {
  const build = join(ROOT, 'script/build-web');
  execFileSync('flock', [join(ROOT, 'script/build-web'), build], { cwd: ROOT, stdio: ['ignore', 'inherit', 'pipe'] });
  return join(ROOT, 'app/dist/web');
}
