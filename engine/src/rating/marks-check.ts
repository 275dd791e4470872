import { Decimal } from '../decimal.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Bands } from '../schema/rating/bands.ts';
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
  if ('step' in marks) return [unknown(marks.step ?? null)];
  const { full } = marks;
  if (full.eq(wanted)) return [];
  return [
    {
      code: 'marks',
      at: '/marks_make',
      words: say(
        `各项满分合计 ${plain(full)}，应为 ${plain(wanted)}`,
        `The full marks make ${plain(full)}, not ${plain(wanted)}`,
      ),
      wayOut: say('核对各项满分与权重，或改 marks_make', 'Check the full marks and weights, or change marks_make'),
    },
  ];
}

function unknown(step: Step | null): Finding {
  const [zh, en] = step
    ? [`“${step.title['zh-CN']}”（${step.id}）`, `“${step.title.en}” (${step.id})`]
    : ['总分', 'the score'];
  return {
    severity: 'warning',
    code: 'marks-unknown',
    at: '/marks_make',
    words: say(
      `${zh}没有写成数字的满分，无法核对 marks_make`,
      `The full marks of ${en} are not written as a number, so marks_make cannot be checked`,
    ),
    wayOut: say(
      '各项用 item、ballots、scorers、reviewed 或得分的 bands 写出，用 total 或 weighted 组成总分；或删去 marks_make',
      'Write the parts as item, ballots, scorers, reviewed or bands of points, and the score with total or weighted; or remove marks_make',
    ),
  };
}

/** The full marks of a step as far as they are written; null where they are not. */
export function stepMarks(id: string, { steps }: Rating, parts: Parts): Decimal | null {
  const marks = fullOf(id, new Map(steps.map((step) => [step.id, step])), parts, new Set());
  return 'full' in marks && !marks.full.isZero() ? marks.full : null;
}

type Steps = ReadonlyMap<string, Step>;
/** Full marks, or the step where they are not to be had. */
type Marks = { readonly full: Decimal } | { readonly step: Step | undefined };

/** Full marks as far as they are written as numbers or set parameters. */
function fullOf(id: string, steps: Steps, parts: Parts, seen: ReadonlySet<string>): Marks {
  const step = steps.get(id);
  if (!step || seen.has(id)) return { step };
  const inner = (one: string): Marks => fullOf(one, steps, parts, new Set([...seen, id]));
  if ('total' in step) return capped(sum(step.total.of.map(inner)), writtenNumber(step.total.cap, parts));
  if ('veto' in step) return inner(step.veto.of);
  if ('ceiling' in step) return inner(step.ceiling.of);
  if ('weighted' in step)
    return sum(
      step.weighted.parts.map(({ of, out_of, weight }): Marks => {
        const within = out_of === undefined ? inner(of) : null;
        if (within && 'step' in within) return within;
        const share = writtenNumber(weight, parts);
        return share ? { full: within ? share.times(within.full) : share } : { step };
      }),
    );
  const own = ownMarks(step, parts);
  return own ? { full: own } : { step };
}

/** What an item without full marks adds to those of a sum. */
const NO_MARKS = new Decimal(0);

/** The full marks a step states itself. */
function ownMarks(step: Step, parts: Parts): Decimal | null {
  if ('item' in step) return step.item.full === 'none' ? NO_MARKS : writtenNumber(step.item.full, parts);
  if ('slots' in step) return slotMarks(step.slots, parts);
  if ('reviewed' in step) return writtenNumber(step.reviewed.full, parts);
  if ('ballots' in step)
    return 'points_of' in step.ballots.gives ? writtenNumber(step.ballots.gives.points_of, parts) : null;
  if ('scorers' in step) return added(step.scorers.groups.map(({ share }) => writtenNumber(share, parts)));
  if ('bands' in step) return mostPoints(step.bands, parts);
  return null;
}

/** The most points that rows give; null where one gives a grade or points that are worked out. */
export function mostPoints({ rows }: Bands, parts: Parts): Decimal | null {
  const points = rows.map(({ gives }) => ('points' in gives ? writtenNumber(gives.points, parts) : null));
  const known = points.filter((one) => one !== null);
  return known.length === rows.length && known.length > 0 ? Decimal.max(...known) : null;
}

/** What local items bring at most, where that is laid down for all of them together. */
function slotMarks({ plus, together }: Slots, parts: Parts): Decimal | null {
  if (plus === undefined) return new Decimal(0);
  const { exactly, at_most } = writtenEnds(plus.together ?? together);
  const most = exactly ?? at_most;
  return most === undefined ? null : writtenNumber(most, parts);
}

/** What adds may pass the full marks of a scheme that ends at them all the same. */
const capped = (marks: Marks, cap: Decimal | null): Marks =>
  'full' in marks && cap ? { full: Decimal.min(marks.full, cap) } : marks;

const added = (marks: readonly (Decimal | null)[]): Decimal | null =>
  marks.reduce<Decimal | null>((so, one) => (so && one ? so.plus(one) : null), new Decimal(0));

const sum = (marks: readonly Marks[]): Marks =>
  marks.reduce<Marks>((so, one) => ('step' in so ? so : 'step' in one ? one : { full: so.full.plus(one.full) }), {
    full: new Decimal(0),
  });
