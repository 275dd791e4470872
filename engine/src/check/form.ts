import { isWordOfConditions } from '../condition/word.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Field, Form } from '../schema/form.ts';
import type { Whom } from '../schema/form-subject.ts';
import { dataVariables } from '../variables.ts';
import { say } from '../words.ts';
import { confirmerProblems } from './confirmer.ts';

/** A form's subjects, its date, its fields' ids and units. */
export function formProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const form = kind === 'form' ? parts.forms.get(id) : undefined;
  if (!form) return [];
  return [
    ...subjectProblems(form.subject, '/subject', parts),
    ...confirmerProblems(form, parts),
    ...dateProblems(form),
    ...twice(
      form.fields.map((field) => field.id),
      '/fields',
    ),
    ...form.fields.flatMap(({ id: name }, i) => wordOfConditions(name, `/fields/${i}/id`)),
    ...form.fields.flatMap((field, i) => [
      ...fieldProblems(field, `/fields/${i}`, parts),
      ...conditionProblems(field.when, { data: dataVariables(form) }, `/fields/${i}/when`),
    ]),
    ...(form.rules ?? []).flatMap(({ check }, i) =>
      conditionProblems(check, { data: dataVariables(form) }, `/rules/${i}/check`),
    ),
  ];
}

/** A field whose id is a word of the language of conditions: none can read it. */
function wordOfConditions(id: string, at: string): Finding[] {
  if (!isWordOfConditions(id)) return [];
  return [
    {
      severity: 'warning',
      code: 'word-of-conditions',
      at,
      words: say(
        `“${id}”是条件语言里的词，条件和算式读不到这个字段`,
        `“${id}” is a word of the language of conditions: no condition or formula can read this field`,
      ),
      wayOut: say(
        `换一个 id，如 ${id}_value，条件里写 data.${id}_value`,
        `Give it another id, e.g. ${id}_value, and write data.${id}_value in conditions`,
      ),
      causes: `data.${id}`,
    },
  ];
}

function subjectProblems(whom: Whom, at: string, parts: Parts): Finding[] {
  const chosen = [whom.posting, whom.organisation, whom.person === true ? [] : undefined];
  const count = chosen.filter((one) => one !== undefined).length;
  return [
    ...(whom.posting ?? []).flatMap((kind, i) =>
      unknownName('posting-kind', kind, parts.postingKinds, `${at}/posting/${i}`),
    ),
    ...(whom.organisation ?? []).flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `${at}/organisation/${i}`),
    ),
    ...(count === 1
      ? []
      : [
          {
            code: 'one-subject',
            at,
            words: say('这里只能写一类对象', 'Exactly one kind of subject belongs here'),
            wayOut: say(
              '在 posting、organisation、person 中只写一个',
              'Write only one of posting, organisation, person',
            ),
          },
        ]),
  ];
}

function dateProblems({ date, fields }: Form): Finding[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const field = byId.get(date);
  if (!field) return unknownName('field', date, byId, '/date');
  if (field.type === 'date') return [];
  return [
    {
      code: 'not-a-date',
      at: '/date',
      words: say(`字段“${date}”不是日期`, `The field “${date}” is not a date`),
      wayOut: say('指定一个 type: date 的字段', 'Name a field of type date'),
    },
  ];
}

function fieldProblems(field: Field, at: string, parts: Parts): Finding[] {
  if (field.type === 'choice' || field.type === 'choices') {
    return twice(
      field.options.map((option) => option.id),
      `${at}/options`,
    );
  }
  if (field.type === 'subject') return subjectProblems(field.of, `${at}/of`, parts);
  if (field.type === 'subjects') {
    return [
      ...subjectProblems(field.of, `${at}/of`, parts),
      ...(field.share ? unknownName('unit', field.share.unit, parts.units, `${at}/share/unit`) : []),
    ];
  }
  const unit = field.type === 'integer' || field.type === 'decimal' ? field.unit : undefined;
  return unit === undefined ? [] : unknownName('unit', unit, parts.units, `${at}/unit`);
}

function twice(ids: readonly string[], at: string): Finding[] {
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          {
            code: 'duplicate-id',
            at: `${at}/${i}/id`,
            words: say(`“${id}”在这里用了两次`, `“${id}” is used twice here`),
            wayOut: say('改名或删去一个', 'Rename or remove one'),
          },
        ],
  );
}
