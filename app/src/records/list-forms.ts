import { policyInForce } from '../packs/index.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Type } from '../platform/actions/schema.ts';
import { enteringScope, mayEnter } from './check-entry.ts';
import { ENTERING } from './entry-schema.ts';
import { FormSchema, UnitsSchema, unitsOf } from './form-schema.ts';
import { SubjectViewSchema, subjectView } from './list-subjects.ts';
import { type Subject, selectorOf } from './subject.ts';
import { searchSubjects } from './subject-reader.ts';

/** Up to so many subjects come along with a form; more are found by search. */
const SHOWN = 20;

export const listForms = defineRead({
  id: 'records.forms',
  title: { 'zh-CN': '我可以填报的表', en: 'Forms I may enter' },
  about: {
    'zh-CN': '本人角色可以填报的表单，以及可以为谁填报（至多先列 20 个，其余用 records.subjects 查找）。',
    en: 'The forms the caller’s roles enter, and for which subjects (20 at first, the rest by records.subjects).',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    today: Day('The civil day of the jurisdiction.'),
    forms: Type.Array(Type.Object({ form: FormSchema, subjects: Type.Array(SubjectViewSchema), more: Type.Boolean() })),
    units: UnitsSchema,
  }),
  errors: ['no-pack'],
  mayBeDoneBy: [...ENTERING],
  async run(_input, { tx, scope, jurisdiction, today }) {
    const policy = await policyInForce(tx, jurisdiction, today);
    const forms = [...policy.forms.values()].filter((form) => mayEnter(form, scope));
    const found = new Map<string, Promise<Subject[]>>();
    const subjectsOf = (form: (typeof forms)[number]) => {
      const selector = selectorOf(form.subject);
      const entering = enteringScope(form, scope);
      const key = JSON.stringify([selector, entering.roles]);
      const search = found.get(key) ?? searchSubjects(tx, entering, { selector, on: today, limit: SHOWN + 1 });
      found.set(key, search);
      return search;
    };
    const listed = await Promise.all(
      forms.map(async (form) => {
        const subjects = await subjectsOf(form);
        return { form, subjects: subjects.slice(0, SHOWN).map(subjectView), more: subjects.length > SHOWN };
      }),
    );
    return { today, forms: listed.filter((one) => one.subjects.length > 0), units: unitsOf(policy, forms) };
  },
});
