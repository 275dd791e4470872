import type { Decimal } from '../decimal.ts';
import { toDecimal } from '../measure/values.ts';
import type { Value, ValueJson, Words } from '../value.ts';
import { formatValue, plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';
import { gradeTitle } from './outcome.ts';
import { supposing } from './sheet.ts';
import type { CompiledStep, Sheet } from './types.ts';

/** One thing that would be otherwise, and what the result would then be. */
export interface WhatIf {
  /** The step that would differ. */
  readonly step: string;
  readonly words: Words;
  /** The result then; absent for a border that names its own. */
  readonly result: ValueJson;
}

/** What would change a result: the borders nearest to it, and each thing one more or one fewer, of every step it needs. */
export function changesOf(sheet: Sheet, row: number, step: string): WhatIf[] {
  const now = sheet.column(step)[row] as Value;
  const needed = [...sheet.rating.steps.values()];
  return [
    ...needed.flatMap((one) => borders(sheet, row, one)),
    ...needed.flatMap((one) => neighbours(sheet, row, step, one, now)),
  ];
}

function borders(sheet: Sheet, row: number, { step, type, run }: CompiledStep): WhatIf[] {
  return (run.borders?.(sheet, row) ?? []).map(({ words, gives }) => {
    const outcome = shown(gives, type.scale, sheet);
    return {
      step: step.id,
      words: say(
        `${words['zh-CN']}：“${step.title['zh-CN']}”为${outcome['zh-CN']}`,
        `${words.en}: “${step.title.en}” would be ${outcome.en}`,
      ),
      result: valueToJson(gives),
    };
  });
}

function neighbours(sheet: Sheet, row: number, goal: string, { step, run }: CompiledStep, now: Value): WhatIf[] {
  return (run.neighbours?.(sheet, row) ?? []).flatMap(({ words, value }) => {
    const other = supposing(sheet, new Map([[step.id, new Map([[row, value]])]]));
    const then = other.column(goal)[row] as Value;
    const score = sheet.rating.rating.result.score;
    const moved = score === undefined ? null : difference(sheet.column(score)[row], other.column(score)[row]);
    if (alike(then, now) && (moved === null || moved.isZero())) return [];
    const scale = sheet.rating.steps.get(goal)?.type.scale;
    const outcome = shown(then, scale, sheet);
    const by = moved === null ? say('', '') : say(`（总分 ${signed(moved)}）`, ` (score ${signed(moved)})`);
    return [
      {
        step: step.id,
        words: say(
          `“${step.title['zh-CN']}”${words['zh-CN']}：${outcome['zh-CN']}${by['zh-CN']}`,
          `“${step.title.en}”, ${words.en}: ${outcome.en}${by.en}`,
        ),
        result: valueToJson(then),
      },
    ];
  });
}

const signed = (moved: Decimal): string => `${moved.isNegative() ? '−' : '+'}${plain(moved.abs())}`;

function difference(before: Value | undefined, after: Value | undefined): Decimal | null {
  if (before?.state !== 'known' || after?.state !== 'known') return null;
  return toDecimal(after).minus(toDecimal(before));
}

const alike = (a: Value, b: Value): boolean => JSON.stringify(valueToJson(a)) === JSON.stringify(valueToJson(b));

function shown(value: Value, scale: string | undefined, { rating: { rating } }: Sheet): Words {
  const own = rating.scales?.find(({ id }) => id === scale);
  if (own && value.state === 'known') return gradeTitle(String(value.value), own);
  return say(formatValue(value, undefined, 'zh-CN'), formatValue(value, undefined, 'en'));
}
