import { compilePredicate } from '../condition.ts';
import type { Parts } from '../parts.ts';
import type { SetBeside } from '../schema/rating/beside.ts';
import type { Missing, Words } from '../value.ts';
import { say } from '../words.ts';
import { compileApart } from './apart.ts';
import { type BesideFinder, compileBesideFinder } from './beside.ts';
import type { Gathered } from './element.ts';
import { narrowed } from './narrowed.ts';
import { compileReads } from './reads.ts';
import type { CompiledSet, SetPart } from './set.ts';
import type { At } from './types.ts';

type Compile = (set: SetPart) => CompiledSet;

/** Entries that read entries of other forms, or count or not as these say: read, chosen, those beside looked for, then days apart. */
export function withOthers(set: SetPart, parts: Parts, compile: Compile): CompiledSet {
  const { reads, beside = [], apart, ...whole } = set;
  const entries = { ...whole, form: set.form ?? '' };
  const { set: own, join } = reads
    ? compileReads({ reads, entries, written: set }, parts, compile)
    : { set: compile(entries), join: (found: Gathered) => found };
  const near = apart === undefined ? null : compileApart(apart, parts);
  const finders = beside.map((part) => ({ part, run: compileBesideFinder(part, own, entries, { parts, compile }) }));
  return {
    ...own,
    apart: near?.words ?? null,
    notes: finders.map(({ part, run }) => besideWords(part, run)),
    predicate: set.where === undefined ? null : compilePredicate(set.where, own.variables),
    gather: (at, days) => {
      const { elements, ...read } = join(own.gather(at, days), at);
      const counting = { ...read, elements: elements.filter(({ refused }) => refused === undefined) };
      const chosen = finders.reduce<Gathered>((so, one) => countingBeside(so, one, at), counting);
      return narrowed(chosen, { where: null, apart: near, missingName: own.missingName });
    },
  };
}

interface Finder {
  readonly part: SetBeside[number];
  readonly run: BesideFinder;
}

/** Those that count as what stands beside them says; as long as there are any, what is open about the others keeps them open. */
function countingBeside(found: Gathered, { part: { then }, run }: Finder, at: At): Gathered {
  if (found.elements.length === 0) return found;
  const { missing, find } = run.at(at);
  const doubt: Missing[] = [...found.doubt, ...missing];
  const wanted = then === 'only-then';
  const elements = found.elements.filter((element) => {
    const { fact } = element;
    return fact !== null && (find({ element, fact }) !== undefined) === wanted;
  });
  return { ...found, elements, doubt };
}

const besideWords = ({ then, why }: SetBeside[number], { title }: BesideFinder): Words =>
  then === 'only-then'
    ? say(`有相应的“${title['zh-CN']}”才计：${why['zh-CN']}`, `only with “${title.en}” beside it (${why.en})`)
    : say(`有相应的“${title['zh-CN']}”不计：${why['zh-CN']}`, `without those with “${title.en}” beside it (${why.en})`);
