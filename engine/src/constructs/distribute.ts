import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Figure } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { type GoesTo, goesToOf } from '../rating/money/goes-to.ts';
import { type Of, partsOf } from '../rating/money/pool.ts';
import type { Share } from '../rating/money/share-out.ts';
import { type PeerGroup, peerGroups } from '../rating/peers/group.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Neighbour, RatedSubject, Sheet, StepConstruct, StepPart, Telling } from '../rating/types.ts';
import { checkWithin, groupAt } from '../rating/within.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { formatValue, plain } from '../value-json.ts';
import { say } from '../words.ts';

type Part = StepPart<'distribute'>;

interface Shared {
  readonly pool: Value;
  readonly rows: readonly number[];
  /** In the order of the rows. */
  readonly among: readonly Of[];
  readonly parts: readonly Share[];
  readonly stopped: Value | null;
}

/** `distribute: { unit: yuan, pool: param("bonus.pool"), by: points, within: { under: township }, to: fen, … }`. */
export const distribute: StepConstruct<Part> = {
  key: 'distribute',
  check: (part, at, checker) => {
    const unknown = unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    const types = [
      checker.over(part.within).number(part.pool, `${at}/pool`),
      checkNumberStep(part.by, `${at}/by`, checker),
    ];
    const { whom, step = null } = goesToOf(part.leftover) ?? {};
    if (step !== null) types.push(checkNumberStep(step, `${at}/leftover/goes_to/${whom}`, checker));
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
    const [least = null, most = null] = (['at_least', 'at_most'] as const).map((key) => {
      const end = part.each?.[key];
      return end === undefined ? null : compiler.compile(end);
    });
    const groups = peerGroups({ of: part.by, within: part.within, missing: part.missing });
    const shared = perSheet((sheet) => {
      const done = new Map<PeerGroup, Shared>();
      for (const group of groups(sheet).values())
        if (!done.has(group)) done.set(group, sharedIn(part, sheet, group, { pool, least, most }));
      return done;
    });
    const look = (sheet: Sheet, row: number): Shared =>
      shared(sheet).get(groups(sheet).get(row) as PeerGroup) as Shared;
    return {
      column: (sheet) =>
        sheet.subjects.map((_, row) => {
          const own = sheet.column(part.by)[row] as Value;
          if (own.state !== 'known') return own;
          const { parts, rows, stopped } = look(sheet, row);
          if (stopped === NOBODY && nobody) return nobody.evaluate(sheet.at(row));
          return stopped ?? figure((parts[rows.indexOf(row)] as Share).gets, compiler.type);
        }),
      explain: (telling) => explain(part, look(telling.sheet, telling.row), telling, compiler.titleOf, pool),
      neighbours: (sheet, row) =>
        pointMore(part, look(sheet, row), row, compiler.titleOf).map(({ words, gets }) => ({
          words,
          value: figure(gets, compiler.type),
        })),
    };
  },
};

interface Compiled {
  readonly pool: Figure;
  readonly least: Figure | null;
  readonly most: Figure | null;
}

function sharedIn(part: Part, sheet: Sheet, { rows, stopped }: PeerGroup, { pool, least, most }: Compiled): Shared {
  const amount = rows.length > 0 ? pool.evaluate(groupAt(part.within, sheet, rows)) : NOBODY;
  const none = { pool: amount, rows, among: [], parts: [] };
  if (stopped || amount.state !== 'known') return { ...none, stopped: stopped ?? amount };
  const column = sheet.column(part.by);
  const points = rows.map((row) => toDecimal(column[row] as Value));
  if (part.negative === 'stop' && points.some((one) => one.isNegative() && !one.isZero()))
    return { ...none, stopped: NEGATIVE };
  const endAt = (end: Figure | null, row: number): Value | null => end?.evaluate(sheet.at(row)) ?? null;
  const ends = rows.map((row) => ({ least: endAt(least, row), most: endAt(most, row) }));
  const told = standings(part, sheet, rows);
  const open = unresolved(ends.flatMap((one) => [one.least, one.most]).filter((one) => one !== null));
  const hidden = told?.find(({ state }) => state === 'not-known');
  if (hidden) return { ...none, stopped: hidden };
  const among = rows.map((row, i): Of => {
    const { least: low = null, most: high = null } = open ? {} : (ends[i] ?? {});
    return {
      id: (sheet.subjects[row] as RatedSubject).ref.id,
      points: points[i] as Decimal,
      standing: told === null ? (points[i] as Decimal) : standingOf(told[i]),
      least: low && toDecimal(low),
      most: high && toDecimal(high),
    };
  });
  const parts = partsOf(toDecimal(amount), among, part);
  if (parts === null) return { ...none, stopped: NOBODY };
  return open ? { ...none, stopped: open } : { ...none, among, parts, stopped: null };
}

/** By what the highest and the lowest are told, where it is another step than that of the points. */
function standings({ leftover }: Part, sheet: Sheet, rows: readonly number[]): readonly Value[] | null {
  const step = goesToOf(leftover)?.step ?? null;
  if (step === null) return null;
  const column = sheet.column(step);
  return rows.map((row) => column[row] as Value);
}

