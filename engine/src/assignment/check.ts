import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment, Exemption } from '../schema/pack.ts';
import { say } from '../words.ts';
import { perProblems } from './per-check.ts';
import { PERSON_NAMES, servingNames } from './variables.ts';
import { apartProblems, vacantProblems, whomProblems } from './whom-check.ts';

/** Everything wrong with a rule: whom it is about, names, conditions, bounds that can never bind. */
export function checkAssignment(assignment: Assignment, parts: Parts): Finding[] {
  const whom = whomProblems(assignment, parts);
  if (whom.length > 0) return whom;
  const names = servingNames(assignment, parts);
  return [
    ...(assignment.each ?? []).flatMap(({ check, excused_by }, i) => [
      ...conditionProblems(check, names, `/each/${i}/check`),
      ...exemptionProblems(excused_by, `/each/${i}/excused_by`, parts),
    ]),
    ...(assignment.per ?? []).flatMap((per, i) => [
      ...conditionProblems(per.that, names, `/per/${i}/that`),
      ...perProblems(per, `/per/${i}`, assignment, parts),
    ]),
    ...vacantProblems(assignment, parts),
    ...apartProblems(assignment, parts),
    ...conditionProblems(assignment.all_posted?.who, PERSON_NAMES, '/all_posted/who'),
    ...exemptionProblems(assignment.all_posted?.exempted_by, '/all_posted/exempted_by', parts),
  ];
}

function exemptionProblems(exemption: Exemption | undefined, at: string, parts: Parts): Finding[] {
  if (exemption === undefined) return [];
  const { form, until } = exemption;
  return [
    ...unknownName('form', form, parts.forms, `${at}/form`),
    ...aboutNobody(form, `${at}/form`, parts),
    ...(until === 'withdrawn' ? [] : lastDayProblems(form, until.field, `${at}/until/field`, parts)),
  ];
}

/** Without a last day in every entry it would not be known whether an exemption still holds. */
function lastDayProblems(formId: string, id: string, at: string, parts: Parts): Finding[] {
  const form = parts.forms.get(formId);
  if (!form) return [];
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const field = fields.get(id);
  if (!field) return unknownName('field', id, fields, at);
  if (field.type === 'date' && field.required === true && field.when === undefined) return [];
  return [
    {
      code: 'not-a-last-day',
      at,
      words: say(`“${id}”不是必填的日期字段`, `“${id}” is not a date field that every entry has`),
      wayOut: say(
        '改用必填的日期字段，或写 until: withdrawn（撤回前一直有效）',
        'Name a required date field, or write until: withdrawn (it holds until it is withdrawn)',
      ),
    },
  ];
}

function aboutNobody(id: string, at: string, parts: Parts): Finding[] {
  const form = parts.forms.get(id);
  if (!form || form.subject.posting || form.subject.person) return [];
  return [
    {
      code: 'not-about-persons',
      at,
      words: say(`“${id}”不是关于派驻或个人的表单`, `“${id}” is not about a posting or a person`),
      wayOut: say('改用 subject 为 posting 或 person 的表单', 'Use a form whose subject is a posting or a person'),
    },
  ];
}
