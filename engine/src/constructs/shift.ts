import { Decimal } from '../decimal.ts';
import { unknownName } from '../duty/problems.ts';
import type { At } from '../measure/types.ts';
import { lacking } from '../measure/values.ts';
import { checkGradeStep } from '../rating/checked.ts';
import { checkDueProcess } from '../rating/effect/behind.ts';
import { gradeAt, gradeIndex, gradeName, scaleOfStep } from '../rating/grades.ts';
import { perRow } from '../rating/rows.ts';
import { compileMove, type Move, moved, type Size } from '../rating/shift/move.ts';
import type { Neighbour, Sheet, StepChecker, StepConstruct, StepPart, Turn } from '../rating/types.ts';
import { holdsUntil } from '../rating/until.ts';
import type { Shift } from '../schema/rating/shift.ts';
import type { Scale } from '../schema/rating.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';

/** `shift: { of: class, moves: [{ down: 1, when: notice, why: … }], several: each }`: a grade lower or higher. */
export const shift: StepConstruct<StepPart<'shift'>> = {
  key: 'shift',
  check: (part, at, checker) => {
    const type = checkGradeStep(part.of, `${at}/of`, checker);
    const scale = type?.scale === undefined ? null : checker.scale(type.scale, `${at}/of`);
    const sound = part.moves.map((move, i) => checkMove(move, scale, `${at}/moves/${i}`, checker));
    return sound.includes(false) ? null : type;
  },
  compile: (part, compiler) => {
    const scale = scaleOfStep(part.of, compiler);
    const moves = part.moves.map((move) => compileMove(move, scale, compiler));
    const sizesAt = (at: At): Size[] => moves.map((move) => move.sizeAt(at));
    const outcome = (value: Value, sizes: readonly Size[]): Value => {
      const from = gradeIndex(value, scale);
      if (from === null) return value;
      const missing = sizes.flatMap((size) => ('missing' in size ? size.missing : []));
      if (missing.length > 0) return lacking(missing);
      return gradeAt(moved(from, moves, sizes.map(numberIn), part.several, scale.grades.length), scale);
    };
    const own = (sheet: Sheet, row: number): Value => sheet.column(part.of)[row] as Value;
    return perRow(
      {
        evaluate: (at, sheet, row) => outcome(own(sheet, row), sizesAt(at)),
        explain: ({ at, sheet, row, step }) => {
          const sizes = sizesAt(at);
          const active = moves.filter((_, i) => !numberIn(sizes[i] as Size).isZero());
          const [before, after] = [
            gradeIndex(own(sheet, row), scale),
            gradeIndex(outcome(own(sheet, row), sizes), scale),
          ];
          const way = (at: number | null) => (at === null ? NOT_KNOWN : gradeName(at, scale));
          const said = active.map((move) => move.words(at));
          const to =
            before === after
              ? say('等次不变', 'the grade stays')
              : say(
                  `由“${way(before)['zh-CN']}”到“${way(after)['zh-CN']}”`,
                  `from “${way(before).en}” to “${way(after).en}”`,
                );
          return {
            words: say(
              [...said.map((one) => one['zh-CN']), said.length === 0 ? '没有升降' : to['zh-CN']].join('；'),
              [...said.map((one) => one.en), said.length === 0 ? 'nothing moves it' : to.en].join('; '),
            ),
            children: [step(part.of), ...moves.flatMap((move) => move.explain(at))],
          };
        },
      },
      {
        neighbours: (sheet, row) => neighboursOf(moves, own(sheet, row), sheet.at(row), outcome),
        turns: (sheet, row) => turnsOf(moves, sheet, row),
      },
    );
  },
};

const NOT_KNOWN = say('未知', 'not known');

const numberIn = (size: Size): Decimal => ('is' in size ? size.is : new Decimal(0));

function checkMove(move: Shift['moves'][number], scale: Scale | null, at: string, checker: StepChecker): boolean {
  const [key, by, limit] =
    'down' in move ? (['down', move.down, 'no_lower_than'] as const) : (['up', move.up, 'no_higher_than'] as const);
  if (key === 'down') checkDueProcess([move.when, move.times], at, checker);
  const grade = 'down' in move ? move.no_lower_than : move.no_higher_than;
  const grades = new Map((scale?.grades ?? []).map((one) => [one.id, one]));
  const unknown = grade === undefined || !scale ? [] : unknownName('grade', grade, grades, `${at}/${limit}`);
  for (const finding of unknown) checker.add(finding);
  return [
    unknown.length === 0,
    checker.number(by, `${at}/${key}`) !== null,
    move.when === undefined || checker.judgement(move.when, `${at}/when`) !== null,
    move.times === undefined || checker.number(move.times, `${at}/times`) !== null,
  ].every(Boolean);
}

/** The grade with each move and without it, where that is another. */
function neighboursOf(
  moves: readonly Move[],
  value: Value,
  at: At,
  outcome: (value: Value, sizes: readonly Size[]) => Value,
): Neighbour[] {
  const sizes = moves.map((move) => move.sizeAt(at));
  const now = JSON.stringify(outcome(value, sizes));
  return moves.flatMap((move, i) =>
    move
      .others(at)
      .map(({ words, size }) => ({ words, value: outcome(value, sizes.with(i, size)) }))
      .filter((one) => JSON.stringify(one.value) !== now),
  );
}

/** Until when each fall holds. */
function turnsOf(moves: readonly Move[], sheet: Sheet, row: number): Turn[] {
  const at = sheet.at(row);
  const holds = (move: Move) => (when: At) => !numberIn(move.sizeAt(when)).isZero();
  return moves.flatMap((move): Turn[] => {
    if (move.way !== 'down' || !holds(move)(at)) return [];
    const on = holdsUntil(holds(move), sheet, row);
    return on ? [{ on, words: say(`不再因“${move.why['zh-CN']}”降等`, `no longer lower for “${move.why.en}”`) }] : [];
  });
}
