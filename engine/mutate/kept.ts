import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import type { Score } from './score.ts';

export interface Survivor {
  /** `rating/sheet.ts:69` */
  readonly at: string;
  readonly mutator: string;
  readonly was: string;
  readonly becomes: string;
  readonly why: string;
  readonly word?: string;
}

export type FolderScore = Score & { readonly share: number; readonly seed: string; readonly commit: string };

export interface Results {
  readonly folders: Readonly<Record<string, FolderScore>>;
  readonly survivors: readonly Survivor[];
}

const place = new URL('results.yaml', import.meta.url);

const HEAD = `# What script/mutate --record found, by folder below engine/src: the share of mutants drawn, the seed, and how many some test
# noticed. A survivor's why:
#   equivalent  no input tells it apart
#   words       text for people, its sense unchanged
#   speed       the same result on another way
#   guard       rules out what types or earlier checks already do
#   missing     a test is missing
#   caught      a test written since notices it
#   unread      nobody has looked at it yet
`;

export function kept(): Results {
  try {
    return parse(readFileSync(place, 'utf8')) as Results;
  } catch {
    return { folders: {}, survivors: [] };
  }
}

export const keep = (results: Results): void => writeFileSync(place, HEAD + stringify(results, { lineWidth: 0 }));

/** A survivor is the same when its text is, though its line moved. */
export const keyOf = ({ at, mutator, was, becomes }: Pick<Survivor, 'at' | 'mutator' | 'was' | 'becomes'>): string =>
  [at.replace(/:\d+$/, ''), mutator, was, becomes].join('\n');
