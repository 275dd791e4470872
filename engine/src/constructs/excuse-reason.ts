import { compilePredicate, type Variables } from '../condition.ts';
import { type DayNumber, toDay } from '../day.ts';
import { eventData, eventOf, variablesOf } from '../duty/answers.ts';
import { dutyEnv, dutyVariables } from '../duty/entry-place.ts';
import { fieldsOfMatch } from '../duty/matching.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import { nearestRelation, rememberLast, rowsOf } from '../duty/relation.ts';
import { titleOf } from '../duty/steps.ts';
import type { CompileContext, Construct, ExcuseRun, Situation } from '../duty/types.ts';
import type { Fact } from '../facts.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { Excuse, Obligation } from '../schema/obligation.ts';
import { say } from '../words.ts';

type Part = Extract<Excuse, { reason: unknown }>;

/** `excuses: [{ reason: exemption, where: "data.accepted" }]`: an accepted reason lifts the duty of the period; `event` is what it follows. */
export const excuseReason: Construct<Part, ExcuseRun> = {
  id: 'excuse-reason',
  check: (part, at, { parts, obligation }): Finding[] => {
    const form = parts.forms.get(part.reason);
    if (!form) return unknownName('form', part.reason, parts.forms, `${at}/reason`);
    const fields = new Map(form.fields.map((field) => [field.id, field]));
    return [
      ...(part.date === undefined ? [] : unknownName('field', part.date, fields, `${at}/date`)),
      ...conditionProblems(part.where, variablesFor(form, obligation, parts), `${at}/where`),
      ...liftsEvery(part, form, obligation, at),
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

function variablesFor(form: Form, obligation: Obligation, parts: Parts): Variables {
  const event = parts.forms.get(eventOf(obligation)?.form ?? '');
  return event ? variablesOf(form, event, parts) : dutyVariables(form, parts);
}

/** Where events are told apart by a number that the reason names too, a condition that does not look at the event lifts them all. */
function liftsEvery({ reason, where }: Part, form: Form, obligation: Obligation, at: string): Finding[] {
  const match = eventOf(obligation)?.match;
  if (match === undefined) return [];
  const { event, entry } = fieldsOfMatch(match);
  const field = form.fields.find(({ id }) => id === entry);
  if (!field || where.includes('event.')) return [];
  return [
    {
      code: 'lifts-every',
      severity: 'warning',
      at: `${at}/where`,
      words: say(
        `“${form.title['zh-CN']}”写着“${field.title['zh-CN']}”，条件却不与事由对照：期内的每一件都免`,
        `“${reason}” names “${entry}”, but the condition does not look at the event: it lifts all that are due then`,
      ),
      wayOut: say(
        `只免写明的那一件：加上 data.${entry} == event.${event}`,
        `To lift only the one it names, add: data.${entry} == event.${event}`,
      ),
    },
  ];
}

function reasonsOf(part: Part, { parts, obligation }: CompileContext): (situation: Situation) => readonly Fact[] {
  const form = parts.forms.get(part.reason);
  if (!form) return () => [];
  const relation = nearestRelation(form, obligation.who);
  const accepted = compilePredicate(part.where, variablesFor(form, obligation, parts));
  const asked = accepted.reads.some((name) => name.startsWith('event.'))
    ? parts.forms.get(eventOf(obligation)?.form ?? '')
    : undefined;
  const dayOf = (fact: Fact): DayNumber => {
    const value = part.date === undefined ? fact.date : fact.data[part.date];
    return toDay(typeof value === 'string' ? value : fact.date);
  };
  const recorded = rememberLast((subject, index, asOf) => rowsOf(relation, subject, form.id, index, asOf));
  const all = rememberLast((subject, index, asOf) =>
    recorded(subject, index, asOf).filter((fact) => accepted(dutyEnv(fact, subject.record, asOf, parts)) === true),
  );
  return ({ subject, index, asOf, span }) => {
    if (!subject || !index) return [];
    const within = (fact: Fact) => dayOf(fact) >= span.start && dayOf(fact) <= span.end;
    if (!asked) return all(subject, index, asOf).filter(within);
    const event = span.event && eventData(span.event, asked);
    return recorded(subject, index, asOf).filter(
      (fact) => event && within(fact) && accepted({ ...dutyEnv(fact, subject.record, asOf, parts), event }) === true,
    );
  };
}
