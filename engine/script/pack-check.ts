/**
 * Checks pack folders and runs their examples: `script/pack-check packs/national-base packs/shenxian`.
 * Packs they depend on are read from the folders beside them. Exit code 1 when an error or a failing example is found.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  checkChanges,
  checkPacks,
  loadPack,
  type Pack,
  type PackFile,
  type Problem,
  runExample,
} from '../src/index.ts';

function filesIn(folder: string): PackFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => !name.includes('node_modules') && statSync(join(folder, name)).isFile())
    .map((name) => ({ path: relative(folder, join(folder, name)), text: readFileSync(join(folder, name), 'utf8') }));
}

function print({ path, line, column, severity, code, words, wayOut }: Problem): void {
  console.log(
    `${path}:${line}:${column} ${severity} ${code}: ${words['zh-CN']} ${words.en} / ${wayOut['zh-CN']} ${wayOut.en}`,
  );
}

const problems: Problem[] = [];
const packs = new Map<string, Pack>();
const asked = process.argv.slice(2).map((folder) => resolve(folder));
const queue = [...asked];
const seen = new Set<string>();
for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
  if (seen.has(folder) || !existsSync(folder)) continue;
  seen.add(folder);
  const loaded = loadPack(filesIn(folder));
  problems.push(...loaded.problems);
  if (!loaded.pack) continue;
  packs.set(folder, loaded.pack);
  problems.push(...checkChanges(loaded.pack));
  for (const id of loaded.pack.manifest.depends_on ?? []) queue.push(join(dirname(folder), id));
}
const ordered = [...packs.values()].reverse();
if (problems.every((problem) => problem.severity !== 'error')) problems.push(...checkPacks(ordered));
for (const problem of problems) print(problem);
const errors = problems.filter((problem) => problem.severity === 'error').length;
let failed = 0;
let passed = 0;
if (errors === 0) {
  for (const [folder, pack] of packs) {
    if (!asked.includes(folder)) continue;
    for (const example of pack.examples) {
      const result = runExample(ordered, example);
      if (result.passed) passed++;
      else {
        failed++;
        console.log(`✗ ${pack.manifest.id}: ${result.name['zh-CN']} (${result.name.en})`);
        for (const failure of result.failures) console.log(`    ${failure.en.replaceAll('\n', '\n    ')}`);
      }
    }
  }
}
console.log(
  `${packs.size} packs, ${errors} errors, ${problems.length - errors} warnings, ${passed} examples passed, ${failed} failed`,
);
process.exitCode = errors + failed > 0 || seen.size === 0 ? 1 : 0;
