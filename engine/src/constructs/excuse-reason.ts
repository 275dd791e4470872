import { compilePredicate } from '../condition.ts';
import { type DayNumber, toDay } from '../day.ts';
import { dutyEnv, dutyVariables } from '../duty/entry-place.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { nearestRelation, rememberLast, rowsOf } from '../duty/relation.ts';
import { titleOf } from '../duty/steps.ts';
import type { CompileContext, Construct, ExcuseRun, Situation } from '../duty/types.ts';
import type { Fact } from '../facts.ts';
import type { Finding } from '../problem.ts';
import type { Excuse } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Excuse, { reason: unknown }>;

/** `excuses: [{ reason: exemption, where: "data.accepted" }]`: an accepted reason lifts the duty of the period. */
export const excuseReason: Construct<Part, ExcuseRun> = {
  id: 'excuse-reason',
  check: (part, at, { parts }): Finding[] => {
    const form = parts.forms.get(part.reason);
    if (!form) return unknownName('form', part.reason, parts.forms, `${at}/reason`);
    const fields = new Map(form.fields.map((field) => [field.id, field]));
    return [
      ...(part.date === undefined ? [] : unknownName('field', part.date, fields, `${at}/date`)),
      ...conditionProblems(part.where, dutyVariables(form, parts), `${at}/where`),
    ];
  },
  compile: (part, context) => {
    const reasons = reasonsOf(part, context);
    return {
      construct: 'excuse-reason',
      reduces: 'lifts',
      round: (value) => value,
      roundingWords: say('', ''),
      concerns: (situation) => reasons(situation).length > 0,
      excuses: (situation) => {
        const lifted = reasons(situation).length > 0;
        return () => lifted;
      },
      explain: (situation) => ({
        words: say('已认可的理由，本期免除', 'An accepted reason lifts the duty of this period'),
        facts: reasons(situation),
        ...titleOf(part.reason, context.parts),
      }),
    };
  },
};

function reasonsOf(part: Part, { parts, obligation }: CompileContext): (situation: Situation) => readonly Fact[] {
  const form = parts.forms.get(part.reason);
  if (!form) return () => [];
  const relation = nearestRelation(form, obligation.who);
  const accepted = compilePredicate(part.where, dutyVariables(form, parts));
  const dayOf = (fact: Fact): DayNumber => {
    const value = part.date === undefined ? fact.date : fact.data[part.date];
    return toDay(typeof value === 'string' ? value : fact.date);
  };
  const all = rememberLast((subject, index, asOf) =>
    rowsOf(relation, subject, form.id, index, asOf).filter(
      (fact) => accepted(dutyEnv(fact, subject.record, asOf, parts)) === true,
    ),
  );
  return ({ subject, index, asOf, span }) => {
    const facts = subject && index ? all(subject, index, asOf) : [];
    return facts.length === 0 ? facts : facts.filter((fact) => dayOf(fact) >= span.start && dayOf(fact) <= span.end);
  };
}
