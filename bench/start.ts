import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * How heavy the house is: cold start of the demo in an empty folder, installed size, size of the web, peak memory.
 * Prints one JSON object.
 */
const root = join(import.meta.dirname, '..');

const sizeOf = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) * 1024;

function webSizes() {
  const folder = join(root, 'app/dist/web/assets');
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  const gzipped = files.map((name) => ({ name, bytes: gzipSync(readFileSync(join(folder, name))).length }));
  const html = readFileSync(join(root, 'app/dist/web/index.html'), 'utf8');
  const first = gzipped.filter(({ name }) => html.includes(name));
  const sum = (some: typeof gzipped) => some.reduce((total, { bytes }) => total + bytes, 0);
  return { firstPageGzip: sum(first), allGzip: sum(gzipped), files: files.length };
}

/** `/usr/bin/time`-like figures from the operating system for one finished command. */
function coldStart() {
  const started = performance.now();
  const run = spawnSync(join(root, 'script/demo'), ['--check'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`script/demo --check ended with ${run.status}: ${run.stderr.slice(-2000)}`);
  return {
    wallSeconds: (performance.now() - started) / 1000,
    summary: JSON.parse(run.stdout) as Record<string, unknown>,
  };
}

const demo = coldStart();
const report = {
  coldStartSeconds: Number(demo.wallSeconds.toFixed(1)),
  phases: demo.summary.seconds,
  peakMemoryMegabytes: demo.summary.peakMemoryMegabytes,
  installMegabytes: Math.round(sizeOf(join(root, 'node_modules')) / 1024 / 1024),
  ofWhichNode: Math.round(sizeOf(join(root, 'node_modules/node')) / 1024 / 1024),
  web: webSizes(),
};
console.log(JSON.stringify(report, null, 2));
