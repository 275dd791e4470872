import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment, Exemption } from '../schema/pack.ts';
import { say } from '../words.ts';
import { organisationNames, PERSON_NAMES, postingNames } from './variables.ts';

type Per = NonNullable<Assignment['per']>[number];

/** Everything wrong with a rule over postings: names, conditions, bounds that can never bind. */
export function checkAssignment(assignment: Assignment, parts: Parts): Finding[] {
  const names = postingNames(assignment, parts);
  return [
    ...unknownName('posting-kind', assignment.postings, parts.postingKinds, '/postings'),
    ...(assignment.each ?? []).flatMap(({ check, excused_by }, i) => [
      ...conditionProblems(check, names, `/each/${i}/check`),
      ...exemptionProblems(excused_by, `/each/${i}/excused_by`, parts),
    ]),
    ...(assignment.per ?? []).flatMap((per, i) => perProblems(per, `/per/${i}`, parts)),
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

function perProblems({ key, at_least, at_most, among }: Per, at: string, parts: Parts): Finding[] {
  const problem = (code: string, zh: string, en: string, wayZh: string, wayEn: string): Finding => ({
    code,
    at,
    words: say(zh, en),
    wayOut: say(wayZh, wayEn),
  });
  return [
    ...(among?.kinds ?? []).flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/among/kinds/${i}`),
    ),
    ...conditionProblems(among?.where, organisationNames(key, among?.kinds ?? [], parts), `${at}/among/where`),
    ...(at_least === undefined && at_most === undefined
      ? [
          problem(
            'no-bound',
            '没有写上限或下限',
            'No bound is given',
            '写 at_least 或 at_most',
            'Give at_least or at_most',
          ),
        ]
      : []),
    ...(typeof at_least === 'number' && typeof at_most === 'number' && at_least > at_most
      ? [problem('never-met', '下限大于上限', 'The lower bound is above the upper', '改正其一', 'Correct one of them')]
      : []),
    ...(at_least !== undefined && !among
      ? [
          problem(
            'no-base',
            '下限须说明在哪些组织之中',
            'A lower bound must say among which organisations',
            '写 among: { kinds: [ … ] }',
            'Add among: { kinds: [ … ] }',
          ),
        ]
      : []),
    ...(key === 'person' && among
      ? [
          problem(
            'no-base',
            '按人计数时不能限定组织',
            'Counting by person cannot be limited to organisations',
            '去掉 among',
            'Remove among',
          ),
        ]
      : []),
  ];
}
