import { Decimal, divide } from '../decimal.ts';
import { decimalOfMicros, type Micros } from '../measure/micros.ts';
import { sharedDecimal } from '../measure/shared-number.ts';
import type { Figure, FigureType } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { textOf } from '../rating/drawn.ts';
import { type Part, resolveParts } from '../rating/missing.ts';
import { numberShown } from '../rating/number-shown.ts';
import { checkWeightedMarks } from '../rating/out-of-check.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWeights } from '../rating/weights-check.ts';
import { notApplicable, type Value } from '../value.ts';
import { plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

interface WeightedPart extends Part {
  readonly weight: Value;
  readonly outOf: Value | null;
}

/** `weighted: { parts: [{ of: work, out_of: 240, weight: 16 }], … }`: parts rescaled to their weights and added up. */
export const weighted: StepConstruct<StepPart<'weighted'>> = {
  key: 'weighted',
  check: (part, at, checker) => {
    const types = part.parts.flatMap(({ of, out_of, weight }, i) => [
      checkNumberStep(of, `${at}/parts/${i}/of`, checker),
      checker.number(weight, `${at}/parts/${i}/weight`),
      ...(out_of === undefined ? [] : [checker.number(out_of, `${at}/parts/${i}/out_of`)]),
    ]);
    checkWeights(part, at, checker);
    checkWeightedMarks(part, at, checker);
    return types.includes(null) ? null : numberIn(checker.rating.unit);
  },
  compile: (part, compiler) => {
    const written = part.parts.map(({ of, out_of, weight }) => ({
      of,
      weight: compiler.compile(weight),
      outOf: out_of === undefined ? null : compiler.compile(out_of),
    }));
    const partsAt = (sheet: Sheet, row: number): WeightedPart[] =>
      written.map(({ of, weight, outOf }) => ({
        id: of,
        title: compiler.titleOf(of),
        value: sheet.column(of)[row] as Value,
        full: null,
        weight: weight.evaluate(sheet.at(row)),
        outOf: outOf?.evaluate(sheet.at(row)) ?? null,
      }));
    const outcome = (parts: readonly WeightedPart[]) => {
      const open = unresolved(parts.flatMap(({ weight, outOf }) => (outOf ? [weight, outOf] : [weight])));
      if (open) return { value: open, notes: [] };
      return resolveParts(parts, part, (counted) => ({
        value: sum(counted, parts, part.not_applicable === 'rescale', compiler.type),
        notes: [],
      }));
    };
    return perRow(
      {
        evaluate: (_at, sheet, row) => outcome(partsAt(sheet, row)).value,
        explain: ({ sheet, row, step }) => {
          const parts = partsAt(sheet, row);
          const said = [say('加权相加', 'weighted and added up'), ...outcome(parts).notes];
          return {
            words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
            details: { parts: parts.map(drawnPart) },
            children: parts.map((one) => ({
              construct: 'weighted',
              words: wordsOf(one),
              result: valueToJson(
                one.value.state === 'known' && !open(one) ? figure(share(one), compiler.type) : one.value,
              ),
              children: [step(one.id)],
            })),
          };
        },
      },
      {
        full: (sheet, row) => fullOf(partsAt(sheet, row), compiler.type),
        shortly: (sheet) => sumOfShares(written, compiler.type, sheet),
      },
    );
  },
};

const drawnPart = (one: WeightedPart) => ({
  title: one.title,
  value: textOf(one.value),
  outOf: textOf(one.outOf),
  weight: textOf(one.weight),
  brings: one.value.state === 'known' && !open(one) ? plain(share(one)) : null,
});

const open = ({ weight, outOf }: WeightedPart): boolean =>
  weight.state !== 'known' || (outOf !== null && outOf.state !== 'known');

/** What a part brings: value ÷ out_of × weight, or value × weight. */
function share({ value, weight, outOf }: WeightedPart): Decimal {
  const weighed = toDecimal(value).times(toDecimal(weight));
  return outOf === null ? weighed : divide(weighed, toDecimal(outOf));
}

function sum(
  counted: readonly WeightedPart[],
  all: readonly WeightedPart[],
  rescale: boolean,
  type: ReturnType<typeof numberIn>,
): Value {
  if (counted.some(({ outOf }) => outOf !== null && toDecimal(outOf).isZero())) return OUT_OF_ZERO;
  const raw = counted.reduce((so, one) => so.plus(share(one)), new Decimal(0));
  const left = all.filter(({ value }) => value.state === 'not-applicable');
  if (!rescale || left.length === 0) return figure(raw, type);
  const every = all.filter((one) => left.includes(one) || counted.some(({ id }) => id === one.id));
  const [some, whole] = [weightOf(counted), weightOf(every)];
  return some.isZero() ? OUT_OF_ZERO : figure(divide(raw.times(whole), some), type);
}

interface Written {
  readonly of: string;
  readonly weight: Figure;
  readonly outOf: Figure | null;
}

interface Shares {
  readonly of: string;
  readonly marks: Micros;
  readonly shareOf: (marks: number) => Decimal;
  /** The same for marks of any fineness. */
  readonly rescaled: (marks: Decimal) => Decimal;
}

/** Where weights are the same for all: parts have few different marks, and each is rescaled once. */
function sumOfShares(
  written: readonly Written[],
  type: FigureType,
  sheet: Sheet,
): ((row: number) => Value | null) | null {
  const shares: Shares[] = [];
  for (const { of, weight, outOf } of written) {
    const [weighs, whole] = [sharedDecimal(weight, sheet), outOf === null ? ONE : sharedDecimal(outOf, sheet)];
    if (!weighs || !whole || whole.isZero()) return null;
    const rescaled = (marks: Decimal): Decimal =>
      outOf === null ? marks.times(weighs) : divide(marks.times(weighs), whole);
    const made = new Map<number, Decimal>();
    const shareOf = (marks: number): Decimal => {
      const share = made.get(marks) ?? rescaled(decimalOfMicros(marks));
      if (made.size < MANY) made.set(marks, share);
      return share;
    };
    shares.push({ of, marks: sheet.micros(of), shareOf, rescaled });
  }
  return (row) => {
    let sum = ZERO;
    for (const { of, marks, shareOf, rescaled } of shares) {
      const own = marks[row] as number;
      const value = Number.isNaN(own) ? sheet.column(of)[row] : null;
      if (value && value.state !== 'known') return null;
      sum = sum.plus(value ? rescaled(toDecimal(value)) : shareOf(own));
    }
    return figure(sum, type);
  };
}

const [ZERO, ONE] = [new Decimal(0), new Decimal(1)];
const MANY = 10_000;

const weightOf = (parts: readonly WeightedPart[]): Decimal =>
  parts.reduce((so, { weight }) => so.plus(toDecimal(weight)), new Decimal(0));

const OUT_OF_ZERO = notApplicable(
  say('满分或权重为零，无从折算', 'The full marks or weights are zero: nothing to rescale to'),
);

/** The most a weighted sum can be: the weights of parts that are rescaled, and of others what they bring at their full marks. */
function fullOf(parts: readonly WeightedPart[], type: ReturnType<typeof numberIn>): Value {
  const unknown = unresolved(parts.map(({ weight }) => weight));
  if (unknown) return unknown;
  return parts.some(({ outOf }) => outOf === null)
    ? notApplicable(say('并非每个部分都有满分', 'Not every part has full marks'))
    : figure(weightOf(parts), type);
}

function wordsOf({ title, value, weight, outOf }: WeightedPart) {
  const number = (one: Value): string => (one.state === 'known' ? numberShown(toDecimal(one)) : '?');
  const how =
    outOf === null ? `${number(value)} × ${number(weight)}` : `${number(value)} ÷ ${number(outOf)} × ${number(weight)}`;
  return say(`${title['zh-CN']}：${how}`, `${title.en}: ${how}`);
}
