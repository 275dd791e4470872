import { unknownName } from '../duty/problems.ts';
import { checkNumberStep } from '../rating/checked.ts';
import { gradeAt } from '../rating/grades.ts';
import { checkBefore, compileBefore } from '../rating/levels/before.ts';
import {
  allHold,
  asItIs,
  type Condition,
  conditionsOf,
  isMet,
  type Judge,
  named,
} from '../rating/levels/conditions.ts';
import { fallNeighbours, riseNeighbours } from '../rating/levels/neighbours.ts';
import { gradeOf } from '../rating/outcome.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Levels } from '../schema/rating/levels.ts';
import type { Scale } from '../schema/rating.ts';
import { notApplicable, type Value, type Words } from '../value.ts';
import { say } from '../words.ts';

interface Rung {
  /** Position of its grade: 0 is the best. */
  readonly grade: number;
  readonly title: Words;
  readonly conditions: readonly Condition[];
}

/** `levels: { scale: stars, basic: […], levels: [{ grade: three, parts: […], only_from: [two] }], builds_up: yes, … }`. */
export const levels: StepConstruct<StepPart<'levels'>> = {
  key: 'levels',
  check: (part, at, checker) => {
    const scale = checker.scale(part.scale, `${at}/scale`);
    const basic = (part.basic ?? []).map(({ when }, i) => checker.judgement(when, `${at}/basic/${i}/when`));
    const sound = part.levels.map((level, i) => checkLevel(level, part, scale, `${at}/levels/${i}`, checker));
    const before = checkBefore(part.before, `${at}/before`, checker);
    return scale && before && !basic.includes(null) && !sound.includes(false) ? gradeOf(scale.id) : null;
  },
  compile: (part, compiler) => {
    const scale = compiler.scale(part.scale);
    const before = compileBefore(part.before, compiler);
    const basic = (part.basic ?? []).map((one) => named(one, compiler));
    const rungs = rungsOf(part, scale, (level) => conditionsOf(level, before, scale, compiler));
    const reach = (
      sheet: Sheet,
      row: number,
      judge: Judge = asItIs,
    ): { readonly rung: Rung | null; readonly value: Value } => {
      const ground = allHold(basic, sheet, row, judge);
      if (ground.state !== 'known') return { rung: null, value: ground };
      for (const rung of ground.value === true ? rungs : []) {
        const held = allHold(rung.conditions, sheet, row, judge);
        if (held.state !== 'known') return { rung: null, value: held };
        if (held.value === true) return { rung, value: gradeAt(rung.grade, scale) };
      }
      return { rung: null, value: NO_LEVEL };
    };
    const nextOf = (rung: Rung | null): Rung | null =>
      rungs.findLast(({ grade }) => rung === null || grade < rung.grade) ?? null;
    const evaluate = (sheet: Sheet, row: number, judge?: Judge): Value => reach(sheet, row, judge).value;
    const explained: Parameters<typeof perRow>[0] = {
      evaluate: (_at, sheet, row) => evaluate(sheet, row),
      explain: ({ sheet, row }) => {
        const { rung } = reach(sheet, row);
        const next = nextOf(rung);
        const lacking = [...basic, ...(next?.conditions ?? [])].filter((one) => !isMet(one, sheet, row));
        const here = rung
          ? say(`达到“${rung.title['zh-CN']}”`, `reaches “${rung.title.en}”`)
          : say('未达到任何等级', 'reaches no level');
        const short = lacking.map((one) => one.words(sheet, row));
        const above = next ?? rung;
        return {
          words:
            short.length === 0 || !next
              ? here
              : say(
                  `${here['zh-CN']}；“${next.title['zh-CN']}”还差：${short.map((one) => one['zh-CN']).join('、')}`,
                  `${here.en}; “${next.title.en}” still lacks: ${short.map((one) => one.en).join(', ')}`,
                ),
          children: [...basic, ...(above?.conditions ?? [])].map((one) => one.explain(sheet, row)),
        };
      },
    };
    return perRow(explained, {
      neighbours: (sheet, row) => {
        const { rung, value } = reach(sheet, row);
        if (value.state === 'not-known') return [];
        const [here, above] = [rung, nextOf(rung)].map((one) => [...basic, ...(one?.conditions ?? [])]);
        return [
          ...riseNeighbours(above ?? [], sheet, row, evaluate),
          ...fallNeighbours(rung ? (here ?? []) : [], sheet, row, evaluate),
        ];
      },
    });
  },
};

const NO_LEVEL = notApplicable(say('未达到任何等级', 'No level is reached'));

type Level = Levels['levels'][number];

/** From the best to the lowest; with `builds_up` each has the conditions of those below it too. */
function rungsOf({ levels: written, builds_up }: Levels, scale: Scale, own: (level: Level) => Condition[]): Rung[] {
  const rungs = written
    .map((level) => {
      const grade = scale.grades.findIndex(({ id }) => id === level.grade);
      return {
        grade,
        title: scale.grades[grade]?.title ?? say(level.grade, level.grade),
        conditions: own(level),
        level,
      };
    })
    .sort((a, b) => a.grade - b.grade);
  if (builds_up === 'no') return rungs;
  const inherited = rungs.map(({ level: { only_from: _, ...level } }) => own(level));
  return rungs.map((rung, i) => ({ ...rung, conditions: [...rung.conditions, ...inherited.slice(i + 1).flat()] }));
}

function checkLevel(level: Level, part: Levels, scale: Scale | null, at: string, checker: StepChecker): boolean {
  const grades = new Map((scale?.grades ?? []).map((grade) => [grade.id, grade]));
  const unknown = [level.grade, ...(level.only_from ?? [])].flatMap((id, i) =>
    unknownName('grade', id, grades, i === 0 ? `${at}/grade` : `${at}/only_from/${i - 1}`),
  );
  for (const finding of unknown) checker.add(finding);
  const types = [
    ...(level.parts ?? []).flatMap(({ of, at_least }, i) => [
      checkNumberStep(of, `${at}/parts/${i}/of`, checker),
      checker.number(at_least, `${at}/parts/${i}/at_least`),
    ]),
    ...(level.needs ?? []).map(({ when }, i) => checker.judgement(when, `${at}/needs/${i}/when`)),
  ];
  if (level.only_from && part.before === 'none') {
    checker.add({
      code: 'no-level-before',
      at: `${at}/only_from`,
      words: say('没有写此前的等级从哪里来', 'It is not said where the level reached before comes from'),
      wayOut: say(
        '写 before，如 { step: level, back: 1, since: "2024" }',
        'Write before, e.g. { step: level, back: 1, since: "2024" }',
      ),
    });
  }
  return unknown.length === 0 && !types.includes(null);
}
