import { checkGradeStep, checkNumberStep } from '../rating/checked.ts';
import { gradeAt, scaleOfStep, scaleOfType } from '../rating/grades.ts';
import { tieBreaker } from '../rating/order.ts';
import { perSheet } from '../rating/per-sheet.ts';
import { checkPlaces } from '../rating/quota/check.ts';
import { placeMore, quotaBorders } from '../rating/quota/edges.ts';
import { beyondPlaces, explainQuota } from '../rating/quota/explain.ts';
import { type CompiledQuota, conditionsOf, type Group, giveOut } from '../rating/quota/group.ts';
import { compilePlaces } from '../rating/quota/limits.ts';
import { squeezed } from '../rating/squeezed.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import { checkWithin, groupAt, groupsOf } from '../rating/within.ts';
import type { Quota } from '../schema/rating/quota.ts';
import type { Value } from '../value.ts';

/** `quota: { of: class, by: [{ step: total, best: highest }], places: [{ grade: first, at_most: { share: 0.2 } }], … }`. */
export const quota: StepConstruct<StepPart<'quota'>> = {
  key: 'quota',
  check: (part, at, checker) => {
    const type = checkGradeStep(part.of, `${at}/of`, checker);
    const keys = part.by.map(({ step }, i) => checkNumberStep(step, `${at}/by/${i}/step`, checker));
    const scale = scaleOfType(type, checker);
    const sound = [checkWithin(part.within, `${at}/within`, checker), checkConditions(part, at, checker)];
    if (!scale || keys.includes(null)) return null;
    return checkPlaces(part, at, scale, checker) && !sound.includes(false) ? type : null;
  },
  compile: (part, compiler) => {
    const scale = scaleOfStep(part.of, compiler);
    const [first, ...rest] = part.by as [Quota['by'][number], ...Quota['by']];
    const made: CompiledQuota = {
      part,
      scale,
      places: compilePlaces(part, scale, compiler),
      ...conditionsOf(part, compiler),
      compare: tieBreaker({ of: first.step, best: first.best, ties: { by: rest, then: 'shared-with-gap' } }),
    };
    const groups = perSheet((sheet) => {
      const byRow = new Map<number, Group>();
      for (const rows of groupsOf(part.within, sheet)) {
        const group = giveOut(made, sheet, rows);
        for (const row of rows) byRow.set(row, group);
      }
      return byRow;
    });
    const groupOf = (sheet: Sheet, row: number): Group => groups(sheet).get(row) as Group;
    const valueOf = (sheet: Sheet, row: number): Value => {
      const { allocation, stopped, candidates } = groupOf(sheet, row);
      const own = sheet.column(part.of)[row] as Value;
      if (!candidates.has(row)) return own;
      const index = allocation?.gradeOf.get(row);
      return index === undefined ? (stopped ?? own) : gradeAt(index, scale);
    };
    return {
      column: (sheet) => sheet.subjects.map((_, row) => valueOf(sheet, row)),
      explain: (telling) => explainQuota(made, groupOf(telling.sheet, telling.row), telling),
      findings: (sheet) => {
        const all = new Set(groups(sheet).values());
        const after = sheet.subjects.map((_, row) => valueOf(sheet, row));
        return [
          ...beyondPlaces(made, all, sheet),
          ...[...all].flatMap(({ rows }) =>
            squeezed(rows, sheet.column(part.of), after, scale, groupAt(part.within, sheet, rows).organisation),
          ),
        ];
      },
      borders: (sheet, row) => quotaBorders(made, groupOf(sheet, row), sheet, row),
      neighbours: (sheet, row) => placeMore(made, groupOf(sheet, row), sheet, row),
    };
  },
};

function checkConditions({ base, binding, direct }: Quota, at: string, checker: StepChecker): boolean {
  const types = [
    ...(typeof base === 'object' ? [checker.judgement(base.when, `${at}/base/when`)] : []),
    ...(typeof binding === 'object' ? [checker.judgement(binding.unless, `${at}/binding/unless`)] : []),
    ...(typeof direct === 'object' ? [checker.judgement(direct.when, `${at}/direct/when`)] : []),
  ];
  return !types.includes(null);
}
