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
const folders = Object.entries(Object.groupBy(found, ({ folder }) => folder)).map(
  ([folder, mutants = []]) => [folder, scoreInAll(folder, scoreOf(mutants))] as const,
);

print('all', scoreOfCounts(folders.map(([, score]) => score)));
for (const [folder, score] of folders) print(folder, score);

/** When survivors alone are tried again, those noticed now come on top of those noticed before. */
function scoreInAll(folder: string, now: Score): FolderScore {
  const earlier = before.folders[folder];
  if (!again || !earlier) return { share, seed, commit, ...now };
  const noticed = earlier.noticed + now.noticed;
  const counts = { noticed, survived: now.survived, unreached: earlier.tried - noticed - now.survived };
  return { share: earlier.share, seed: earlier.seed, commit, ...scoreOfCounts([counts]) };
}

function print(name: string, { tried, noticed, survived, unreached, score, interval }: Score): void {
  const shown = score === null ? '–' : `${score} % (${interval?.join('–')} %)`;
  const counts = `tried ${tried}, noticed ${noticed}, not noticed ${survived}, not reached ${unreached}`;
  console.log(`${name.padEnd(12)} ${shown.padEnd(24)} ${counts}`);
}

function record(): void {
  const told = new Map(before.survivors.map((one) => [keyOf(one), one]));
  const anew = new Set(folders.map(([folder]) => folder));
  const survivors = found.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(survivor);
  keep({
    folders: { ...before.folders, ...Object.fromEntries(folders) },
    survivors: [
      ...before.survivors.filter(({ at }) => !anew.has(folderOf(at))),
      ...survivors.map((one) => ({ ...one, ...wordOn(told.get(keyOf(one))) })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  });
}

const folderOf = (at: string): string => (at.includes('/') ? at.slice(0, at.indexOf('/')) : '.');

const survivor = ({ file, line, mutator, was, becomes, status }: Found): Survivor => ({
  at: `${file}:${line}`,
  mutator,
  was,
  becomes,
  why: status === 'NoCoverage' ? 'missing' : 'unread',
});

const wordOn = (earlier: Survivor | undefined): Partial<Survivor> =>
  earlier === undefined ? {} : { why: earlier.why, ...(earlier.word === undefined ? {} : { word: earlier.word }) };

if (process.argv.includes('--record')) record();
