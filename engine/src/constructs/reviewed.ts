import { numberProblems, unknownName } from '../duty/problems.ts';
import type { Explanation } from '../explanation.ts';
import type { At } from '../measure/types.ts';
import { numberIn } from '../measure/unit.ts';
import { figure, lacking, toDecimal } from '../measure/values.ts';
import { checkEntries } from '../rating/entries/check.ts';
import { stageNeighbours } from '../rating/reviewed/neighbours.ts';
import { type Settled, settle } from '../rating/reviewed/settle.ts';
import { compileStage, type Stage } from '../rating/reviewed/stage.ts';
import { perRow } from '../rating/rows.ts';
import type { StepChecker, StepConstruct, StepPart } from '../rating/types.ts';
import type { ReviewStage } from '../schema/rating/reviewed.ts';
import type { Value } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

/** `reviewed: { stages: [{ id: self, … }, { id: township, … }], full: 10, unreasoned: earlier-holds }`. */
export const reviewed: StepConstruct<StepPart<'reviewed'>> = {
  key: 'reviewed',
  check: (part, at, checker) => {
    const sound = part.stages.map((stage, i) => checkStage(stage, `${at}/stages/${i}`, checker));
    const full = checker.number(part.full, `${at}/full`);
    return full && !sound.includes(false) ? numberIn(checker.rating.unit) : null;
  },
  compile: (part, compiler) => {
    const stages = part.stages.map((stage) => compileStage(stage, compiler.parts));
    const full = compiler.compile(part.full);
    const { type } = compiler;
    const stagesAt = (at: At, marks: Value): Stage[] => stages.map((stage) => stage(at, toDecimal(marks)));
    return perRow(
      {
        evaluate: (at) => {
          const marks = full.evaluate(at);
          if (marks.state !== 'known') return marks;
          const { holds, open } = settle(stagesAt(at, marks), part);
          return open ?? (holds?.score ? figure(holds.score, type) : lacking([]));
        },
        explain: ({ at }) => {
          const marks = full.evaluate(at);
          if (marks.state !== 'known') return { words: say('满分未知', 'the full marks are not known') };
          const found = stagesAt(at, marks);
          const settled = settle(found, part);
          const title = settled.holds?.stage.title;
          return {
            words: title
              ? say(`以“${title['zh-CN']}”为准`, `“${title.en}” holds`)
              : say('尚无评分', 'there is no score yet'),
            details: { holds: settled.holds?.stage.id ?? null },
            children: found.map((one, i) => explainStage(one, settled, i)),
          };
        },
      },
      {
        full: (sheet, row) => full.evaluate(sheet.at(row)),
        neighbours: (sheet, row) => {
          const at = sheet.at(row);
          const marks = full.evaluate(at);
          return marks.state === 'known' ? stageNeighbours(stagesAt(at, marks), toDecimal(marks), part, type) : [];
        },
      },
    );
  },
};

function checkStage(stage: ReviewStage, at: string, checker: StepChecker): boolean {
  const variables = checkEntries(stage.entries, `${at}/entries`, checker);
  if (!variables) return false;
  const fields = new Map((checker.parts.forms.get(stage.entries.form)?.fields ?? []).map((field) => [field.id, field]));
  const findings = [
    ...numberProblems(stage.of, variables, `${at}/of`),
    ...(stage.reason === 'not-required' ? [] : unknownName('field', stage.reason, fields, `${at}/reason`)),
    ...((stage.by === undefined) === (stage.late === undefined) ? [] : [together(at)]),
  ];
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

const together = (at: string) => ({
  code: 'must-choose',
  at,
  words: say('by 与 late 须同时写', 'by and late go together'),
  wayOut: say(
    '写明截止日 by 和逾期怎么办 late，或都不写',
    'Write the day (by) and what a late entry counts (late), or neither',
  ),
});

function explainStage({ stage, score, facts }: Stage, { notes }: Settled, i: number): Explanation {
  const note = notes[i];
  const { title } = stage;
  return {
    construct: 'part',
    words: note ? say(`${title['zh-CN']}（${note['zh-CN']}）`, `${title.en} (${note.en})`) : title,
    result: valueToJson(score === null ? { state: 'not-applicable', why: NO_SCORE } : { state: 'known', value: score }),
    facts,
  };
}

const NO_SCORE = say('未评分', 'no score');
