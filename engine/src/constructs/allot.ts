import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { Figure } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal, unresolved } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { giveInTurn, nextInTurn, poolNeeded, type Turns, turnEdges } from '../rating/money/turns.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Sheet, StepConstruct, StepExplanation, StepPart, Telling } from '../rating/types.ts';
import { checkWithin, groupAt, groupsOf } from '../rating/within.ts';
import type { Value, Words } from '../value.ts';
import { plain } from '../value-json.ts';
import { say } from '../words.ts';

type Part = StepPart<'allot'>;

interface Group extends Turns {
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
        const made = groupOf(part, sheet, members, pool);
        for (const row of members) byRow.set(row, made);
      }
      return byRow;
    });
    const look = (sheet: Sheet, row: number): Group => groups(sheet).get(row) as Group;
    const valued = <Told extends { readonly gets: Decimal }>({ gets, ...told }: Told) => ({
      ...told,
      gets: figure(gets, compiler.type),
    });
    const { titleOf } = compiler;
    return {
      column: (sheet) =>
        sheet.subjects.map((_, row) => {
          const own = unresolved(needed(part, sheet, row));
          const { given, stopped } = look(sheet, row);
          return own ?? stopped ?? figure(given.get(row)?.gets ?? 0, compiler.type);
        }),
      explain: (telling) => explain(part, look(telling.sheet, telling.row), telling, titleOf, pool),
      borders: (sheet, row) =>
        turnEdges(part, sheet, look(sheet, row), { row, titleOf })
          .map(valued)
          .map(({ gets, ...border }) => ({ ...border, gives: gets })),
      neighbours: (sheet, row) => {
        const more = poolNeeded(part, sheet, look(sheet, row), row);
        return more ? [{ words: more.words, value: valued(more).gets }] : [];
      },
    };
  },
};

/** What must be known of a row before anything can be given to it. */
const needed = ({ wants, by }: Part, sheet: Sheet, row: number): Value[] =>
  [wants, ...by.map(({ step }) => step)].map((step) => sheet.column(step)[row] as Value);

function groupOf(part: Part, sheet: Sheet, members: readonly number[], pool: Figure): Group {
  const rows = members.filter((row) => needed(part, sheet, row).every(({ state }) => state === 'known'));
  const open = members.flatMap((row) => needed(part, sheet, row)).filter(({ state }) => state === 'not-known');
  const amount = members.length > 0 ? pool.evaluate(groupAt(part.within, sheet, members)) : lacking([]);
  const stopped = (part.missing === 'stop' ? unresolved(open) : null) ?? (amount.state === 'known' ? null : amount);
  if (stopped) return { rows, pool: new Decimal(0), given: new Map(), stopped };
  return { ...giveInTurn(part, sheet, rows, toDecimal(amount)), stopped: null };
}

function explain(
  part: Part,
  group: Group,
  { sheet, row, step }: Telling,
  titleOf: (step: string) => Words,
  pool: Figure,
): StepExplanation {
  const { given, rows } = group;
  const children = [...new Set([part.wants, ...part.by.map((one) => one.step)])].map(step);
  const amount = pool.explain(groupAt(part.within, sheet, rows.length > 0 ? rows : [row]));
  const titles = part.by.map((one) => titleOf(one.step));
  const order = say(titles.map((one) => one['zh-CN']).join('、'), titles.map((one) => one.en).join(', '));
  const own = given.get(row);
  const left = own ? plain(own.before) : '0';
  const next = nextInTurn(part, sheet, group, row);
  return {
    words: say(
      `按“${order['zh-CN']}”的次序安排，轮到时余 ${left}${next['zh-CN']}`,
      `given out in the order of “${order.en}”; ${left} was left when its turn came${next.en}`,
    ),
    children: [...children, amount],
  };
}
