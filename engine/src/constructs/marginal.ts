import { Decimal, divide } from '../decimal.ts';
import { checkUnits } from '../measure/operands.ts';
import type { At, Figure } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { bounded, boundsOf } from '../rating/bounds.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import { numberOf } from '../rating/weights-check.ts';
import type { Marginal } from '../schema/rating/marginal.ts';
import { known, notApplicable, type Value } from '../value.ts';
import { plain, valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

interface Bracket {
  readonly upTo: Figure | null;
  readonly points: Figure;
  readonly per: Figure;
}

/** What one bracket brings. */
interface Brought {
  readonly width: Decimal;
  readonly per: Decimal;
  readonly points: Decimal;
  readonly value: Decimal;
}

/** `marginal: { of: income, brackets: [{ up_to: 900, points: 1, per: 90 }, { points: 1, per: 350 }], units: full, cap: none }`. */
export const marginal: StepConstruct<StepPart<'marginal'>> = {
  key: 'marginal',
  check: (part, at, checker) => {
    const of = checker.number(part.of, `${at}/of`);
    const cap = part.cap === 'none' || part.cap === 'full' || checker.number(part.cap, `${at}/cap`) !== null;
    const sound = part.brackets.map((bracket, i) => {
      const where = `${at}/brackets/${i}`;
      const size = checker.number(bracket.per, `${where}/per`);
      const end = bracket.up_to === undefined ? null : checker.number(bracket.up_to, `${where}/up_to`);
      const fits = checkUnits([of, size, end], where, { ...checker, measure: null, check: () => null });
      const points = checker.number(bracket.points, `${where}/points`);
      return size !== null && points !== null && fits && (bracket.up_to === undefined || end !== null);
    });
    checkEnds(part, at, checker);
    return of && cap && !sound.includes(false) ? numberIn(checker.rating.unit) : null;
  },
  compile: (part, compiler) => {
    const of = compiler.compile(part.of);
    const bounds = boundsOf({ floor: 'none', cap: part.cap }, compiler);
    const brackets = part.brackets.map(
      ({ up_to, points, per }): Bracket => ({
        upTo: up_to === undefined ? null : compiler.compile(up_to),
        points: compiler.compile(points),
        per: compiler.compile(per),
      }),
    );
    const outcome = (at: At, sheet: Sheet, row: number, value: Value = of.evaluate(at)) => {
      const rows = value.state === 'known' ? signedBy(toDecimal(value), brackets, part, at) : value;
      if ('state' in rows) return { bounded: { value: rows, notes: [] }, rows: [] };
      const sum = rows.reduce((so, one) => so.plus(one.value), new Decimal(0));
      return { bounded: bounded(sum, bounds, () => NO_FULL, sheet, row, compiler.type), rows };
    };
    const explained: Parameters<typeof perRow>[0] = {
      evaluate: (at, sheet, row) => outcome(at, sheet, row).bounded.value,
      explain: ({ at, sheet, row }) => {
        const { bounded: end, rows } = outcome(at, sheet, row);
        const said = [say('分段计算', 'bracket by bracket'), ...end.notes];
        return {
          words: say(said.map((one) => one['zh-CN']).join('，'), said.map((one) => one.en).join(', ')),
          details: {
            brackets: rows.map(({ width, per, points, value }) => ({
              width: plain(width),
              per: plain(per),
              points: plain(points),
              value: plain(value),
            })),
          },
          children: [
            of.explain(at),
            ...rows.map(({ width, per, points, value }, i) => ({
              construct: 'marginal',
              words: say(
                `第 ${i + 1} 段 ${plain(width)}，每 ${plain(per)} 计 ${plain(points)}`,
                `bracket ${i + 1}: ${plain(width)} at ${plain(points)} per ${plain(per)}`,
              ),
              result: valueToJson(figure(value, compiler.type)),
            })),
          ],
        };
      },
    };
    return perRow(explained, {
      neighbours: (sheet, row) => {
        const at = sheet.at(row);
        const value = of.evaluate(at);
        const last =
          value.state === 'known' ? outcome(at, sheet, row).rows.findLast(({ width }) => !width.isZero()) : null;
        if (value.state !== 'known' || !last) return [];
        const step = plain(last.per);
        return ([1, -1] as const).map((sign) => ({
          words: sign > 0 ? say(`：再多 ${step}`, `${step} more`) : say(`：再少 ${step}`, `${step} less`),
          value: outcome(at, sheet, row, known(toDecimal(value).plus(last.per.times(sign)))).bounded.value,
        }));
      },
    });
  },
};

const NO_FULL = notApplicable(say('没有满分', 'There are no full marks'));
const EMPTY = notApplicable(say('每一单位为零，无从计算', 'The unit is zero: nothing to count in'));

/** What a value brings; below zero as the pack chose. */
function signedBy(
  value: Decimal,
  brackets: readonly Bracket[],
  { units, below_zero }: Marginal,
  at: At,
): Brought[] | Value {
  if (!value.isNegative() || value.isZero() || below_zero === 'nothing') return broughtBy(value, brackets, units, at);
  if (below_zero === 'stop') return BELOW_ZERO;
  const mirrored = broughtBy(value.negated(), brackets, units, at);
  return 'state' in mirrored ? mirrored : mirrored.map((one) => ({ ...one, value: one.value.negated() }));
}

const BELOW_ZERO = lacking([
  { what: 'below-zero', words: say('值为负，按规定不应出现', 'The value is below zero, which must not happen') },
]);

function broughtBy(value: Decimal, brackets: readonly Bracket[], units: Marginal['units'], at: At): Brought[] | Value {
  const found: Brought[] = [];
  let from = new Decimal(0);
  for (const { upTo, points, per } of brackets) {
    const [end, marks, unit] = [
      upTo?.evaluate(at) ?? known(Decimal.max(value, from)),
      points.evaluate(at),
      per.evaluate(at),
    ];
    const open = unresolved([end, marks, unit]);
    if (open) return open;
    const size = toDecimal(unit);
    if (size.isZero()) return EMPTY;
    const width = Decimal.max(0, Decimal.min(value, toDecimal(end)).minus(from));
    found.push({
      width,
      per: size,
      points: toDecimal(marks),
      value: counted(divide(width, size), units).times(toDecimal(marks)),
    });
    from = Decimal.max(from, toDecimal(end));
  }
  return found;
}

function counted(number: Decimal, units: Marginal['units']): Decimal {
  if (units === 'pro-rata') return number;
  return units === 'full' ? number.floor() : number.ceil();
}

/** Ends rise, and only the last bracket may have none. */
function checkEnds({ brackets }: Marginal, at: string, { add }: StepChecker): void {
  let before = new Decimal(0);
  brackets.forEach(({ up_to }, i) => {
    const end = up_to === undefined ? null : numberOf(up_to);
    const open = up_to === undefined && i < brackets.length - 1;
    if (open || end?.lte(before)) add(UNREACHABLE(`${at}/brackets/${open ? i + 1 : i}`));
    if (end) before = end;
  });
}

const UNREACHABLE = (at: string) => ({
  code: 'unreachable-band',
  at,
  words: say('前面各段已涵盖这一段', 'Earlier brackets take every value of this one'),
  wayOut: say('从低到高排列 up_to，只有最后一段可以不写', 'Let up_to rise; only the last may have none'),
});
