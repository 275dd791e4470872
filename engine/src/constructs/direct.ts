import { factRef } from '../duty/fact-ref.ts';
import { unknownName } from '../duty/problems.ts';
import { checkSet } from '../measure/set-check.ts';
import type { At } from '../measure/types.ts';
import { lacking } from '../measure/values.ts';
import { checkGradeStep } from '../rating/checked.ts';
import { type CompiledCase, compileCase, type Held } from '../rating/direct-case.ts';
import { gradeAt } from '../rating/grades.ts';
import { gradeOf } from '../rating/outcome.ts';
import { perRow } from '../rating/rows.ts';
import type { Sheet, StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { Direct } from '../schema/rating/direct.ts';
import type { Scale } from '../schema/rating.ts';
import { notApplicable, type Value } from '../value.ts';
import { say } from '../words.ts';

type Written = Direct['cases'][number];

/** `direct: { scale: class, of: class, cases: [{ form: honour, grade: first, lasts: period, why: … }], … }`. */
export const direct: StepConstruct<StepPart<'direct'>> = {
  key: 'direct',
  check: (part, at, checker) => {
    const scale = checker.scale(part.scale, `${at}/scale`);
    const of = part.of === undefined ? null : checkGradeStep(part.of, `${at}/of`, checker);
    const sound = part.cases.map((one, i) => checkCase(one, scale, `${at}/cases/${i}`, checker));
    if (!scale || sound.includes(false) || (part.of !== undefined && !of)) return null;
    return gradeOf(scale.id);
  },
  compile: (part, compiler) => {
    const scale = compiler.scale(part.scale);
    const cases = part.cases.map((one) => compileCase(one, scale, part.holds, compiler.parts));
    const otherwise = (sheet: Sheet, row: number): Value =>
      part.of === undefined ? NO_EVENT : (sheet.column(part.of)[row] as Value);
    const decide = (at: At) => decided(cases, part.several, at);
    return perRow({
      evaluate: (at, sheet, row) => {
        const { found, doubt } = decide(at);
        if (doubt.length > 0) return lacking(doubt);
        return found ? gradeAt(found.one.grade, scale) : otherwise(sheet, row);
      },
      explain: ({ at, step }) => {
        const { found } = decide(at);
        const children = part.of === undefined ? [] : [step(part.of)];
        if (!found) return { words: say('没有直接定等的情形', 'nothing sets it directly'), children };
        const { why } = found.one.written;
        const end =
          found.held.until === null
            ? say('', '')
            : say(`，效力至 ${found.held.until}`, ` (holds until ${found.held.until})`);
        return {
          words: say(`${why['zh-CN']}，直接定等${end['zh-CN']}`, `set directly: ${why.en}${end.en}`),
          facts: [factRef(found.held.fact)],
          children,
        };
      },
    });
  },
};

const NO_EVENT = notApplicable(say('没有直接定等的情形', 'Nothing sets the grade directly'));

interface Decided {
  readonly one: CompiledCase;
  readonly held: Held;
}

function decided(cases: readonly CompiledCase[], several: Direct['several'], at: At) {
  const judged = cases.map((one) => ({ one, ...one.held(at) }));
  const doubt = judged.flatMap((one) => one.doubt);
  const holding = judged.flatMap(({ one, found }): Decided[] => (found ? [{ one, held: found }] : []));
  const sign = several === 'best' ? 1 : -1;
  const [first] = several === 'first-listed' ? holding : holding.toSorted((a, b) => sign * (a.one.grade - b.one.grade));
  return { found: first ?? null, doubt };
}

function checkCase(one: Written, scale: Scale | null, at: string, checker: StepChecker): boolean {
  const grades = new Map((scale?.grades ?? []).map(({ id }, i) => [id, i]));
  const unknown = scale ? unknownName('grade', one.grade, grades, `${at}/grade`) : [];
  for (const finding of unknown) checker.add(finding);
  const none = {
    parts: checker.parts,
    names: null,
    other: () => null,
    measure: null,
    step: () => null,
    add: checker.add,
    check: () => null,
  };
  const set = checkSet({ form: one.form, ...(one.where === undefined ? {} : { where: one.where }) }, at, none);
  if (!set || unknown.length > 0) return false;
  const form = checker.parts.forms.get(one.form);
  if (typeof one.lasts === 'object' && 'until' in one.lasts) {
    const dates = new Map((form?.fields ?? []).filter(({ type }) => type === 'date').map((field) => [field.id, field]));
    for (const finding of unknownName('field', one.lasts.until, dates, `${at}/lasts/until`)) checker.add(finding);
  }
  if (grades.get(one.grade) === 0) return true;
  if (one.lasts === 'for-good') checker.add(ENDLESS(`${at}/lasts`));
  if ((form?.confirmation ?? 'none') === 'none') checker.add(UNCONFIRMED(`${at}/form`));
  return true;
}

const ENDLESS = (at: string) => ({
  code: 'endless-block',
  at,
  words: say('使等次降低的情形必须有期限', 'What lowers a grade must have an end'),
  wayOut: say(
    '写 lasts: period、{ years: 2 } 或 { until: 日期字段 }',
    'Write lasts: period, { years: 2 } or { until: a date field }',
  ),
});

const UNCONFIRMED = (at: string) => ({
  code: 'unconfirmed',
  at,
  words: say('使等次降低的记录必须由第二人确认', 'Entries that lower a grade must be confirmed by a second person'),
  wayOut: say('在表单中写 confirmation: village 或 township', 'Write confirmation: village or township in the form'),
});
