import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { type Allotted, inOrder } from '../rating/money/in-order.ts';
import { compareByKeys } from '../rating/order.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin, groupAt, groupsOf } from '../rating/within.ts';
import type { Value } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';

type Part = StepPart<'allot'>;

interface Group {
  readonly rows: readonly number[];
  readonly given: ReadonlyMap<number, Allotted>;
  /** Why nobody has anything yet; null when they have. */
  readonly stopped: Value | null;
}

/** `allot: { unit: yuan, pool: 100000, wants: need, by: [{ step: score, best: highest }], last: the-rest, … }`. */
export const allot: StepConstruct<Part> = {
  key: 'allot',
  check: (part, at, checker) => {
    const unknown = unknownName('unit', part.unit, checker.parts.units, `${at}/unit`);
    for (const finding of unknown) checker.add(finding);
    const types = [
      checker.over(part.within).number(part.pool, `${at}/pool`),
      checkNumberStep(part.wants, `${at}/wants`, checker),
      ...part.by.map(({ step }, i) => checkNumberStep(step, `${at}/by/${i}/step`, checker)),
    ];
    const within = checkWithin(part.within, `${at}/within`, checker);
    return within && unknown.length === 0 && !types.includes(null) ? numberIn(part.unit) : null;
  },
  compile: (part, compiler) => {
    const pool = compiler.over(part.within).compile(part.pool);
    const groups = perSheet((sheet) => {
      const byRow = new Map<number, Group>();
      for (const members of groupsOf(part.within, sheet)) {
        const rows = members.filter((row) => needed(part, sheet, row).every(({ state }) => state === 'known'));
        const open = members.flatMap((row) => needed(part, sheet, row)).filter(({ state }) => state === 'not-known');
        const amount = members.length > 0 ? pool.evaluate(groupAt(part.within, sheet, members)) : lacking([]);
        const stopped = part.missing === 'stop' ? unresolved(open) : null;
        const made = allotted(part, sheet, rows, stopped ?? (amount.state === 'known' ? null : amount), amount);
        for (const row of members) byRow.set(row, made);
      }
      return byRow;
    });
    return {
      column: (sheet) =>
        sheet.subjects.map((_, row) => {
          const own = unresolved(needed(part, sheet, row));
          const { given, stopped } = groups(sheet).get(row) as Group;
          return own ?? stopped ?? figure(given.get(row)?.gets ?? 0, compiler.type);
        }),
      explain: ({ sheet, row, step }) => {
        const { given, rows } = groups(sheet).get(row) as Group;
        const own = given.get(row);
        const children = [...new Set([part.wants, ...part.by.map((one) => one.step)])].map(step);
        const members = rows.length > 0 ? rows : [row];
        const amount = pool.explain(groupAt(part.within, sheet, members));
        const titles = part.by.map((one) => compiler.titleOf(one.step));
        const order = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(', '));
        const left = own ? plain(own.before) : '0';
        return {
          words: say(
            `按“${order['zh-CN']}”的次序安排，轮到时余 ${left}`,
            `given out in the order of “${order.en}”; ${left} was left when its turn came`,
          ),
          children: [...children, amount],
        };
      },
    };
  },
};

/** What must be known of a row before anything can be given to it. */
const needed = ({ wants, by }: Part, sheet: Sheet, row: number): Value[] =>
  [wants, ...by.map(({ step }) => step)].map((step) => sheet.column(step)[row] as Value);

function allotted(part: Part, sheet: Sheet, rows: readonly number[], stopped: Value | null, amount: Value): Group {
  if (stopped) return { rows, given: new Map(), stopped };
  const compare = compareByKeys(part.by);
  const sorted = [...rows].sort((a, b) => compare(sheet, a, b));
  const turns: number[][] = [];
  for (const row of sorted) {
    const equals = turns.at(-1);
    if (equals && compare(sheet, equals[0] as number, row) === 0) equals.push(row);
    else turns.push([row]);
  }
  const wants = sheet.column(part.wants);
  const given = inOrder(toDecimal(amount), turns, (row) => Decimal.max(0, toDecimal(wants[row] as Value)), part);
  return { rows, given, stopped };
}
