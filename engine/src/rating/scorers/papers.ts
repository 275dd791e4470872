import { compileExact } from '../../condition.ts';
import { Decimal, divide } from '../../decimal.ts';
import { type Element, missingIn } from '../../measure/element.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import { namesOf } from '../../measure/whom-named.ts';
import type { Parts } from '../../parts.ts';
import type { ScorerGroup } from '../../schema/rating/scorers.ts';
import type { Missing } from '../../value.ts';
import { inOrder } from '../entries/line.ts';

/** What one rater gave; without a name where papers do not say who gave them. */
export interface Given {
  readonly rater: string;
  readonly score: Decimal;
}

/** The scores of a group, one for each rater, and how many papers the subject gave itself. */
export interface Papers {
  readonly scores: readonly Given[];
  readonly own: number;
  readonly missing: readonly Missing[];
}

export function compilePapers(group: ScorerGroup, parts: Parts): (at: At) => Papers {
  const set = compileSet(group.papers, parts);
  const score = compileExact(group.score, set.variables);
  const { rater } = group;
  return (at) => {
    const { elements, doubt } = set.gather(at);
    const missing = [...doubt];
    const given = elements.flatMap((element) => {
      const value = score(element.env);
      if (value === undefined) missing.push(...missingIn(element, score.reads, set.missingName));
      return value === undefined ? [] : [{ element, score: new Decimal(value) }];
    });
    if (rater === 'not-recorded') return { scores: given.map(({ score }) => ({ rater: '', score })), own: 0, missing };
    const own = group.self_score ? () => false : isOwn(rater.field, at);
    const others = given.filter(({ element }) => !own(element));
    for (const { element } of others)
      if (raterOf(element, rater.field) === '')
        missing.push(...missingIn(element, [`data.${rater.field}`], set.missingName));
    return { scores: oneEach(others, rater), own: given.length - others.length, missing };
  };
}

type Paper = { readonly element: Element; readonly score: Decimal };

const raterOf = ({ fact }: Element, field: string): string => String(fact?.data[field] ?? '').trim();

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