const standingOf = (value: Value | undefined): Decimal | null => (value?.state === 'known' ? toDecimal(value) : null);

/** What one would get with one point more or fewer of what it is shared out by, or its leftover goes by, all others as they are. */
function pointMore(
  part: Part,
  { pool, rows, among, stopped }: Shared,
  row: number,
  titleOf: (step: string) => Words,
): (Omit<Neighbour, 'value'> & { readonly gets: Decimal })[] {
  const place = rows.indexOf(row);
  if (stopped || place < 0) return [];
  const other = goesToOf(part.leftover)?.step ?? null;
  const as = (change: (one: Of) => Of) =>
    partsOf(
      toDecimal(pool),
      among.map((one, i) => (i === place ? change(one) : one)),
      part,
    )?.[place]?.gets;
  const byPoints = (by: number) => (one: Of) => {
    const points = one.points.plus(by);
    return { ...one, points, standing: other === null ? points : one.standing };
  };
  const byOther = (by: number) => (one: Of) => ({ ...one, standing: one.standing?.plus(by) ?? null });
  const moves = [{ step: part.by, moved: byPoints }, ...(other === null ? [] : [{ step: other, moved: byOther }])];
  return moves.flatMap(({ step, moved }) => {
    const { 'zh-CN': zh, en } = titleOf(step);
    return [
      { words: say(`：“${zh}”高 1`, `with “${en}” one higher`), gets: as(moved(1)) },
      { words: say(`：“${zh}”低 1`, `with “${en}” one lower`), gets: as(moved(-1)) },
    ].flatMap(({ words, gets }) => (gets ? [{ words, gets }] : []));
  });
}

function explain(
  part: Part,
  { pool: amount, rows, parts }: Shared,
  telling: Telling,
  titleOf: (step: string) => Words,
  pool: Figure,
) {
  const { sheet, row, step } = telling;
  const [by, goesTo] = [titleOf(part.by), goesToOf(part.leftover)];
  const column = sheet.column(part.by);
  const sum = Decimal.sum(0, ...rows.map((one) => Decimal.max(0, toDecimal(column[one] as Value))));
  const rest =
    amount.state === 'known' && parts.length > 0
      ? toDecimal(amount).minus(Decimal.sum(0, ...parts.map(({ gets }) => gets)))
      : null;
  const left = rest && !rest.isZero() && !rest.isNegative() ? plain(rest) : null;
  const [total, count] = [formatValue(figure(sum, { kind: 'number' }), undefined, 'zh-CN'), parts.length];
  const difference = overTold(parts[rows.indexOf(row)]?.over, goesTo, titleOf);
  const ends = part.each ? say('，按每个的上下限', ', within the ends of each') : say('', '');
  const over = left === null ? say('', '') : say(`，结余 ${left}`, `, ${left} left over`);
  return {
    words: say(
      `${formatValue(amount, undefined, 'zh-CN')} 按“${by['zh-CN']}”在 ${count} 个之间分配，分数合计 ${total}${ends['zh-CN']}${difference['zh-CN']}${over['zh-CN']}`,
      `${formatValue(amount, undefined, 'en')} shared out among ${count} by “${by.en}”, ${total} points in all${ends.en}${difference.en}${over.en}`,
    ),
    details: { among: count, points: sum.toFixed() },
    children: [
      step(part.by),
      ...(goesTo && goesTo.step !== null ? [step(goesTo.step)] : []),
      ...(rows.length > 0 ? [pool.explain(groupAt(part.within, sheet, rows))] : []),
    ],
  };
}

/** How much of a part is what rounding left over, and why it came here where another step says so. */
function overTold(over: Decimal | undefined, goesTo: GoesTo | null, titleOf: (step: string) => Words): Words {
  if (!over || over.isZero()) return say('', '');
  const size = plain(over.abs());
  const [zh, en] = goesTo ? whomTold(goesTo, titleOf) : ['', ''];
  return over.isNegative()
    ? say(`，取整多出的 ${size} 在此扣回${zh}`, `, less the ${size} that rounding gave out too much${en}`)
    : say(`，其中零头 ${size}${zh}`, `, ${size} of it left over by rounding${en}`);
}

function whomTold({ whom, step }: GoesTo, titleOf: (step: string) => Words): readonly [string, string] {
  if (step === null) return ['', ''];
  const { 'zh-CN': zh, en } = titleOf(step);
  return whom === 'highest'
    ? [`（归“${zh}”最高的）`, ` (to the highest in “${en}”)`]
    : [`（归“${zh}”最低的）`, ` (to the lowest in “${en}”)`];
}

const NOBODY = notApplicable(say('全组没有分数，不分配', 'Nobody of the group has points: nothing is shared out'));
const NEGATIVE = lacking([
  {
    what: 'points',
    words: say('有对象分数为负，无从分配', 'Somebody has points below zero: nothing can be shared out'),
  },
]);
