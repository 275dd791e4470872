import { compilePredicate, type Variables } from '../condition.ts';
import type { Finding } from '../problem.ts';
import type { Event } from '../schema/after.ts';
import type { Form } from '../schema/form.ts';
import { say } from '../words.ts';
import { dutyVariables } from './entry-place.ts';
import { conditionProblems } from './problems.ts';
import type { CheckContext } from './types.ts';

/**
 * Where an event and its answer are entries of one form, the event itself may be taken for its answer: the visit that finds something for
 * the visit that looks again. Conditions that ask one field for two values keep them apart, and so does `answers`.
 */
export function selfAnswers(event: Event, form: Form, { parts, obligation }: CheckContext): Finding[] {
  const names = dutyVariables(form, parts);
  return obligation.counts.flatMap(({ form: counted, where, answers }, i) =>
    counted !== event.form || answers !== undefined || apart(event.where, where, names)
      ? []
      : [
          {
            code: 'answers-itself',
            severity: 'warning' as const,
            at: `/counts/${i}`,
            words: say(
              `事由与答复是同一种记录“${form.title['zh-CN']}”，事由那一条自己就会算作办了`,
              `The event and its answer are entries of one form, “${form.title.en}”: the event itself would count as its answer`,
            ),
            wayOut: say(
              `须再有一条才算的，写 answers: entry.date > event.${form.date}；答复就填在同一条里的，写 answers: has(data.…)，由它说明何时算办了`,
              `Where another one is needed write answers: entry.date > event.${form.date}; where the answer is written into the same entry, answers: has(data.…) says when it is done`,
            ),
          },
        ],
  );
}

/** Whether no entry can fulfil both. */
function apart(one: string | undefined, other: string | undefined, names: Variables): boolean {
  if (one === undefined || other === undefined) return false;
  if ([one, other].some((source) => conditionProblems(source, names, '').length > 0)) return true;
  const [a, b] = [one, other].map((source) => compilePredicate(source, names).equals);
  if (a && b) return a.field === b.field && a.value !== b.value;
  return one === `!${other}` || other === `!${one}`;
}
