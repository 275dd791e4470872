import { Decimal, divide } from '../decimal.ts';
import { exactMicros, type Micros, type Numbers } from '../measure/micros.ts';
import { checkUnits } from '../measure/operands.ts';
import { joinUnits, numberIn } from '../measure/unit.ts';
import { figure, toDecimal } from '../measure/values.ts';
import { bounded, boundedMicros, boundsOf, checkBounds } from '../rating/bounds.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { checkFullMarks } from '../rating/full-marks.ts';
import { type Part, resolveParts } from '../rating/missing.ts';
import { perRow } from '../rating/rows.ts';
import type { HandedOver, Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `total: { of: [meetings, lectures], … }`: the sum of steps within the ends of the group. */
export const total: StepConstruct<StepPart<'total'>> = {
  key: 'total',
  check: (part, at, checker) => {
    const types = part.of.map((id, i) => checkNumberStep(id, `${at}/of/${i}`, checker));
    checkBounds(part, at, checker);
    checkFullMarks(part, types, at, checker);
    const sound = checkUnits(types, at, { ...checker, measure: null, check: () => null });
    return sound && !types.includes(null) ? numberIn(joinUnits(types.map((type) => type?.unit))) : null;
  },
  compile: (part, compiler) => {
    const { type } = compiler;
    const bounds = boundsOf(part, compiler);
    const partsOf = (sheet: Sheet, row: number): Part[] =>
      part.of.map((id) => ({
        id,
        title: compiler.titleOf(id),
        value: sheet.column(id)[row] as Value,
        full: sheet.rating.steps.get(id)?.run.full?.(sheet, row) ?? null,
      }));
    const full = (sheet: Sheet, row: number): Value => fullOf(partsOf(sheet, row), type);
    const sum = (parts: readonly Part[], sheet: Sheet, row: number) =>
      resolveParts(parts, part, (counted) => {
        const raw = counted.reduce((so, { value }) => so.plus(toDecimal(value)), new Decimal(0));
        const whole = part.not_applicable === 'rescale' ? rescaled(raw, counted, parts) : known(raw);
        return whole.state === 'known'
          ? bounded(toDecimal(whole), bounds, full, sheet, row, type)
          : { value: whole, notes: [] };
      });
    const fullMicros = (sheet: Sheet): Numbers | null =>
      added(sheet, part.of, (id) => {
        const numbers = sheet.rating.steps.get(id)?.run.fullMicros?.(sheet) ?? null;
        return numbers === null ? null : { numbers, own: true };
      });
    const micros = (sheet: Sheet): Numbers | null => {
      const raw = added(sheet, part.of, (id) => sheet.handOver(id));
      return raw === null ? null : boundedMicros(raw, bounds, fullMicros, sheet);
    };
    return perRow(
      {
        evaluate: (_at, sheet, row) => sum(partsOf(sheet, row), sheet, row).value,
        explain: ({ sheet, row, step }) => {
          const { notes } = sum(partsOf(sheet, row), sheet, row);
          const said = [say('各项相加', 'added up'), ...notes];
          return {
            words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
            children: part.of.map(step),
          };
        },
      },
      { quick: { type, micros }, full, fullMicros },
    );
  },
};

/** The sum of columns, each given back once it is added; null when one is missing. */
function added(sheet: Sheet, ids: readonly string[], numbersOf: (id: string) => HandedOver | null): Numbers | null {
  let shared = 0;
  let sum: Micros | null = null;
  for (const id of ids) {
    const part = numbersOf(id);
    if (part === null) return null;
    const { numbers, own } = part;
    if (typeof numbers === 'number') {
      shared = exactMicros(shared + numbers);
    } else if (sum === null) {
      sum = own ? numbers : numbers.slice();
    } else {
      addInto(sum, numbers);
      if (own) sheet.giveBack(numbers);
    }
  }
  if (sum === null) return shared;
  for (let row = 0; shared !== 0 && row < sum.length; row++) sum[row] = exactMicros((sum[row] as number) + shared);
  return sum;
}

function addInto(sum: Micros, numbers: Micros): void {
  for (let row = 0; row < sum.length; row++) sum[row] = exactMicros((sum[row] as number) + (numbers[row] as number));
}

function fullOf(parts: readonly Part[], type: ReturnType<typeof numberIn>): Value {
  const marks = parts.map(({ full }) => full);
  const unknown = marks.find((mark) => mark?.state !== 'known');
  if (marks.includes(null) || unknown) return unknown ?? NO_FULL;
  return figure(
    marks.reduce((so, mark) => so.plus(toDecimal(mark as Value)), new Decimal(0)),
    type,
  );
}

const NO_FULL: Value = {
  state: 'not-applicable',
  why: say('并非每个部分都有满分', 'Not every part has full marks'),
};

/** What is left out is made up for by the rest, in the ratio of the full marks. */
function rescaled(raw: Decimal, counted: readonly Part[], all: readonly Part[]): Value {
  if (counted.length === all.length) return known(raw);
  const [some, every] = [fullOf(counted, { kind: 'number' }), fullOf(all, { kind: 'number' })];
  if (some.state !== 'known') return some;
  if (every.state !== 'known') return every;
  const base = toDecimal(some);
  return base.isZero() ? NO_FULL : known(divide(raw.times(toDecimal(every)), base));
}
