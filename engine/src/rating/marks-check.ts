import { Decimal } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Slots } from '../schema/rating/slots.ts';
import type { Rating, Step } from '../schema/rating.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { writtenEnds } from './slots/limits.ts';
import { writtenNumber } from './written-number.ts';

/** The full marks of the score, added up from its items, must make what the scheme declares. */
export function checkMarks(rating: Rating, parts: Parts): Finding[] {
  const { marks_make, result, steps } = rating;
  if (marks_make === undefined || result.score === undefined) return [];
  const wanted = new Decimal(String(marks_make));
  const marks = fullOf(result.score, new Map(steps.map((step) => [step.id, step])), parts, new Set());
  if (marks === null) return [UNKNOWN];
  if (marks.eq(wanted)) return [];
  return [
    {
      code: 'marks',
      at: '/marks_make',
      words: say(
        `各项满分合计 ${plain(marks)}，应为 ${plain(wanted)}`,
        `The full marks make ${plain(marks)}, not ${plain(wanted)}`,
      ),
      wayOut: say('核对各项满分与权重，或改 marks_make', 'Check the full marks and weights, or change marks_make'),
    },
  ];
}

const UNKNOWN: Finding = {
  severity: 'warning',
  code: 'marks-unknown',
  at: '/marks_make',
  words: say(
    '总分不是由写明满分的项目相加而成，无法核对 marks_make',
    'The score is not made of items with stated full marks, so marks_make cannot be checked',
  ),
  wayOut: say(
    '用 total 或 weighted 组成总分，或删去 marks_make',
    'Make the score with total or weighted, or remove marks_make',
  ),
};

type Steps = ReadonlyMap<string, Step>;

/** Full marks as far as they are written as numbers or set parameters; null when they are not. */
function fullOf(id: string, steps: Steps, parts: Parts, seen: ReadonlySet<string>): Decimal | null {
  const step = steps.get(id);
  if (!step || seen.has(id)) return null;
  const inner = (one: string) => fullOf(one, steps, parts, new Set([...seen, id]));
  if ('item' in step) return writtenNumber(step.item.full, parts);
  if ('slots' in step) return slotMarks(step.slots, parts);
  if ('total' in step) return sum(step.total.of.map(inner));
  if (!('weighted' in step)) return null;
  return sum(
    step.weighted.parts.map(({ of, out_of, weight }) => {
      const [share, full] = [writtenNumber(weight, parts), out_of === undefined ? inner(of) : new Decimal(1)];
      return share && full ? share.times(full) : null;
    }),
  );
}

/** What local items bring at most, where that is laid down for all of them together. */
function slotMarks({ plus, together }: Slots, parts: Parts): Decimal | null {
  if (plus === undefined) return new Decimal(0);
  const { exactly, at_most } = writtenEnds(plus.together ?? together);
  const most = exactly ?? at_most;
  return most === undefined ? null : writtenNumber(most, parts);
}

const sum = (marks: readonly (Decimal | null)[]): Decimal | null =>
  marks.reduce<Decimal | null>((so, one) => (so && one ? so.plus(one) : null), new Decimal(0));
