import { joinPacks } from '../../join.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Parts } from '../../parts.ts';
import { type Finding, NOWHERE, type Place, type Problem } from '../../problem.ts';
import type { Example } from '../../schema/example.ts';
import { expectedProblems } from './expected.ts';
import { factProblems } from './facts.ts';
import { publishedProblems } from './published.ts';
import { subjectProblems, subjectsOf } from './subjects.ts';

export interface CheckedExample {
  readonly example: Example;
  readonly problems: readonly Problem[];
}

/**
 * What keeps the examples of a pack from meaning what they say: names nothing bears, days that do not exist, answers their form
 * would refuse. An answer that is left out is none of these: an example may be about what is not known.
 *
 * @param packs the pack with those it depends on
 */
export function checkExamples(pack: Pack, packs: readonly Pack[]): CheckedExample[] {
  const parts = joinPacks(packs);
  const ids = [...pack.places.keys()].flatMap((key) => EXAMPLE.exec(key)?.[1] ?? []);
  return pack.examples.map((example, i) => ({
    example,
    problems: findingsIn(example, parts).map((finding) => placed(finding, pack, ids[i] ?? '')),
  }));
}

/** The key of the place of an example's own name: `example:examples/year.yaml/0/example`. */
const EXAMPLE = /^(example:[^:]*?\.ya?ml(?:\/\d+)?)\/example$/;

function findingsIn(example: Example, parts: Parts): Finding[] {
  if (example.pack !== undefined) return [];
  const subjects = subjectsOf(example);
  return onceEach([
    ...subjectProblems(example, subjects, parts),
    ...factProblems(example, subjects, parts),
    ...publishedProblems(example, subjects, parts),
    ...expectedProblems(example, subjects, parts),
  ]);
}

/** One name that is wrong in many entries is one finding, at the first of them, with how many there are. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ code, words, wayOut }) => JSON.stringify([code, words, wayOut]));
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first || more.length === 0) return first ? [first] : [];
    const { 'zh-CN': zh, en } = first.words;
    const places = more.length + 1;
    return [{ ...first, words: { 'zh-CN': `${zh}（共 ${places} 处）`, en: `${en} (in ${places} places)` } }];
  });
}

const placed = ({ severity = 'error', code, at, words, wayOut }: Finding, pack: Pack, id: string): Problem => ({
  severity,
  code,
  ...placeAt(pack, id, at),
  words,
  wayOut,
});

function placeAt(pack: Pack, id: string, at: string): Place {
  const place = pack.places.get(`${id}${at}`);
  if (place || at === '') return place ?? NOWHERE;
  return placeAt(pack, id, at.endsWith('#key') ? at.slice(0, -4) : at.slice(0, at.lastIndexOf('/')));
}
