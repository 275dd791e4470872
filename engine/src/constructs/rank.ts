import { Decimal } from '../decimal.ts';
import { numberIn } from '../measure/unit.ts';
import { lacking } from '../measure/values.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { drawnPlaces } from '../rating/drawn.ts';
import { checkTies, keysOf, placesOf, tieBreaker } from '../rating/order.ts';
import { distanceTo, passing, rivalBorder, rivalsOf } from '../rating/rivals.ts';
import type { Border, Sheet, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin, groupsOf } from '../rating/within.ts';
import { known, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `rank: { of: total, best: highest, within: all, ties: shared-with-gap, missing: stop }`: the place of each subject. */
export const rank: StepConstruct<StepPart<'rank'>> = {
  key: 'rank',
  check: (part, at, checker) => {
    const type = checkNumberStep(part.of, `${at}/of`, checker);
    const sound = [checkWithin(part.within, `${at}/within`, checker), checkTies(part.ties, `${at}/ties`, checker)];
    return type && !sound.includes(false) ? numberIn(undefined) : null;
  },
  compile: (part, compiler) => {
    const compare = tieBreaker(part);
    const group = (sheet: Sheet, rows: readonly number[]): ReadonlyMap<number, Value> => {
      const values = sheet.column(part.of);
      const ranked = rows.filter((row) => values[row]?.state === 'known');
      const doubt = rows.flatMap((row) => missingOf(values[row] as Value));
      const stopped = doubt.length > 0 && part.missing === 'stop';
      const places = placesOf(ranked, (a, b) => compare(sheet, a, b), part.ties);
      return new Map(
        rows.map((row) => {
          const value = values[row] as Value;
          if (value.state !== 'known') return [row, value];
          return [row, stopped ? lacking(doubt) : known(new Decimal(places.get(row) as number))];
        }),
      );
    };
    const column = (sheet: Sheet): Value[] => {
      const placed = new Map(groupsOf(part.within, sheet).flatMap((rows) => [...group(sheet, rows)]));
      return sheet.subjects.map((_, row) => placed.get(row) as Value);
    };
    const borders = (sheet: Sheet, row: number): Border[] => {
      const rows = groupsOf(part.within, sheet).find((one) => one.includes(row)) ?? [];
      const ranked = rows.filter((one) => sheet.column(part.of)[one]?.state === 'known');
      if (column(sheet)[row]?.state !== 'known') return [];
      return rivalsOf(ranked, row, compare, sheet).flatMap((rival) => {
        const found = distanceTo(rival, row, keysOf(part), sheet, compiler.titleOf);
        const beyond = passing(compare, row, rival);
        const place = placesOf(ranked, (a, b) => beyond(sheet, a, b), part.ties).get(row);
        return found && place !== undefined ? [rivalBorder(found, known(new Decimal(place)))] : [];
      });
    };
    return {
      column,
      borders,
      explain: ({ sheet, row, step }) => {
        const rows = groupsOf(part.within, sheet).find((one) => one.includes(row)) ?? [];
        const values = sheet.column(part.of);
        const ranked = rows.filter((one) => values[one]?.state === 'known');
        const open = rows.filter((one) => values[one]?.state === 'not-known').length;
        const title = compiler.titleOf(part.of);
        return {
          words: say(
            `在 ${ranked.length} 个对象中按“${title['zh-CN']}”${part.best === 'highest' ? '从高到低' : '从低到高'}${open > 0 ? `，另有 ${open} 个结果未知，名次暂定` : ''}`,
            `among ${ranked.length} by “${title.en}”, ${part.best} first${open > 0 ? `; ${open} more are not known, so the place is provisional` : ''}`,
          ),
          details: {
            among: ranked.length,
            notKnown: open,
            places: drawnPlaces(ranked, row, sheet, { compare, of: part.of }),
          },
          children: [step(part.of)],
        };
      },
    };
  },
};

const missingOf = (value: Value) => (value.state === 'not-known' ? value.missing : []);
