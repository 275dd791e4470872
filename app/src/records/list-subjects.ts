import type { Form } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Nullable, type Static, Type, Uuid } from '../platform/actions/schema.ts';
import { assertMayEnter, enteringScope, getForm } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
import { namingFields } from './named-subjects.ts';
import { readPlaces } from './place-reader.ts';
import { type Subject, selectorOf } from './subject.ts';
import { searchSubjects } from './subject-reader.ts';

/** Somebody an entry can be made for. */
export const SubjectViewSchema = Type.Object({
  kind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
  id: Uuid(),
  name: Type.String(),
  organisation: Type.Object({ id: Uuid(), name: Type.String() }),
  from: Nullable(Day()),
  to: Nullable(Day()),
});

export const subjectView = (subject: Subject): Static<typeof SubjectViewSchema> => ({
  kind: subject.ref.kind,
  id: subject.ref.id,
  name: subject.name,
  organisation: { id: subject.organisation, name: subject.organisationName },
  from: subject.from,
  to: subject.to,
});

export const listSubjects = defineRead({
  id: 'records.subjects',
  title: { 'zh-CN': '查找填报对象', en: 'Find subjects of a form' },
  about: {
    'zh-CN': '按名称、拼音首字母或代码，在管理范围内查找一张表可以填报的对象，或其中一个字段可以点名的对象。',
    en: 'Subjects in scope a form can be entered for, or that a field of it can name, by name, pinyin initials or code.',
  },
  input: Type.Object(
    {
      form: Type.String({ description: 'Id of the form.' }),
      search: Type.Optional(Type.String({ maxLength: 50 })),
      field: Type.Optional(
        Type.String({
          description: 'For this field of the form that names somebody; whom the form is about when absent.',
          maxLength: 100,
        }),
      ),
      only: Type.Optional(Type.Array(Uuid(), { maxItems: 100, description: 'These and no others.' })),
      on: Type.Optional(Day('Only who was there on this day; today when absent.')),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    },
    closed,
  ),
  output: Type.Object({
    subjects: Type.Array(
      Type.Object({
        ...SubjectViewSchema.properties,
        under: Nullable(Type.String({ description: 'Name of the organisation above its own.' })),
      }),
    ),
  }),
  errors: ['form-role', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run({ form: formId, field, search, only, on, limit = 50 }, { tx, scope, jurisdiction, today }) {
    const form = getForm(await policyInForce(tx, jurisdiction, today), formId);
    assertMayEnter(form, scope);
    const found = await searchSubjects(tx, enteringScope(form, scope), {
      selector: selectorOf(whomOf(form, field)),
      text: search,
      only,
      on: on ?? today,
      limit,
    });
    const places = await readPlaces(tx, jurisdiction, [...new Set(found.map((one) => one.organisation))]);
    const under = (subject: Subject) => places.get(subject.organisation)?.parent ?? null;
    return { subjects: found.map((subject) => ({ ...subjectView(subject), under: under(subject) })) };
  },
});

/** @throws ActionError `not-found` when no such field names anybody. */
function whomOf(form: Form, id: string | undefined): Form['subject'] {
  if (id === undefined) return form.subject;
  const field = namingFields(form).find((one) => one.id === id);
  if (field) return field.of;
  throw notFound({ 'zh-CN': `点名对象的字段“${id}”`, en: `A field "${id}" that names somebody` });
}
