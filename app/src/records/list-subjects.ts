import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, type Static, Type, Uuid } from '../platform/actions/schema.ts';
import { assertMayEnter, enteringScope, getForm } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
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
    'zh-CN': '按名称、拼音首字母或代码，在管理范围内查找一张表可以填报的对象。',
    en: 'Subjects in scope a form can be entered for, by name, pinyin initials or code.',
  },
  input: Type.Object(
    {
      form: Type.String({ description: 'Id of the form.' }),
      search: Type.Optional(Type.String({ maxLength: 50 })),
      only: Type.Optional(Uuid('This subject and no other.')),
      on: Type.Optional(Day('Only who was there on this day; today when absent.')),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    },
    closed,
  ),
  output: Type.Object({ subjects: Type.Array(SubjectViewSchema) }),
  errors: ['form-role', 'no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run({ form: formId, search, only, on, limit = 50 }, { tx, scope, jurisdiction, today }) {
    const form = getForm(await policyInForce(tx, jurisdiction, today), formId);
    assertMayEnter(form, scope);
    const found = await searchSubjects(tx, enteringScope(form, scope), {
      selector: selectorOf(form),
      text: search,
      only,
      on: on ?? today,
      limit,
    });
    return { subjects: found.map(subjectView) };
  },
});
