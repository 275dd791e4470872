import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { unitOf } from '../rating/money/rounded.ts';
import { shareOut } from '../rating/money/share-out.ts';
import { weightsWithin } from '../rating/money/within-ends.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { RatedSubject, Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin, groupAt } from '../rating/within.ts';
import { notApplicable, type Value } from '../value.ts';
import { formatValue, plain } from '../value-json.ts';
import { say } from '../words.ts';

interface Shared {
  readonly pool: Value;
  readonly parts: ReadonlyMap<number, Decimal>;
  readonly stopped: Value | null;
}

/** `distribute: { unit: yuan, pool: param("bonus.pool"), by: points, within: { under: township }, to: fen, … }`. */
export const distribute: StepConstruct<StepPart<'distribute'>> = {
  key: 'distribute',
  check: (part, at, checker) => {
    const unknown = unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    const types = [
      checker.over(part.within).number(part.pool, `${at}/pool`),
      checkNumberStep(part.by, `${at}/by`, checker),
    ];
    for (const key of ['at_least', 'at_most'] as const) {
      const end = part.each?.[key];
      if (end !== undefined) types.push(checker.number(end, `${at}/each/${key}`));
    }
    if (typeof part.nobody === 'object') types.push(checker.number(part.nobody.value, `${at}/nobody/value`));
    const within = checkWithin(part.within, `${at}/within`, checker);
    return within && unknown.length === 0 && !types.includes(null) ? numberIn(part.unit) : null;
  },
  compile: (part, compiler) => {
    const pool = compiler.over(part.within).compile(part.pool);
    const nobody = typeof part.nobody === 'object' ? compiler.compile(part.nobody.value) : null;
    const [least, most] = (['at_least', 'at_most'] as const).map((key) => {
      const end = part.each?.[key];
      return end === undefined ? null : compiler.compile(end);
    });
    const groups = peerGroups({ of: part.by, within: part.within, missing: part.missing });
    const shared = perSheet((sheet) => {
      const done = new Map<PeerGroup, Shared>();
      for (const group of groups(sheet).values()) {
        if (done.has(group)) continue;
        const amount = group.rows.length > 0 ? pool.evaluate(groupAt(part.within, sheet, group.rows)) : NOBODY;
        done.set(group, share(sheet, group, amount));
      }
      return done;
    });
    const share = (sheet: Sheet, { rows, stopped }: PeerGroup, amount: Value): Shared => {
      if (stopped || amount.state !== 'known') return { pool: amount, parts: new Map(), stopped: stopped ?? amount };
      const column = sheet.column(part.by);
      const points = rows.map((row) => toDecimal(column[row] as Value));
      if (part.negative === 'stop' && points.some((one) => one.isNegative() && !one.isZero()))
        return { pool: amount, parts: new Map(), stopped: NEGATIVE };
      const counted = points.map((one) => Decimal.max(0, one));
      const all = counted.every((one) => one.isZero());
      if (all && part.nobody !== 'equally') return { pool: amount, parts: new Map(), stopped: NOBODY };
      const ids = rows.map((row) => (sheet.subjects[row] as RatedSubject).ref.id);
      const weights = all ? counted.map(() => new Decimal(1)) : counted;
      const ends = [least, most].map((end) => rows.map((row) => end?.evaluate(sheet.at(row)) ?? null));
      const open = unresolved(ends.flat().filter((end) => end !== null));
      if (open) return { pool: amount, parts: new Map(), stopped: open };
      const [low = [], high = []] = ends.map((side) => side.map((end) => (end === null ? null : toDecimal(end))));
      const within = part.each
        ? weightsWithin(toDecimal(amount), weights, { least: low, most: high, beyond: part.each.beyond })
        : weights;
      const parts = partsOf(toDecimal(amount), within, ids, { unit: unitOf(part.to), ends: part.each !== undefined });
      return { pool: amount, parts: new Map(rows.map((row, i) => [row, parts[i] as Decimal])), stopped: null };
    };
    const look = (sheet: Sheet, row: number): Shared =>
      shared(sheet).get(groups(sheet).get(row) as PeerGroup) as Shared;
    return {
      column: (sheet) =>
        sheet.subjects.map((_, row) => {
          const own = sheet.column(part.by)[row] as Value;
          if (own.state !== 'known') return own;
          const { parts, stopped } = look(sheet, row);
          if (stopped === NOBODY && nobody) return nobody.evaluate(sheet.at(row));
          return stopped ?? figure(parts.get(row) as Decimal, compiler.type);
        }),
      explain: ({ sheet, row, step }) => {
        const group = groups(sheet).get(row) as PeerGroup;
        const { pool: amount, parts } = look(sheet, row);
        const title = compiler.titleOf(part.by);
        const column = sheet.column(part.by);
        const sum = group.rows.reduce(
          (so, one) => so.plus(Decimal.max(0, toDecimal(column[one] as Value))),
          new Decimal(0),
        );
        const left = amount.state === 'known' ? toDecimal(amount).minus(Decimal.sum(0, ...parts.values())) : null;
        const rest = left && left.isPositive() && !left.isZero() && parts.size > 0 ? plain(left) : null;
        const [total, count] = [formatValue(figure(sum, { kind: 'number' }), undefined, 'zh-CN'), parts.size];
        return {
          words: say(
            `${formatValue(amount, undefined, 'zh-CN')} 按“${title['zh-CN']}”在 ${count} 个之间分配，分数合计 ${total}${part.each ? '，按每个的上下限' : ''}${rest === null ? '' : `，结余 ${rest}`}`,
            `${formatValue(amount, undefined, 'en')} shared out among ${count} by “${title.en}”, ${total} points in all${part.each ? ', within the ends of each' : ''}${rest === null ? '' : `, ${rest} left over`}`,
          ),
          details: { among: count, points: sum.toFixed() },
          children: [
            step(part.by),
            ...(group.rows.length > 0 ? [pool.explain(groupAt(part.within, sheet, group.rows))] : []),
          ],
        };
      },
    };
  },
};

/** The parts in whole units: they make the sum, or, where ends leave some of it over, each is rounded down and the rest left too. */
function partsOf(
  sum: Decimal,
  within: readonly Decimal[],
  ids: readonly string[],
  { unit, ends }: { readonly unit: Decimal; readonly ends: boolean },
): Decimal[] {
  const left = ends ? sum.minus(Decimal.sum(0, ...within)) : new Decimal(0);
  if (left.lt(OF_DIVISION)) return sum.isZero() ? within.map(() => new Decimal(0)) : shareOut(sum, within, ids, unit);
  return within.map((one) => one.toNearest(unit, Decimal.ROUND_DOWN));
}

/** What shares lack of the sum only because a quotient has no end. */
const OF_DIVISION = new Decimal('1e-9');

const NOBODY = notApplicable(say('全组没有分数，不分配', 'Nobody of the group has points: nothing is shared out'));
const NEGATIVE = lacking([
  {
    what: 'points',
    words: say('有对象分数为负，无从分配', 'Somebody has points below zero: nothing can be shared out'),
  },
]);
