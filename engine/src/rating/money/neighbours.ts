import type { At } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import { known, type Value, type Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import { withStep } from '../step-named.ts';
import type { Neighbour } from '../types.ts';
import type { Term } from './pay.ts';
import type { SharedText } from './shared-text.ts';

/** What would be paid for one point more or fewer of each step the amount goes by. */
export function scoreNeighbours(
  steps: ReadonlySet<string>,
  at: At,
  paid: (at: At) => Value,
  titleOf: (step: string) => Words,
): Neighbour[] {
  return [...steps].flatMap((step) => {
    const score = at.steps?.value(step);
    if (score?.state !== 'known') return [];
    const title = titleOf(step);
    const other = (by: number): Value => paid(withStep(at, step, known(toDecimal(score).plus(by))));
    return [
      { words: say(`：“${title['zh-CN']}”高 1`, `with “${title.en}” one higher`), value: other(1) },
      { words: say(`：“${title['zh-CN']}”低 1`, `with “${title.en}” one lower`), value: other(-1) },
    ];
  });
}

/** What would be paid for each other text of a step by which several factors go together. */
export function textNeighbours({ step, title, texts }: SharedText, at: At, paid: (at: At) => Value): Neighbour[] {
  const now = at.steps?.value(step);
  if (now?.state !== 'known') return [];
  return [...texts]
    .filter(([text]) => text !== now.value)
    .map(([text, { 'zh-CN': zh, en }]) => ({
      words: say(`：“${title['zh-CN']}”为${zh}`, `with “${title.en}” being ${en}`),
      value: paid(withStep(at, step, known(text))),
    }));
}

/** What would be paid by each other size of a factor. */
export function factorNeighbours(factor: Term, at: At, paid: (value: Value) => Value): Neighbour[] {
  const now = factor.value(at);
  if (now.state !== 'known') return [];
  const sizes = (factor.sizes?.(at) ?? []).flatMap((one) => (one.state === 'known' ? [toDecimal(one)] : []));
  const others = sizes.filter((one, i) => !one.eq(toDecimal(now)) && sizes.findIndex((other) => other.eq(one)) === i);
  return others.map((one) => ({
    words: say(`：“${factor.title['zh-CN']}”为 ${plain(one)}`, `with “${factor.title.en}” being ${plain(one)}`),
    value: paid(known(one)),
  }));
}
