import { formOf } from '../../formula/form.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Pay } from '../../schema/rating/pay.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { stepNamed } from '../step-named.ts';
import type { StepCompiler } from '../types.ts';

/** A step, such as a grade, by whose text several factors are looked up: they change together or not at all. */
export interface SharedText {
  readonly step: string;
  readonly title: Words;
  /** What it can be, with what people read. */
  readonly texts: ReadonlyMap<string, Words>;
  /** Which of the factors go by it. */
  readonly factors: ReadonlySet<number>;
}

/** The steps by whose text more than one factor of an amount is looked up. */
export function sharedTexts({ factors = [] }: Pay, { typeOf, titleOf }: StepCompiler): SharedText[] {
  const lookedUp = factors.flatMap((factor, index) => {
    const texts = 'is' in factor ? [] : factor.rows.map(({ when }) => textOfStep(when));
    const [first] = texts;
    return first && texts.every((one) => one?.step === first.step) ? [{ index, step: first.step, texts }] : [];
  });
  return [...Map.groupBy(lookedUp, ({ step }) => step)]
    .filter(([, own]) => own.length > 1)
    .map(([step, own]) => ({
      step,
      title: titleOf(step),
      texts:
        typeOf(step).titles ?? new Map(own.flatMap(({ texts }) => texts.flatMap((one) => (one ? [one.read] : [])))),
      factors: new Set(own.map(({ index }) => index)),
    }));
}

/** `grade == "good"`: the step and the text; null for anything else. */
function textOfStep(when: Expression): { readonly step: string; readonly read: readonly [string, Words] } | null {
  const form = formOf(when);
  if (!('same' in form)) return null;
  const [step] = form.same.flatMap((side) => stepNamed(side) ?? []);
  const [text] = form.same.flatMap((side) => textIn(side) ?? []);
  return step === undefined || text === undefined ? null : { step, read: [text, say(text, text)] };
}

function textIn(side: Expression): string | null {
  const form = formOf(side);
  return 'text' in form ? form.text : null;
}
