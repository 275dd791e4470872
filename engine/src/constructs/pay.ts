import type { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { type At } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, toDecimal, unresolved } from '../measure/values.ts';
import { bounded, boundsOf, checkBounds } from '../rating/bounds.ts';
import { checkAdditions, compileAdditions, sumOf } from '../rating/money/additions.ts';
import { factorNeighbours, scoreNeighbours, textNeighbours } from '../rating/money/neighbours.ts';
import { checkTerms, compileFactor, compileMissing, compileRate } from '../rating/money/pay.ts';
import { rounded } from '../rating/money/rounded.ts';
import { sharedTexts } from '../rating/money/shared-text.ts';
import { perRow } from '../rating/rows.ts';
import { stepNamed } from '../rating/step-named.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';

/** `pay: { unit: yuan, base: 730, rate: { of: total, out_of: 100, at_most: full }, factors: […], … }`: money from a score or grade. */
export const pay: StepConstruct<StepPart<'pay'>> = {
  key: 'pay',
  check: (part, at, checker) => {
    const unknown = unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    const base = checker.number(part.base, `${at}/base`);
    const sound = [
      checkTerms(part, at, checker),
      checkAdditions(part.additions, at, checker),
      checkBounds(part, at, checker),
    ];
    return base && unknown.length === 0 && !sound.includes(false) ? numberIn(part.unit) : null;
  },
  compile: (part, compiler) => {
    const base = compiler.compile(part.base);
    const [rate, less] = [compileRate(part, compiler), compileMissing(part, compiler)];
    const factors = (part.factors ?? []).map((factor) => compileFactor(factor, compiler));
    const additions = compileAdditions(part.additions, 'pay', compiler);
    const bounds = boundsOf(part, compiler);
    const outcome = (at: At, sheet: Sheet, row: number, factor?: FactorInstead): Outcome => {
      const [whole, share, taken] = [base.evaluate(at), rate?.value(at), less?.value(at)];
      const times = factors.map(({ value }, i) => (factor?.index === i ? factor.value : value(at)));
      const more = additions.map(({ value }) => value(at));
      const open = unresolved([whole, ...[share, taken].flatMap((one) => (one ? [one] : [])), ...times, ...more]);
      if (open) return { value: open, notes: [] };
      const rated = toDecimal(whole)
        .times(share ? toDecimal(share) : 1)
        .minus(taken ? toDecimal(taken) : 0);
      const paid = sumOf(
        times.reduce((so: Decimal, one) => so.times(toDecimal(one)), rated),
        more,
      );
      const { value, notes } = bounded(paid, bounds, () => NO_FULL, sheet, row, compiler.type);
      if (value.state !== 'known') return { value, notes };
      const [exact, end] = [toDecimal(value), rounded(toDecimal(value), part.rounded)];
      if (exact.eq(end)) return { value, notes };
      const note = say(
        `${plain(exact.toDecimalPlaces(6))} 取整为 ${plain(end)}`,
        `${plain(exact.toDecimalPlaces(6))} rounded to ${plain(end)}`,
      );
      return { value: figure(end, compiler.type), notes: [...notes, note] };
    };
    const explained: Parameters<typeof perRow>[0] = {
      evaluate: (at, sheet, row) => outcome(at, sheet, row).value,
      explain: ({ at, sheet, row }) => {
        const said = [say('按基数计发', 'from the base'), ...outcome(at, sheet, row).notes];
        return {
          words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
          children: [base, ...(rate ? [rate] : []), ...(less ? [less] : []), ...factors, ...additions].map((one) =>
            one.explain(at),
          ),
        };
      },
    };
    const shared = sharedTexts(part, compiler);
    const judged = [part.rate?.of, part.missing_points?.of].flatMap((one) =>
      one === undefined ? [] : (stepNamed(one) ?? []),
    );
    return perRow(explained, {
      neighbours: (sheet, row) => {
        const at = sheet.at(row);
        const paid = (there: At, factor?: FactorInstead): Value => outcome(there, sheet, row, factor).value;
        return [
          ...scoreNeighbours(new Set(judged), at, paid, compiler.titleOf),
          ...shared.flatMap((one) => textNeighbours(one, at, paid)),
          ...factors.flatMap((factor, index) =>
            shared.some((one) => one.factors.has(index))
              ? []
              : factorNeighbours(factor, at, (value) => paid(at, { index, value })),
          ),
        ];
      },
    });
  },
};

interface Outcome {
  readonly value: Value;
  readonly notes: readonly Words[];
}

interface FactorInstead {
  readonly index: number;
  readonly value: Value;
}

const NO_FULL = notApplicable(say('没有满额', 'There is no full amount'));
