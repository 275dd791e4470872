import type { Explanation } from '../../explanation.ts';
import { toDecimal, unresolved } from '../../measure/values.ts';
import type { Levels } from '../../schema/rating/levels.ts';
import type { Scale } from '../../schema/rating.ts';
import { known, type Value, type Words } from '../../value.ts';
import { formatValue } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { Sheet, StepCompiler } from '../types.ts';
import type { Before } from './before.ts';

/** One condition of a level. */
export interface Condition {
  readonly words: (sheet: Sheet, row: number) => Words;
  /** Yes or no, or what is missing to know. */
  readonly holds: (sheet: Sheet, row: number) => Value;
  readonly explain: (sheet: Sheet, row: number) => Explanation;
  /** The step whose value must not fall below a pass mark; absent for a condition of another kind. */
  readonly mark?: { readonly of: string; readonly needs: (sheet: Sheet, row: number) => Value };
}

type Named = NonNullable<Levels['basic']>[number];
type Level = Levels['levels'][number];

export const named = ({ when, title }: Named, { compile }: StepCompiler): Condition => {
  const figure = compile(when);
  return {
    words: () => title,
    holds: (sheet, row) => figure.evaluate(sheet.at(row)),
    explain: (sheet, row) => figure.explain(sheet.at(row)),
  };
};

function passMark(
  { of, at_least }: NonNullable<Level['parts']>[number],
  { compile, titleOf }: StepCompiler,
): Condition {
  const mark = compile(at_least);
  const own = compile({ step: of });
  const title = titleOf(of);
  return {
    words: (sheet, row) => {
      const [has, needs] = [own.evaluate(sheet.at(row)), mark.evaluate(sheet.at(row))];
      const text = (language: 'zh-CN' | 'en') => [has, needs].map((one) => formatValue(one, undefined, language));
      const [zh, en] = [text('zh-CN'), text('en')];
      return say(`“${title['zh-CN']}” ${zh[0]}，须 ${zh[1]}`, `“${title.en}” ${en[0]}, needs ${en[1]}`);
    },
    holds: (sheet, row) => {
      const [has, needs] = [own.evaluate(sheet.at(row)), mark.evaluate(sheet.at(row))];
      return unresolved([has, needs]) ?? known(toDecimal(has).gte(toDecimal(needs)));
    },
    explain: (sheet, row) => own.explain(sheet.at(row)),
    mark: { of, needs: (sheet, row) => mark.evaluate(sheet.at(row)) },
  };
}

function reachedBefore(from: readonly string[], before: Before, scale: Scale): Condition {
  const titles = from.map((id) => scale.grades.find((grade) => grade.id === id)?.title ?? say(id, id));
  return {
    words: () =>
      say(
        `此前须为“${titles.map((one) => one['zh-CN']).join('”或“')}”`,
        `before it must have been “${titles.map((one) => one.en).join('” or “')}”`,
      ),
    holds: (sheet, row) => {
      const value = before.value(sheet, row);
      return value.state === 'not-known' ? value : known(value.state === 'known' && from.includes(String(value.value)));
    },
    explain: before.explain,
  };
}

export type Judge = (condition: Condition, sheet: Sheet, row: number) => Value;

export const asItIs: Judge = ({ holds }, sheet, row) => holds(sheet, row);

export function isMet(condition: Condition, sheet: Sheet, row: number): boolean {
  const value = condition.holds(sheet, row);
  return value.state === 'known' && value.value === true;
}

/** The own conditions of a level: pass marks, needs, and the level reached before. */
export function conditionsOf(level: Level, before: Before | null, scale: Scale, compiler: StepCompiler): Condition[] {
  return [
    ...(level.parts ?? []).map((part) => passMark(part, compiler)),
    ...(level.needs ?? []).map((one) => named(one, compiler)),
    ...(level.only_from && before ? [reachedBefore(level.only_from, before, scale)] : []),
  ];
}

/** Whether all hold: one no decides, else what is not known keeps it open. `judge` may judge otherwise, to ask “what if”. */
export function allHold(conditions: readonly Condition[], sheet: Sheet, row: number, judge: Judge = asItIs): Value {
  let open: Value | null = null;
  for (const condition of conditions) {
    const value = judge(condition, sheet, row);
    if (value.state === 'not-known') open ??= value;
    else if (value.state !== 'known' || value.value !== true) return known(false);
  }
  return open ?? known(true);
}
