import type { At } from '../measure/types.ts';
import { lacking, toDecimal } from '../measure/values.ts';
import { checkBands, checkGaps } from '../rating/bands-check.ts';
import { bordersOf } from '../rating/borders.ts';
import { drawnBands, textOf } from '../rating/drawn.ts';
import { compileEnds } from '../rating/ends.ts';
import { mostOf } from '../rating/full-marks.ts';
import { mostPoints } from '../rating/marks-check.ts';
import { checkOutcome, compileOutcome, gradeTitle, outcomeType } from '../rating/outcome.ts';
import { perRow } from '../rating/rows.ts';
import { stepNamed } from '../rating/step-named.ts';
import type { StepConstruct, StepPart } from '../rating/types.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

/** `bands: { of: total, scale: class, rows: [{ at_least: 87, gives: { grade: first } }], otherwise: none }`. */
export const bands: StepConstruct<StepPart<'bands'>> = {
  key: 'bands',
  check: (part, at, checker) => {
    const of = checker.number(part.of, `${at}/of`);
    const scale = part.scale === undefined ? null : checker.scale(part.scale, `${at}/scale`);
    const outcomes = [
      ...part.rows.map(({ gives }) => gives),
      ...(typeof part.otherwise === 'object' ? [part.otherwise] : []),
    ];
    const types = outcomes.map((outcome, i) =>
      checkOutcome(outcome, i < part.rows.length ? `${at}/rows/${i}/gives` : `${at}/otherwise`, scale, checker),
    );
    checkBands(part.rows, at, of, checker);
    checkGaps(part.rows, at, of, checker);
    return of && !types.includes(null) ? outcomeType(types, part.scale, at, checker) : null;
  },
  compile: (part, compiler) => {
    const [of, judged] = [compiler.compile(part.of), stepNamed(part.of)];
    const rows = part.rows.map((row) => ({
      ends: compileEnds(row, compiler),
      outcome: compileOutcome(row.gives, compiler),
    }));
    const scale = part.scale === undefined ? null : compiler.scale(part.scale);
    const titleOf = (given: Value): Words =>
      scale && given.state === 'known'
        ? gradeTitle(String(given.value), scale)
        : say(formatValue(given, undefined, 'zh-CN'), formatValue(given, undefined, 'en'));
    const otherwise = typeof part.otherwise === 'object' ? compileOutcome(part.otherwise, compiler) : null;
    const find = (at: At): { readonly index: number; readonly value: Value } | Value => {
      const value = of.evaluate(at);
      if (value.state !== 'known') return value;
      for (const [index, { ends }] of rows.entries()) {
        const fits = ends.fits(toDecimal(value), at);
        if (typeof fits !== 'boolean') return fits;
        if (fits) return { index, value };
      }
      return { index: -1, value };
    };
    const evaluate = (at: At): Value => {
      const found = find(at);
      if ('state' in found) return found;
      const outcome = rows[found.index]?.outcome ?? otherwise;
      if (outcome) return outcome.evaluate(at);
      return part.otherwise === 'none' ? NO_GRADE : lacking([inGap(found.value)]);
    };
    return perRow(
      {
        evaluate,
        explain: ({ at }) => {
          const found = find(at);
          const index = 'state' in found ? -1 : found.index;
          const row = rows[index];
          return {
            words: row
              ? say(
                  `落入第 ${index + 1} 档：${row.ends.words(at)['zh-CN']}`,
                  `row ${index + 1}: ${row.ends.words(at).en}`,
                )
              : say('不落入任何一档', 'it fits no row'),
            details: {
              row: index,
              value: textOf(of.evaluate(at)),
              bands: drawnBands(
                rows.map(({ ends, outcome }) => ({ ends, title: titleOf(outcome.evaluate(at)) })),
                index,
                at,
              ),
            },
            children: [of.explain(at)],
          };
        },
      },
      {
        ...(mostPoints(part, compiler.parts) === null
          ? {}
          : { full: (sheet, row) => mostOf(rows.map(({ outcome }) => outcome.evaluate(sheet.at(row)))) ?? NO_GRADE }),
        borders: (sheet, row) =>
          bordersOf({ of, rows, otherwise, judged }, sheet.at(row)).map((border) =>
            judged === null ? border : { ...border, of: judged },
          ),
      },
    );
  },
};

const NO_GRADE = notApplicable(say('未达到任何等次', 'No grade was reached'));

const inGap = (value: Value) => ({
  what: 'bands',
  words: say(
    `${formatValue(value, undefined, 'zh-CN')} 落在各档之间的空隙`,
    `${formatValue(value, undefined, 'en')} lies in a gap between the rows`,
  ),
});
