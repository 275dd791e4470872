import type { Decimal } from '../decimal.ts';
import { toDecimal, valueWords } from '../measure/values.ts';
import type { Value, ValueJson, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import { dependants } from './dependants.ts';
import { numberShown } from './number-shown.ts';
import { supposing } from './sheet.ts';
import type { CompiledStep, RoundOtherwise, Sheet } from './types.ts';

/** One thing that would be otherwise, and what the result would then be. */
export interface WhatIf {
  /** A border that lies near, one thing more or fewer, or what time alone will do. */
  readonly kind: 'border' | 'neighbour' | 'turn';
  /** The step that would differ. */
  readonly step: string;
  readonly words: Words;
  /** The result then; of a border, and of a step the result does not need, what the step itself would be. */
  readonly result: ValueJson;
  /** The day on which time alone changes it. */
  readonly on?: string;
}

/** What would change a result: the borders nearest to it, each thing one more or one fewer, and what time will do. */
export function changesOf(sheet: Sheet, row: number, goal: string, asked: 'result' | 'step' = 'result'): WhatIf[] {
  const { rating, parts, steps } = sheet.rating;
  const { score } = rating.result;
  const needs = (id: string, needed: string) => id === needed || dependants(parts, rating, needed).has(id);
  const looked = [...steps.values()].filter(({ step }) => asked === 'result' || needs(goal, step.id));
  const seenIn = ({ step }: CompiledStep): Goal =>
    needs(goal, step.id) || (score !== undefined && needs(score, step.id))
      ? { step: goal, score: score ?? null }
      : { step: step.id, score: null };
  return [
    ...looked.flatMap((one) => borders(sheet, row, one)),
    ...looked.flatMap((one) => neighbours(sheet, row, one, seenIn(one))),
    ...looked.flatMap((one) => turns(sheet, row, one, seenIn(one))),
  ];
}

/** What a reader looks at: a step, and the score beside it where there is one. */
interface Goal {
  readonly step: string;
  readonly score: string | null;
}

function borders(sheet: Sheet, row: number, { step, type, run }: CompiledStep): WhatIf[] {
  return (run.borders?.(sheet, row) ?? []).map(({ words, gives, of, at }) => {
    const outcome = valueWords(gives, type);
    const still = (of === undefined ? null : sheet.rating.steps.get(of)?.run.toReach?.(sheet, row, at)) ?? null;
    return {
      kind: 'border',
      step: step.id,
      words: say(
        `${words['zh-CN']}：“${step.title['zh-CN']}”为${outcome['zh-CN']}${still ? `；${still['zh-CN']}` : ''}`,
        `${words.en}: “${step.title.en}” would be ${outcome.en}${still ? `; ${still.en}` : ''}`,
      ),
      result: valueToJson(gives),
    };
  });
}

function neighbours(sheet: Sheet, row: number, { step, run }: CompiledStep, goal: Goal): WhatIf[] {
  return (run.neighbours?.(sheet, row) ?? []).flatMap(({ words, value, round }): WhatIf[] => {
    const others = round ? withRound(sheet, row, step.id, round) : [];
    const supposed = new Map(
      [...(others ?? []), [step.id, value] as const].map(([id, one]) => [id, new Map([[row, one]])]),
    );
    const then = movedTo(sheet, row, supposing(sheet, supposed), others ? goal : { step: step.id, score: null });
    if (!then) return [];
    return [
      {
        kind: 'neighbour',
        step: step.id,
        words: say(
          `“${step.title['zh-CN']}”${words['zh-CN']}：${then.words['zh-CN']}`,
          `“${step.title.en}”, ${words.en}: ${then.words.en}`,
        ),
        result: valueToJson(then.value),
      },
    ];
  });
}

/** What the other steps that read a round would be, and a round of this sheet itself; null where one of them cannot be told. */
function withRound(sheet: Sheet, row: number, own: string, round: RoundOtherwise): [string, Value][] | null {
  const read = [...sheet.rating.steps.values()].flatMap(({ step: { id }, run }) => {
    const value = id === own ? undefined : run.withRound?.(sheet, row, round);
    return value === undefined ? [] : [{ id, value }];
  });
  if (round.rating === sheet.rating.rating.id && round.period === sheet.period.key)
    read.push({ id: round.step, value: round.values.length === 1 ? (round.values[0] ?? null) : null });
  const told = read.flatMap(({ id, value }): [string, Value][] => (value === null ? [] : [[id, value]]));
  return told.length < read.length ? null : told;
}

function turns(sheet: Sheet, row: number, { step, run }: CompiledStep, goal: Goal): WhatIf[] {
  return (run.turns?.(sheet, row) ?? []).map(({ words, on }): WhatIf => {
    const { period } = sheet;
    const then = on <= period.end ? movedTo(sheet, row, sheet.later(period, on), goal) : null;
    return {
      kind: 'turn',
      step: step.id,
      words: say(
        `“${step.title['zh-CN']}”${on} 起${words['zh-CN']}${then ? `：${then.words['zh-CN']}` : ''}`,
        `“${step.title.en}” from ${on}: ${words.en}${then ? `: ${then.words.en}` : ''}`,
      ),
      result: valueToJson(then?.value ?? (sheet.column(goal.step)[row] as Value)),
      on,
    };
  });
}

/** What a reader would see in another sheet; null when that is nothing new. */
function movedTo(sheet: Sheet, row: number, other: Sheet, goal: Goal) {
  const [now, then] = [sheet.column(goal.step)[row] as Value, other.column(goal.step)[row] as Value];
  const moved = goal.score === null ? null : difference(sheet.column(goal.score)[row], other.column(goal.score)[row]);
  if (alike(then, now) && (moved === null || moved.isZero())) return null;
  const outcome = valueWords(then, (sheet.rating.steps.get(goal.step) as CompiledStep).type);
  const by =
    moved === null || moved.isZero() ? say('', '') : say(`（总分 ${signed(moved)}）`, ` (score ${signed(moved)})`);
  return { value: then, words: say(`${outcome['zh-CN']}${by['zh-CN']}`, `${outcome.en}${by.en}`) };
}

function signed(moved: Decimal): string {
  const size = numberShown(moved.abs());
  const sign = moved.isNegative() ? '−' : '+';
  return size.startsWith('≈') ? `≈${sign}${size.slice(1)}` : `${sign}${size}`;
}

function difference(before: Value | undefined, after: Value | undefined): Decimal | null {
  if (before?.state !== 'known' || after?.state !== 'known') return null;
  return toDecimal(after).minus(toDecimal(before));
}

const alike = (a: Value, b: Value): boolean => JSON.stringify(valueToJson(a)) === JSON.stringify(valueToJson(b));
