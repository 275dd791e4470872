import { fieldRead } from '../condition/equality.ts';
import { Decimal } from '../decimal.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { ScorerGroup } from '../schema/rating/scorers.ts';
import type { Weighted } from '../schema/rating/weighted.ts';
import type { Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';
import { stepMarks } from './marks-check.ts';
import type { StepChecker } from './types.ts';
import { writtenNumber } from './written-number.ts';

/** Parts of a weighted sum whose full marks are not what they are set against: a scale mistaken, or an item forgotten. */
export function checkWeightedMarks({ parts }: Weighted, at: string, checker: StepChecker): void {
  for (const [i, { of, out_of }] of parts.entries()) {
    const [most, title] = [stepMarks(of, checker.rating, checker.parts), titleOf(of, checker)];
    const told = (full: string): Words =>
      say(`“${title['zh-CN']}”的满分是 ${full}`, `the full marks of “${title.en}” are ${full}`);
    if (most !== null) judge(most, out_of, told, { at: `${at}/parts/${i}/out_of`, half: false }, checker);
  }
}

/** Papers whose field ends far below, or anywhere above, what they are set against; from 60 to 95 of 100 is a scale. */
export function checkPaperMarks({ papers, score, out_of }: ScorerGroup, at: string, checker: StepChecker): void {
  const id = fieldRead(score);
  const field = checker.parts.forms.get(papers.form)?.fields.find((one) => one.id === id);
  if (!field || !('max' in field) || field.max === undefined || field.type === 'text') return;
  const title = field.title ?? say(field.id, field.id);
  const told = (most: string): Words =>
    say(`“${title['zh-CN']}”最多可填 ${most}`, `“${title.en}” may be ${most} at most`);
  judge(new Decimal(String(field.max)), out_of, told, { at: `${at}/out_of`, half: true }, checker);
}

const titleOf = (of: string, { rating }: StepChecker): Words =>
  rating.steps.find(({ id }) => id === of)?.title ?? say(of, of);

function judge(
  most: Decimal,
  outOf: Expression | undefined,
  told: (most: string) => Words,
  { at, half }: { readonly at: string; readonly half: boolean },
  { add, parts }: StepChecker,
): void {
  const whole = outOf === undefined ? null : writtenNumber(outOf, parts);
  if (whole === null || !whole.isPositive() || whole.isZero() || !most.isPositive() || most.isZero()) return;
  const little = half ? most.times(2).lte(whole) : most.lt(whole);
  const much = half ? most.gt(whole) : most.gte(whole.times(2));
  if (little || much) add(mistaken(at, told(plain(most)), plain(most), plain(whole), little));
}

const mistaken = (at: string, told: Words, most: string, whole: string, little: boolean): Finding => ({
  severity: 'warning',
  code: 'full-marks-differ',
  at,
  words: little
    ? say(
        `${told['zh-CN']}，out_of 写 ${whole}：得不到全部份额`,
        `${told.en} and out_of is ${whole}: nobody gets all of it`,
      )
    : say(
        `${told['zh-CN']}，out_of 写 ${whole}：会超过全部份额`,
        `${told.en} and out_of is ${whole}: it may come to more than all`,
      ),
  wayOut: say(`核对满分，或把 out_of 改为 ${most}`, `Look at the full marks again, or set out_of to ${most}`),
});
