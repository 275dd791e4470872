import type { FieldProblem } from '../entry/problem.ts';
import type { EntryDraft, Fact, World } from '../facts.ts';
import { startRun } from '../measure/run.ts';
import type { StandingsOf } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import { say } from '../words.ts';
import { indexOf } from '../world-index.ts';
import { getRating } from './compile.ts';
import { namedInputs } from './inputs.ts';
import { ratingPeriodOn } from './period.ts';
import { openSheet } from './sheet.ts';
import type { CompiledRating, EntryRefusal, Sheet } from './types.ts';

/** An entry that is about to be recorded, with the day on which it happened. */
export interface DatedDraft extends EntryDraft {
  readonly id: string;
  readonly date: string;
}

/** The forms whose entries ratings may refuse, each with all forms that must be known to judge one. */
export function formsJudged(parts: Parts): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const id of parts.ratings.keys()) {
    const { rating, steps } = getRating(parts, id);
    const judged = [...steps.values()].flatMap(({ run }) => run.judges ?? []);
    if (judged.length === 0) continue;
    const read = namedInputs(rating.steps, parts).flatMap((input) => (input.kind === 'form' ? [input.id] : []));
    for (const form of judged) found.set(form, new Set([...(found.get(form) ?? []), ...read]));
  }
  return new Map([...found].map(([form, read]) => [form, [...read]]));
}

/**
 * Why ratings would not take entries that are about to be recorded, by the id of the entry: local items beyond their limits,
 * exchanges beyond the balance. They are judged as if they were confirmed. Empty when all are taken.
 */
export function entryProblems(
  parts: Parts,
  world: World,
  drafts: readonly DatedDraft[],
  today: string,
  standings: StandingsOf,
): ReadonlyMap<string, readonly FieldProblem[]> {
  const found = new Map<string, FieldProblem[]>();
  const ids = new Set(drafts.map(({ id }) => id));
  const then: World = { ...world, facts: [...world.facts, ...drafts.map((draft, i) => factOf(draft, today, i))] };
  const index = indexOf(then);
  const run = startRun(parts, index, standings);
  for (const id of parts.ratings.keys()) {
    const rating = getRating(parts, id);
    for (const period of periodsOf(rating, drafts)) {
      const sheet = openSheet({ parts, rating: id, period, asOf: period.end > today ? period.end : today, run });
      for (const refusal of refusalsIn(sheet, index, drafts)) {
        if (ids.has(refusal.fact) && !found.has(refusal.fact)) found.set(refusal.fact, [problemOf(refusal, rating)]);
      }
    }
  }
  return found;
}

function periodsOf({ rating, steps }: CompiledRating, drafts: readonly DatedDraft[]): Period[] {
  const judged = new Set([...steps.values()].flatMap(({ run }) => run.judges ?? []));
  const days = drafts.filter(({ form }) => judged.has(form)).map(({ date }) => ratingPeriodOn(rating, date));
  return [...new Map(days.flatMap((period) => (period ? [[period.key, period] as const] : []))).values()];
}

/** Refusals in the rows that stand at or below those the entries are about. */
function refusalsIn(sheet: Sheet, index: ReturnType<typeof indexOf>, drafts: readonly DatedDraft[]): EntryRefusal[] {
  const near = new Set(
    drafts.flatMap(({ subject: { kind, id } }) =>
      kind === 'organisation' ? index.subtree(id).map((one) => one.id) : [],
    ),
  );
  const about = new Set(drafts.map(({ subject }) => `${subject.kind}:${subject.id}`));
  const runs = [...sheet.rating.steps.values()].flatMap(({ run }) => run.refusals ?? []);
  return [...sheet.subjects.entries()].flatMap(([row, { ref, organisation }]) =>
    near.has(organisation) || about.has(`${ref.kind}:${ref.id}`) ? runs.flatMap((refused) => refused(sheet, row)) : [],
  );
}

const factOf = ({ id, form, subject, data, date }: DatedDraft, today: string, i: number): Fact => ({
  id,
  form,
  subject,
  data,
  date,
  recordedOn: today,
  recordedAt: `${today}T23:59:59.999Z ${String(i).padStart(6, '0')}`,
  recordedBy: { account: '', name: '' },
  confirmation: { on: today, by: '', outcome: 'confirmed' },
});

const problemOf = ({ words, wayOut }: EntryRefusal, { rating: { title } }: CompiledRating): FieldProblem => ({
  field: '',
  rule: 'rating',
  words: say(
    `“${title['zh-CN']}”不接受：${words['zh-CN']}；${wayOut['zh-CN']}`,
    `“${title.en}” does not take it: ${words.en}; ${wayOut.en}`,
  ),
});
