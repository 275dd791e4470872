import { Decimal } from '../decimal.ts';
import { unknownText } from '../duty/problems.ts';
import { checkUnits } from '../measure/operands.ts';
import type { At, Checker, ExpressionConstruct, Figure, FigureType, PartOf } from '../measure/types.ts';
import { joinUnits } from '../measure/unit.ts';
import { joinTitles, lacking, step, unresolved, valueWords } from '../measure/values.ts';
import type { Finding } from '../problem.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

type Part = PartOf<'lookup'>['lookup'];
type Cell = string | number | boolean;
const ANY = '*';

/** `{ lookup: { by: [attr("terrain"), place], rows: [{ is: [mountain, 1], gives: 3000 }], otherwise: stop } }`: a value out of a table. */
export const lookup: ExpressionConstruct<PartOf<'lookup'>> = {
  key: 'lookup',
  check: ({ lookup: part }, at, checker) => {
    const by = part.by.map((one, i) => checker.check(one, `${at}/lookup/by/${i}`));
    checkRows(part, by, `${at}/lookup`, checker);
    const given = part.rows.map(({ gives }, i) => checker.check(gives, `${at}/lookup/rows/${i}/gives`));
    if (typeof part.otherwise === 'object')
      given.push(checker.check(part.otherwise.value, `${at}/lookup/otherwise/value`));
    if (by.includes(null) || given.includes(null)) return null;
    return commonType(given as FigureType[], `${at}/lookup`, checker);
  },
  compile: ({ lookup: part }, { parts, compile, typeOf }) => {
    const by = part.by.map(compile);
    const types = part.by.map(typeOf);
    const rows = part.rows.map(({ is, gives }) => ({ is: [is].flat(), gives: compile(gives) }));
    const otherwise = typeof part.otherwise === 'object' ? compile(part.otherwise.value) : null;
    const type = typeOf(part.rows[0]?.gives ?? 0);
    const find = (values: readonly Value[]): Figure | null =>
      rows.find(({ is }) => is.every((wanted, i) => fits(wanted, values[i])))?.gives ?? otherwise;
    const evaluate = (at: At): Value => {
      const texts = by.map((one) => one.evaluate(at));
      const open = unresolved(texts);
      if (open) return open;
      return (
        find(texts)?.evaluate(at) ??
        (part.otherwise === 'stop' ? lacking([noRow(texts)]) : notApplicable(noRow(texts).words))
      );
    };
    return {
      evaluate,
      explain: (at) => {
        const texts = by.map((one) => one.evaluate(at));
        const found = unresolved(texts) ? null : find(texts);
        const shown = texts.map((text, i) => valueWords(text, types[i] as FigureType));
        return step(parts, type, {
          construct: 'lookup',
          words: say(
            `按“${shown.map((one) => one['zh-CN']).join('、')}”查表`,
            `Looked up by “${shown.map((one) => one.en).join(', ')}”`,
          ),
          result: evaluate(at),
          children: [...by.map((one) => one.explain(at)), ...(found ? [found.explain(at)] : [])],
        });
      },
    };
  },
};

const textOf = (value: Value): string => (value.state === 'known' ? String(value.value) : '');

function fits(wanted: Cell, value: Value | undefined): boolean {
  if (wanted === ANY) return true;
  if (value?.state !== 'known') return false;
  return value.value instanceof Decimal ? typeof wanted === 'number' && value.value.eq(wanted) : value.value === wanted;
}

const noRow = (texts: readonly Value[]) => {
  const shown = texts.map(textOf);
  return {
    what: 'lookup',
    words: say(`表中没有“${shown.join('、')}”`, `“${shown.join(', ')}” stands in no row of the table`),
  };
};

function checkRows({ by, rows }: Part, types: readonly (FigureType | null)[], at: string, { add }: Checker): void {
  rows.forEach(({ is }, i) => {
    const texts: readonly Cell[] = [is].flat();
    if (texts.length !== by.length) {
      add({
        code: 'row-length',
        at: `${at}/rows/${i}/is`,
        words: say(
          `此行有 ${texts.length} 项，应有 ${by.length} 项`,
          `The row has ${texts.length} ${texts.length === 1 ? 'cell' : 'cells'}, not ${by.length}`,
        ),
        wayOut: say('每个 by 写一项，* 表示任意', 'Write one cell for each of by; * is any'),
      });
    }
    texts.forEach((text, column) => {
      const type = types[column];
      if (text === ANY || !type) return;
      if (typeof text !== KINDS[type.kind]) return add(otherKind(text, type.kind, `${at}/rows/${i}/is`));
      if (!type.options || typeof text !== 'string') return;
      for (const finding of unknownText(text, type, `${at}/rows/${i}/is`)) add(finding);
    });
    if (rows.slice(0, i).some((earlier) => holds([earlier.is].flat(), texts))) {
      add({
        code: 'unreachable-row',
        at: `${at}/rows/${i}`,
        words: say(
          '前面的行已涵盖此行：永远取不到',
          'An earlier row takes everything of this one: it is never reached',
        ),
        wayOut: say('删去此行，或把它移到前面', 'Remove the row, or move it up'),
      });
    }
  });
}

const KINDS = { text: 'string', number: 'number', boolean: 'boolean' } as const satisfies Record<
  FigureType['kind'],
  string
>;
const WRITTEN: Record<FigureType['kind'], Words> = {
  text: say('文字，按原样写', 'a text: write it as it stands'),
  number: say('数：写 1，不加引号', 'a number: write 1, without quotes'),
  boolean: say('“是”或“否”：写 true 或 false', 'yes or no: write true or false'),
};

const otherKind = (cell: Cell, kind: FigureType['kind'], at: string): Finding => ({
  code: 'wrong-kind',
  at,
  words: say(
    `“${cell}”与所查的不是一类，永远对不上`,
    `“${cell}” is of another kind than what is looked up and never fits`,
  ),
  wayOut: say(`所查的是${WRITTEN[kind]['zh-CN']}`, `What is looked up is ${WRITTEN[kind].en}`),
});

const holds = (earlier: readonly Cell[], later: readonly Cell[]): boolean =>
  earlier.every((text, i) => text === ANY || text === later[i]);

function commonType(types: readonly FigureType[], at: string, checker: Checker): FigureType | null {
  const [first] = types;
  if (!first || types.some(({ kind }) => kind !== first.kind)) {
    checker.add({
      code: 'wrong-kind',
      at: `${at}/rows`,
      words: say('各行得出的不是同一类值', 'The rows give different kinds of values'),
      wayOut: say('各行都给数字，或都给文字', 'Let every row give a number, or every row a text'),
    });
    return null;
  }
  if (!checkUnits(types, at, checker)) return null;
  const unit = joinUnits(types.map((type) => type.unit));
  return { kind: first.kind, ...(unit === undefined ? {} : { unit }), ...joinTitles(types) };
}
