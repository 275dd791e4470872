/** Prints the score by folder; with --record keeps it, and the mutants nothing noticed, in results.yaml. Run by script/mutate. */
import { execFileSync } from 'node:child_process';
import { type FolderScore, keep, kept, keyOf, type Survivor } from './kept.ts';
import { type Found, readReport } from './report.ts';
import { sampleOf } from './sample.ts';
import { type Score, scoreOf, scoreOfCounts } from './score.ts';

const { again, share, seed } = sampleOf(process.env);
const found = readReport(new URL('../mutation/report.json', import.meta.url), { again, share, seed });
const before = kept();
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const isNoticed = ({ status }: Found): boolean => status === 'Killed' || status === 'Timeout';
const isOpen = ({ status }: Found): boolean => status === 'Survived' || status === 'NoCoverage';
const byKey = Map.groupBy(found, (one) => keyOf(survivor(one)));
/** What is left of those kept before, when they alone are tried again. */
const left = before.survivors.filter((one) => {
  const tried = byKey.get(keyOf(one)) ?? [];
  return tried.length === 0 || !tried.every(isNoticed);
});

const scores = again ? scoresAgain() : scoresNow();
print('all', scoreOfCounts(Object.values(scores)));
for (const [folder, score] of Object.entries(scores)) print(folder, score);

function scoresNow(): Record<string, FolderScore> {
  const folders = Map.groupBy(found, ({ folder }) => folder);
  return Object.fromEntries(
    [...folders].map(([folder, mutants]) => [folder, { share, seed, commit, ...scoreOf(mutants) }]),
  );
}

/** Those noticed now come on top of those noticed before; those that were not reached are among those not noticed. */
function scoresAgain(): Record<string, FolderScore> {
  return Object.fromEntries(
    Object.entries(before.folders).map(([folder, { share, seed, tried }]) => {
      const survived = left.filter(({ at }) => folderOf(at) === folder).length;
      const score = scoreOfCounts([{ noticed: tried - survived, survived, unreached: 0 }]);
      return [folder, { share, seed, commit, ...score }];
    }),
  );
}

function print(name: string, { tried, noticed, survived, unreached, score, interval }: Score): void {
  const shown = score === null ? '–' : `${score} % (${interval?.join('–')} %)`;
  const counts = `tried ${tried}, noticed ${noticed}, not noticed ${survived}, not reached ${unreached}`;
  console.log(`${name.padEnd(12)} ${shown.padEnd(24)} ${counts}`);
}

function record(): void {
  const told = new Map(before.survivors.map((one) => [keyOf(one), one]));
  const others = before.survivors.filter(({ at }) => !(folderOf(at) in scores));
  const open = found.filter(isOpen).map((one) => ({ ...survivor(one), ...wordOn(told.get(keyOf(survivor(one)))) }));
  keep({
    folders: { ...before.folders, ...scores },
    survivors: (again ? left : [...others, ...open]).toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  });
}

function folderOf(at: string): string {
  return at.includes('/') ? at.slice(0, at.indexOf('/')) : '.';
}

function survivor({ file, line, mutator, was, becomes, status }: Found): Survivor {
  return { at: `${file}:${line}`, mutator, was, becomes, why: status === 'NoCoverage' ? 'missing' : 'unread' };
}

const wordOn = (earlier: Survivor | undefined): Partial<Survivor> =>
  earlier === undefined ? {} : { why: earlier.why, ...(earlier.word === undefined ? {} : { word: earlier.word }) };

if (process.argv.includes('--record')) record();
