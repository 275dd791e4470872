import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Numbers } from '../measure/micros.ts';
import type { At } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { toDecimal } from '../measure/values.ts';
import { bounded, boundedMicros, boundsOf, checkBounds } from '../rating/bounds.ts';
import { amongIn } from '../rating/entries/among.ts';
import { checkChange } from '../rating/item/changes.ts';
import { checkUnless } from '../rating/item/check-unless.ts';
import { effective, type ItemPart, itemChanges } from '../rating/item/effective.ts';
import { explainItem } from '../rating/item/explain.ts';
import { neighboursOf } from '../rating/item/neighbours.ts';
import { changesMicros } from '../rating/item/quick.ts';
import { resolveParts } from '../rating/missing.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import { notApplicable } from '../value.ts';
import { say } from '../words.ts';

/** `item: { full: 7, starts: full, deduct: […], floor: 0, cap: full, missing: stop }`: the marks of one item. */
export const item: StepConstruct<StepPart<'item'>> = {
  key: 'item',
  check: (part, at, checker) => {
    const full =
      part.full === 'none' ? withoutFull(part, at, checker) : checker.number(part.full, `${at}/full`) !== null;
    const sound = (['deduct', 'award'] as const).flatMap((side) =>
      (part[side] ?? []).map((change, i) => checkChange(change, `${at}/${side}/${i}`, checker)),
    );
    checkUnless(part, at, checker);
    const unknown = part.unit === undefined ? [] : unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    return checkBounds(part, at, checker) && full && !sound.includes(false)
      ? numberIn(part.unit ?? checker.rating.unit)
      : null;
  },
  compile: (part, compiler) => {
    const full = part.full === 'none' ? null : compiler.compile(part.full);
    const bounds = boundsOf(part, compiler);
    const changes = itemChanges(part, compiler);
    const fullOf = (sheet: Sheet, row: number) => full?.evaluate(sheet.at(row)) ?? NO_FULL;
    const outcome = (parts: readonly ItemPart[], at: At, sheet: Sheet, row: number) => {
      const marks = full?.evaluate(at);
      if (marks && marks.state !== 'known') return { value: marks, notes: [] };
      const start = part.starts === 'full' && marks ? toDecimal(marks) : new Decimal(0);
      const add = (counted: readonly ItemPart[]) => {
        const sum = counted.reduce((so, { value, sign }) => so.plus(toDecimal(value).times(sign)), start);
        return bounded(sum, bounds, fullOf, sheet, row, compiler.type);
      };
      if (parts.length === 0) return add([]);
      return resolveParts(parts, { missing: part.missing, not_applicable: 'left-out' }, add);
    };
    const partsAt = (at: At): ItemPart[] => effective(changes, at);
    const micros = (sheet: Sheet): Numbers | null => {
      const marks = full === null ? 0 : (full.micros?.(sheet) ?? null);
      if (marks === null) return null;
      const raw = changesMicros(changes, part.starts === 'full' ? marks : 0, sheet);
      return raw === null ? null : boundedMicros(raw, bounds, full?.micros, sheet);
    };
    const { perRow: alone, ...run } = perRow(
      {
        evaluate: (at, sheet, row) => outcome(partsAt(at), at, sheet, row).value,
        explain: ({ sheet, row, at }) =>
          explainItem(part, full?.evaluate(at) ?? null, partsAt(at), outcome(partsAt(at), at, sheet, row).notes, at),
      },
      {
        quick: { type: compiler.type, micros },
        ...(full ? { full: fullOf } : {}),
        ...(full?.micros ? { fullMicros: full.micros } : {}),
        neighbours: (sheet, row) => {
          const at = sheet.at(row);
          return neighboursOf(changes, at, (parts) => outcome(parts, at, sheet, row).value);
        },
      },
    );
    return alone && amongIn(part) === null ? { ...run, perRow: alone } : run;
  },
};

const NO_FULL = notApplicable(say('该项没有满分', 'The item has no full marks'));

/** Judges an item without full marks: nothing is taken from them, and they are no end. */
function withoutFull({ starts, cap }: StepPart<'item'>, at: string, checker: StepChecker): boolean {
  const wrong = [...(starts === 'full' ? ['starts'] : []), ...(cap === 'full' ? ['cap'] : [])];
  for (const key of wrong)
    checker.add({
      code: 'no-full-marks',
      at: `${at}/${key}`,
      words: say(
        '没有满分的项目，不能从满分扣，也不能以满分为限',
        'An item without full marks neither starts from them nor ends at them',
      ),
      wayOut: say(
        '写 starts: zero，cap 写 none 或一个数；或写出满分',
        'Write starts: zero and cap: none or a number, or state the full marks',
      ),
    });
  return wrong.length === 0;
}
