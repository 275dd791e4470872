import type { At, FigureType } from '../measure/types.ts';
import { lacking } from '../measure/values.ts';
import { checkOutcome } from '../rating/outcome.ts';
import { perRow } from '../rating/rows.ts';
import type { StepConstruct, StepPart } from '../rating/types.ts';
import { known, notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

/** `class: { rows: [{ when: attr("altitude") > 500, is: mountain }], otherwise: { is: plain } }`: which class a subject belongs to. */
export const classStep: StepConstruct<StepPart<'class'>> = {
  key: 'class',
  check: (part, at, checker) => {
    const scale = part.scale === undefined ? null : checker.scale(part.scale, `${at}/scale`);
    const judged = part.rows.map(({ when }, i) => checker.judgement(when, `${at}/rows/${i}/when`));
    if (part.scale !== undefined) {
      part.rows.forEach(({ is }, i) => {
        if (scale) checkOutcome({ grade: is }, `${at}/rows/${i}`, scale, checker);
      });
      if (scale && typeof part.otherwise === 'object')
        checkOutcome({ grade: part.otherwise.is }, `${at}/otherwise`, scale, checker);
    }
    return judged.includes(null) ? null : typeOf(part);
  },
  compile: (part, { compile }) => {
    const rows = part.rows.map(({ when, is }) => ({ when: compile(when), is }));
    const find = (at: At): { readonly index: number; readonly value: Value } => {
      for (const [index, { when, is }] of rows.entries()) {
        const holds = when.evaluate(at);
        if (holds.state !== 'known') return { index, value: holds };
        if (holds.value === true) return { index, value: known(is) };
      }
      return { index: -1, value: fallback(part.otherwise) };
    };
    return perRow({
      evaluate: (at) => find(at).value,
      explain: ({ at }) => {
        const { index } = find(at);
        const row = rows[index];
        return {
          words: row
            ? say(`按第 ${index + 1} 个条件`, `by condition ${index + 1}`)
            : say('哪个条件都不成立', 'no condition holds'),
          details: { row: index },
          children: row ? [row.when.explain(at)] : [],
        };
      },
    });
  },
};

function typeOf({ scale, rows, otherwise }: StepPart<'class'>): FigureType {
  const named = [...rows.map(({ is }) => is), ...(typeof otherwise === 'object' ? [otherwise.is] : [])];
  return { kind: 'text', options: [...new Set(named)], ...(scale === undefined ? {} : { scale }) };
}

function fallback(otherwise: StepPart<'class'>['otherwise']): Value {
  if (typeof otherwise === 'object') return known(otherwise.is);
  if (otherwise === 'none') return notApplicable(say('不属于任何一类', 'It belongs to no class'));
  return lacking([{ what: 'class', words: say('哪个条件都不成立', 'No condition holds') }]);
}
