/** Prints the score by folder; with --record keeps it, and the mutants nothing noticed, in results.yaml. Run by script/mutate. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { type Found, readReport } from './report.ts';
import { sampleOf } from './sample.ts';
import { type Score, scoreOf } from './score.ts';

interface Survivor {
  readonly at: string;
  readonly mutator: string;
  readonly was: string;
  readonly becomes: string;
  readonly why: string;
  readonly word?: string;
}

interface Results {
  readonly folders: Readonly<Record<string, unknown>>;
  readonly survivors: readonly Survivor[];
}

const kept = new URL('results.yaml', import.meta.url);
const found = readReport(new URL('../mutation/report.json', import.meta.url));
const folders = Object.entries(Object.groupBy(found, ({ folder }) => folder)).map(
  ([folder, mutants = []]) => [folder, mutants, scoreOf(mutants)] as const,
);

print('all', scoreOf(found));
for (const [folder, , score] of folders) print(folder, score);
if (process.argv.includes('--record')) record();

function print(name: string, { tried, noticed, survived, unreached, score, interval }: Score): void {
  const shown = score === null ? '–' : `${score} % (${interval?.join('–')} %)`;
  console.log(
    `${name.padEnd(12)} ${shown.padEnd(24)} tried ${tried}, noticed ${noticed}, not noticed ${survived}, not reached ${unreached}`,
  );
}

function record(): void {
  const before = read();
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const told = new Map(before.survivors.map((one) => [key(one), one]));
  const again = new Set(folders.map(([folder]) => folder));
  const survivors = found.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(survivor);
  const results: Results = {
    folders: {
      ...before.folders,
      ...Object.fromEntries(
        folders.map(([folder, , score]) => [folder, { ...sampleOf(process.env), commit, ...score }]),
      ),
    },
    survivors: [
      ...before.survivors.filter(({ at }) => !again.has(folderOf(at))),
      ...survivors.map((one) => ({ ...one, ...wordOn(told.get(key(one))) })),
    ].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  };
  writeFileSync(kept, HEAD + stringify(results, { lineWidth: 0 }));
}

const HEAD = `# What script/mutate --record found, by folder: the share of mutants drawn, the seed, and how many some test noticed.
# A survivor's \`why\`: equivalent (no input tells it apart), words (text for people, its sense unchanged), speed (same result,
# other way), unwanted (cannot happen: guards what types or checks rule out), missing (a test is missing), unread.
`;

function read(): Results {
  try {
    return parse(readFileSync(kept, 'utf8')) as Results;
  } catch {
    return { folders: {}, survivors: [] };
  }
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

/** A survivor is the same when its text is, though its line moved. */
const key = ({ at, mutator, was, becomes }: Survivor): string =>
  [at.replace(/:\d+$/, ''), mutator, was, becomes].join('\n');
