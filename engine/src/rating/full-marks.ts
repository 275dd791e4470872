import type { FigureType } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Total } from '../schema/rating/total.ts';
import type { Step } from '../schema/rating.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';
import { mostPoints } from './marks-check.ts';
import type { StepChecker } from './types.ts';

/** The largest of several full marks; one that is not known stands for all. */
export const mostOf = (marks: readonly Value[]): Value | undefined =>
  marks.find(({ state }) => state !== 'known') ?? marks.toSorted((a, b) => toDecimal(b).cmp(toDecimal(a)))[0];

/** A sum capped at its full marks has none as long as one of its parts has none: it would never apply. */
export function checkFullMarks(
  part: Total,
  types: readonly (FigureType | null)[],
  at: string,
  checker: StepChecker,
): void {
  if (part.cap !== 'full' || types.includes(null)) return;
  const steps = new Map(checker.rating.steps.map((step) => [step.id, step]));
  for (const [i, id] of part.of.entries()) {
    const step = steps.get(id);
    const without = step && withoutFull(step, steps, checker.parts, new Set());
    if (!without) continue;
    checker.add({
      severity: 'warning',
      code: 'no-full-marks',
      at: `${at}/of/${i}`,
      words: say(
        `“${without.title['zh-CN']}”（${without.id}）没有满分，cap: full 使这一组总是“不适用”`,
        `“${without.title.en}” (${without.id}) has no full marks: with cap: full this group never applies`,
      ),
      wayOut: say(
        '这一组写 cap: none 或一个数（cap: 40），not_applicable 写 left-out；或把这一步写成 item（按比例得分的，full 写满分，award 里 points 写满分、times 写完成率、units: pro-rata、at_most 写满分）',
        'Write cap: none or a number (cap: 40) and not_applicable: left-out here; or make the step an item (marks in proportion: full, and an award with points the full marks, times the rate, units: pro-rata and at_most the full marks)',
      ),
    });
  }
}

type Steps = ReadonlyMap<string, Step>;

/** The first step without full marks that a step stands on; null when there is none. */
function withoutFull(step: Step, steps: Steps, parts: Parts, seen: ReadonlySet<string>): Step | null {
  if (seen.has(step.id)) return null;
  if ('total' in step) {
    const inner = step.total.of.flatMap((id) => steps.get(id) ?? []);
    const known = new Set([...seen, step.id]);
    return inner.map((one) => withoutFull(one, steps, parts, known)).find((one) => one !== null) ?? null;
  }
  return hasFull(step, parts) ? null : step;
}

function hasFull(step: Step, parts: Parts): boolean {
  if ('item' in step || 'reviewed' in step || 'slots' in step) return true;
  if ('scorers' in step) return step.scorers.groups.every(({ out_of }) => out_of !== undefined);
  if ('ballots' in step) return 'points_of' in step.ballots.gives;
  if ('weighted' in step) return step.weighted.parts.every(({ out_of }) => out_of !== undefined);
  return 'bands' in step && mostPoints(step.bands, parts) !== null;
}
