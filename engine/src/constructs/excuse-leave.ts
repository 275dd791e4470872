import { compilePredicate } from '../condition.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import { roundingWords } from '../duty/amount-words.ts';
import { dutyEnv, dutyVariables } from '../duty/entry-place.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { nearestRelation, rememberLast, rowsOf } from '../duty/relation.ts';
import { titleOf } from '../duty/steps.ts';
import type { CompileContext, Construct, ExcuseRun, Situation } from '../duty/types.ts';
import type { Fact } from '../facts.ts';
import { round } from '../fraction.ts';
import type { Finding } from '../problem.ts';
import type { Excuse } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Excuse, { leave: unknown }>;

/** `excuses: [{ leave: leave, from: first_day, to: last_day, … }]`: approved leave lessens the duty. */
export const excuseLeave: Construct<Part, ExcuseRun> = {
  id: 'excuse-leave',
  check: (part, at, { parts }): Finding[] => {
    const form = parts.forms.get(part.leave);
    if (!form) return unknownName('form', part.leave, parts.forms, `${at}/leave`);
    const fields = new Map(form.fields.map((field) => [field.id, field]));
    return [
      ...(['from', 'to'] as const).flatMap((key) => [
        ...unknownName('field', part[key], fields, `${at}/${key}`),
        ...notADate(fields.get(part[key])?.type, part[key], `${at}/${key}`),
      ]),
      ...conditionProblems(part.where, dutyVariables(form, parts), `${at}/where`),
    ];
  },
  compile: (part, context) => {
    const leaves = leavesOf(part, context);
    return {
      construct: 'excuse-leave',
      reduces: part.reduces,
      round: (value) => round(value, part.rounding),
      roundingWords: roundingWords(part.rounding),
      concerns: (situation) => leaves(situation).length > 0,
      excuses: (situation) => {
        const periods = leaves(situation);
        return (day) => periods.some(({ first, last }) => day >= first && day <= last);
      },
      explain: (situation) => {
        const facts = leaves(situation);
        const list = facts.map(({ first, last }) => `${fromDay(first)} – ${fromDay(last)}`);
        return {
          words: say(`批准的请假 ${list.join('、')}`, `Approved leave ${list.join(', ')}`),
          facts: facts.map(({ fact }) => fact),
          ...titleOf(part.leave, context.parts),
        };
      },
    };
  },
};

const notADate = (type: string | undefined, id: string, at: string): Finding[] =>
  type === undefined || type === 'date'
    ? []
    : [
        {
          code: 'not-a-date',
          at,
          words: say(`字段“${id}”不是日期`, `The field “${id}” is not a date`),
          wayOut: say('改用日期字段', 'Name a field of type date'),
        },
      ];

interface Leave {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly fact: Fact;
}

/** Accepted leave that touches the days the subject is bound in the period. */
function leavesOf(part: Part, { parts, obligation }: CompileContext): (situation: Situation) => readonly Leave[] {
  const form = parts.forms.get(part.leave);
  if (!form) return () => [];
  const relation = nearestRelation(form, obligation.who);
  const approved = part.where === undefined ? null : compilePredicate(part.where, dutyVariables(form, parts));
  const all = rememberLast((subject, index, asOf) =>
    rowsOf(relation, subject, form.id, index, asOf).flatMap((fact): Leave[] => {
      const [start, end] = [fact.data[part.from], fact.data[part.to]];
      if (typeof start !== 'string' || typeof end !== 'string') return [];
      const accepted = approved === null || approved(dutyEnv(fact, subject.record, asOf, parts)) === true;
      return accepted ? [{ first: toDay(start), last: toDay(end), fact }] : [];
    }),
  );
  return ({ subject, index, asOf, from, to }) => {
    const leaves = subject && index ? all(subject, index, asOf) : [];
    return leaves.length === 0 ? leaves : leaves.filter(({ first, last }) => first <= to && last >= from);
  };
}
