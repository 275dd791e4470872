import { Decimal } from '../decimal.ts';
import type { Element } from '../measure/element.ts';
import { microsOf, numberAt } from '../measure/micros.ts';
import { isLaidDown } from '../measure/shared-number.ts';
import type { At, Figure } from '../measure/types.ts';
import { toDecimal } from '../measure/values.ts';
import { checkBeside, checkOnly, checkPoints, checkSame, checkSize, checkValid } from '../rating/entries/check.ts';
import type { Line } from '../rating/entries/line.ts';
import { lineFact, sumOf } from '../rating/entries/lines-told.ts';
import { entryNeighbours } from '../rating/entries/neighbours.ts';
import { checkJoined } from '../rating/entries/reads-check.ts';
import { compileEntries, type EntriesPart } from '../rating/entries/run.ts';
import { checkSplit } from '../rating/entries/split.ts';
import type { ChangeConstruct } from '../rating/item/types.ts';
import { numberShown } from '../rating/number-shown.ts';
import { known, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

/** `{ title, entries: { form: praise }, points: { by: data.level, table: … }, one_matter: each, repeat: single }`. */
export const itemEntries: ChangeConstruct<EntriesPart> = {
  key: 'entries',
  check: (part, at, checker) => {
    const variables = checkJoined(part, at, checker);
    if (!variables) return false;
    return [
      checkPoints(part.points, `${at}/points`, part.entries, variables, checker),
      checkSplit(part.split, part.entries, at, checker),
      checkSize(part.per, `${at}/per`, variables, checker),
      checkValid(part.valid, `${at}/valid`, variables, checker),
      checkSame(part, at, variables, checker),
      checkBeside(part.beside, `${at}/beside`, variables, checker),
      checkOnly(part.only, `${at}/only`, variables, checker),
      part.at_most === undefined || checker.number(part.at_most, `${at}/at_most`) !== null,
    ].every(Boolean);
  },
  compile: (part, compiler) => {
    const run = compileEntries(part, compiler);
    const most: Figure | null = part.at_most === undefined ? null : compiler.compile(part.at_most);
    const limited = (sum: Decimal, at: At): Value => {
      const limit = most?.evaluate(at);
      if (limit === undefined) return known(sum);
      return limit.state === 'known' ? known(Decimal.min(sum, toDecimal(limit))) : limit;
    };
    const size = (at: At, edit?: (elements: readonly Element[]) => readonly Element[]): Value => {
      const counted = run.count(at, edit);
      return 'open' in counted ? counted.open : limited(sumOf(counted.lines), at);
    };
    return {
      title: part.title,
      size: (at) => size(at),
      micros: (rows) => {
        const sums = most === null || isLaidDown(most, rows) ? (run.sums?.(rows) ?? null) : null;
        const limit = most?.micros?.(rows) ?? Infinity;
        for (let row = 0; sums !== null && row < sums.length; row++) {
          const sum = sums[row] as number;
          sums[row] = Number.isNaN(sum) ? microsOf(size(rows.at(row))) : Math.min(sum, numberAt(limit, row));
        }
        return sums;
      },
      explain: (at) => {
        const counted = run.count(at);
        if ('open' in counted) return { words: say('尚不能计', 'not known yet') };
        const { form } = part.entries;
        return {
          words: sumWords(counted.lines, most?.evaluate(at)),
          facts: counted.lines.map((line) => lineFact(line, form, compiler.parts)),
        };
      },
      counted: { form: part.entries.form, size },
      neighbours: (at) =>
        entryNeighbours(run.elements(at), at, (edit) => {
          const value = size(at, edit);
          return value.state === 'known' ? toDecimal(value) : null;
        }),
    };
  },
};

function sumWords(lines: readonly Line[], limit: Value | undefined): Words {
  const counting = lines.filter(({ counts }) => counts).length;
  const away = lines.length - counting;
  const sum = sumOf(lines);
  const most = limit?.state === 'known' && sum.gt(toDecimal(limit)) ? numberShown(toDecimal(limit)) : null;
  return say(
    `${counting} 条计 ${numberShown(sum)}${away > 0 ? `，另 ${away} 条不计` : ''}${most === null ? '' : `，最多 ${most}`}`,
    `${counting === 1 ? '1 entry counts' : `${counting} entries count`} ${numberShown(sum)}${away > 0 ? `, ${away} more not` : ''}${most === null ? '' : `, at most ${most}`}`,
  );
}
