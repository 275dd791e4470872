import { compileExact } from '../../condition.ts';
import { compileCount } from '../../count.ts';
import { Decimal } from '../../decimal.ts';
import { factRef } from '../../duty/fact-ref.ts';
import type { FactRef } from '../../explanation.ts';
import type { Fact } from '../../facts.ts';
import { missingIn } from '../../measure/element.ts';
import { inOrder } from '../../measure/in-order.ts';
import { shifted } from '../../measure/length.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import type { Parts } from '../../parts.ts';
import type { ReviewStage } from '../../schema/rating/reviewed.ts';
import type { Period } from '../../standing.ts';
import type { Missing, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';

/** What a stage came to: its latest entry that counts, and every entry with why it does not. */
export interface Stage {
  readonly stage: ReviewStage;
  readonly score: Decimal | null;
  readonly fact: Fact | null;
  /** The reason given with the score; empty without one. */
  readonly reason: string;
  readonly facts: readonly FactRef[];
  readonly missing: readonly Missing[];
}

export function compileStage(stage: ReviewStage, parts: Parts): (at: At, full: Decimal) => Stage {
  const set = compileSet(stage.entries, parts);
  const of = compileExact(stage.of, set.variables);
  return (at, full) => {
    const { elements, doubt } = set.gather(at);
    const missing = [...doubt];
    const due = dueDay(stage.by, at.period, parts);
    if (due !== null && typeof due === 'object') missing.push(...due.missing);
    const by = typeof due === 'string' ? due : null;
    const read = elements.flatMap((element) => {
      const { fact } = element;
      if (!fact) return [];
      const put = of(element.env);
      if (put === undefined) missing.push(...missingIn(element, of.reads, set.missingName));
      const score = put === undefined ? null : new Decimal(put);
      return [{ fact, score, refused: score && refusal(stage, fact, score, full, by) }];
    });
    const dated = read.sort(inOrder);
    const last = dated.findLast(({ score, refused }) => score !== null && !refused) ?? null;
    const refs = dated.map(({ fact, score, refused }) =>
      factRef(fact, fact === last?.fact && score ? plain(score) : undefined, noteOf(fact, last?.fact, refused)),
    );
    const reason = stage.reason === 'not-required' ? '' : String(last?.fact.data[stage.reason] ?? '').trim();
    return { stage, score: last?.score ?? null, fact: last?.fact ?? null, reason, facts: refs, missing };
  };
}

function noteOf(fact: Fact, last: Fact | undefined, refused: Words | null): Words | undefined {
  if (refused) return refused;
  return fact === last ? undefined : say('已有更新的记录', 'a later one holds');
}

/** Why an entry of a stage does not count; null when it does. */
function refusal(stage: ReviewStage, fact: Fact, score: Decimal, full: Decimal, due: string | null): Words | null {
  if (score.isNegative() || score.gt(full)) {
    const [shown, most] = [plain(score), plain(full)];
    return say(`${shown} 不在 0 至 ${most} 之间，不计`, `${shown} is outside 0 to ${most} and does not count`);
  }
  if (due === null || stage.late !== 'does-not-count' || fact.recordedOn <= due) return null;
  return say(`晚于 ${due}，不计`, `recorded after ${due}, it does not count`);
}

/** The last day for the stage; null without one, and what is missing when its days are not set. */
function dueDay(
  by: ReviewStage['by'],
  { end }: Period,
  parts: Parts,
): string | null | { readonly missing: readonly Missing[] } {
  if (by === undefined) return null;
  if ('day' in by) return `${Number(end.slice(0, 4)) + (by.of === 'next-year' ? 1 : 0)}-${by.day}`;
  const after = compileCount(by.days_after_end, parts);
  const days = after.on(end);
  return days === null ? { missing: after.missing(end) } : shifted(end, { days }, 1);
}
