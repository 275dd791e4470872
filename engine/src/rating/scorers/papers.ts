import { compileExact } from '../../condition.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import { type Element, missingIn, type Unclear } from '../../measure/element.ts';
import { inOrder } from '../../measure/in-order.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import { namesOf } from '../../measure/whom-named.ts';
import type { Parts } from '../../parts.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import type { Missing } from '../../value.ts';

/** What one rater gave; without a name where papers do not say who gave them. */
export interface Given {
  readonly rater: string;
  readonly score: Decimal;
}

/** A rater of whose paper it is not known what it gives, or whether it counts. */
export interface Doubtful {
  readonly rater: string;
  readonly missing: readonly Missing[];
}

/** The scores of a group, one for each rater, and how many papers the subject gave itself. */
export interface Papers {
  readonly scores: readonly Given[];
  readonly own: number;
  readonly missing: readonly Missing[];
  /** What is missing by rater, and what is of none that is known. */
  readonly doubtful: readonly Doubtful[];
  readonly ofNobody: readonly Missing[];
}

export function compilePapers(group: ScorerGroup, parts: Parts): (at: At) => Papers {
  const set = compileSet(group.papers, parts);
  const score = compileExact(group.score, set.variables);
  const { rater } = group;
  return (at) => {
    const gathered = set.gather(at);
    const given: Paper[] = [];
    const unclear: Unclear[] = [...(gathered.unclear ?? [])];
    for (const element of gathered.elements) {
      const value = score(element.env);
      if (value === undefined) unclear.push({ element, missing: missingIn(element, score.reads, set.missingName) });
      else given.push({ element, score: new Decimal(value) });
    }
    const inSets = new Set(gathered.unclear?.flatMap(({ missing }) => missing));
    const general = gathered.doubt.filter((one) => !inSets.has(one));
    if (rater === 'not-recorded') {
      const missing = [...general, ...unclear.flatMap((one) => one.missing)];
      const scores = given.map((one) => ({ rater: '', score: one.score }));
      return { scores, own: 0, missing, doubtful: [], ofNobody: missing };
    }
    const own = group.self_score ? () => false : isOwn(rater.field, at);
    const others = given.filter(({ element }) => !own(element));
    const unnamed = others
      .filter(({ element }) => raterOf(element, rater.field) === '')
      .flatMap(({ element }) => missingIn(element, [`data.${rater.field}`], set.missingName));
    const doubtful = unclear
      .filter(({ element }) => !own(element))
      .map(({ element, missing }) => ({ rater: raterOf(element, rater.field), missing }));
    return {
      scores: oneEach(others, rater),
      own: gathered.elements.filter(own).length,
      missing: [...general, ...doubtful.flatMap((one) => one.missing), ...unnamed],
      doubtful: doubtful.filter((one) => one.rater !== ''),
      ofNobody: [...general, ...doubtful.flatMap((one) => (one.rater === '' ? one.missing : [])), ...unnamed],
    };
  };
}

type Paper = { readonly element: Element; readonly score: Decimal };

/** Who gave a paper; empty where it does not say. */
export const raterIn = (fact: Fact | null | undefined, field: string): string => String(fact?.data[field] ?? '').trim();

const raterOf = ({ fact }: Element, field: string): string => raterIn(fact, field);

function isOwn(field: string, { subject, run }: At): (element: Element) => boolean {
  const { ids, name } = namesOf(subject, run.index);
  return (element) => [...ids, name].includes(raterOf(element, field));
}

function oneEach(given: readonly Paper[], { field, several }: Exclude<ScorerGroup['rater'], string>): Given[] {
  const byRater = Map.groupBy(given, ({ element }) => raterOf(element, field));
  return [...byRater].map(([rater, papers]) => ({ rater, score: oneOf(papers, several) }));
}

function oneOf(papers: readonly Paper[], several: 'mean' | 'latest'): Decimal {
  if (several === 'mean')
    return divide(Decimal.sum(0, ...papers.map(({ score }) => score)), new Decimal(papers.length));
  const dated = papers.flatMap(({ element: { fact }, score }) => (fact ? [{ fact, score }] : []));
  return dated.sort(inOrder).at(-1)?.score ?? new Decimal(0);
}
