import { item } from '../../constructs/item.ts';
import type { Explanation } from '../../explanation.ts';
import type { Figure } from '../../measure/types.ts';
import { step as titled, toDecimal } from '../../measure/values.ts';
import type { Expression } from '../../schema/expression.ts';
import type { LocalItem, LocalItems } from '../../schema/local-items.ts';
import type { Missing, Value } from '../../value.ts';
import { say } from '../../words.ts';
import { columnOf } from '../rows.ts';
import type { Sheet, StepCompiler, StepRun, Telling } from '../types.ts';
import type { FilledItem, Filling } from './filling.ts';
import { itemSize } from './item-size.ts';
import { localsOf } from './local.ts';

interface CompiledLocal {
  readonly local: LocalItems;
  readonly where: Figure | null;
  readonly items: readonly CompiledItem[];
}

interface CompiledItem {
  readonly id: string;
  readonly local: LocalItems;
  readonly one: LocalItem;
  readonly run: StepRun;
  readonly ends: ReadonlyMap<Expression, Figure>;
}

/** Items that packs which build on this one put into the step. */
export function fromPacks(compiler: StepCompiler): Filling {
  const { parts, rating, step } = compiler;
  const locals = localsOf(rating.id, step, parts).map(
    (local): CompiledLocal => ({
      local,
      where: local.for === undefined ? null : compiler.compile(local.for),
      items: local.items.map((one) => compileItem(local, one, compiler)),
    }),
  );
  return {
    itemsAt: (sheet, row) => {
      const missing: Missing[] = [];
      const items = locals.flatMap(({ where, items: all }) => {
        const concerns = where?.evaluate(sheet.at(row));
        if (concerns?.state === 'not-known') missing.push(...concerns.missing);
        const applies = concerns === undefined || (concerns.state === 'known' && concerns.value === true);
        return applies ? all.flatMap((one) => filled(one, sheet, row, compiler, missing)) : [];
      });
      return missing.length > 0 ? { missing } : { items, loose: [] };
    },
  };
}

function compileItem(local: LocalItems, one: LocalItem, compiler: StepCompiler): CompiledItem {
  const { full, cap, floor } = one.item;
  const ends = [full, cap, floor].filter((end) => end !== 'none' && (end !== 'full' || end === full));
  const id = `${local.id}.${one.id}`;
  return {
    id,
    local,
    one,
    run: item.compile(one.item, { ...compiler, step: `${compiler.step}.${id}` }),
    ends: new Map(ends.map((end) => [end, compiler.compile(end)])),
  };
}

function filled(
  { id, local, one, run, ends }: CompiledItem,
  sheet: Sheet,
  row: number,
  compiler: StepCompiler,
  missing: Missing[],
): FilledItem[] {
  const at = sheet.at(row);
  const size = itemSize(one.item, (expression) => {
    const end = ends.get(expression)?.evaluate(at);
    if (end?.state === 'not-known') missing.push(...end.missing);
    return end?.state === 'known' ? toDecimal(end) : null;
  });
  if (!('plus' in size)) return [];
  const column = sheet.once(`slots ${compiler.rating.id} ${compiler.step} ${id}`, () => columnOf(run, sheet));
  const value = column[row] as Value;
  return [
    {
      ...size,
      id,
      title: one.title,
      kind: one.kind ?? null,
      unfit: null,
      value,
      explain: (telling) => explainItem({ local, one, run }, value, telling, compiler),
      neighbours: run.neighbours?.(sheet, row) ?? [],
    },
  ];
}

function explainItem(
  { local, one, run }: Pick<CompiledItem, 'local' | 'one' | 'run'>,
  result: Value,
  telling: Telling,
  { parts, type }: StepCompiler,
): Explanation {
  const { words, ...inside } = run.explain(telling);
  const { title, clause } = one;
  return titled(parts, type, {
    construct: 'item',
    words: say(`${title['zh-CN']}（${words['zh-CN']}）`, `${title.en} (${words.en})`),
    result,
    rule: { ...parts.ruleOf('local-items', local.id), ...(clause === undefined ? {} : { clause }) },
    ...inside,
  });
}
