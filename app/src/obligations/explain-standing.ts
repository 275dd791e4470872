import { hasRole, ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Day, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { readResponsible } from './responsible.ts';
import { readKnown, standingsFrom } from './standing-set.ts';
import { getScopedSubject } from './subject-in-scope.ts';

export const explainStanding = defineRead({
  id: 'obligations.explain',
  title: { 'zh-CN': '为什么是这盏灯', en: 'Why this light' },
  about: {
    'zh-CN': '把一盏灯解释到底：依据哪条规则、哪些记录、逐步怎样算、还缺什么、怎样会变。',
    en: 'Explains one light down to the facts: which rule, which entries, each step, what is missing, what would change it.',
  },
  input: Type.Object(
    {
      obligation: Type.String(),
      subjectKind: Type.Union([Type.Literal('organisation'), Type.Literal('person'), Type.Literal('posting')]),
      subject: Uuid(),
      period: Type.String({ description: 'Key of the period, as the standing gives it.' }),
      asOf: Type.Optional(Day()),
    },
    closed,
  ),
  output: Type.Object({
    explanation: Type.Unknown(),
    responsible: Type.Array(Type.Object({ name: Type.String(), role: WordsSchema })),
    forms: Type.Array(Type.Object({ id: Type.String(), title: WordsSchema, mayEnter: Type.Boolean() })),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ obligation, subjectKind, subject, period, asOf: day }, { tx, scope, today, jurisdiction }) {
    const asOf = day ?? today;
    const found = await getScopedSubject(tx, scope, { kind: subjectKind, id: subject });
    const ref = { kind: found.kind, id: found.id };
    const known = await readKnown(tx, jurisdiction, asOf, [ref]);
    const standing = standingsFrom(known, [ref]).find(
      (candidate) =>
        candidate.obligation === obligation && candidate.period.key === period && candidate.subject.id === subject,
    );
    if (!standing) throw notFound({ 'zh-CN': '该时段的这项职责', en: 'This duty in this period' });
    const span = known.spans.findLast((candidate) => candidate.from <= standing.period.start);
    if (!span) throw notFound({ 'zh-CN': '当时生效的规则', en: 'The rule in force then' });
    const explanation = span.policy.explain(known.world, { obligation, subject: ref, period, asOf });
    const forms = explanation.forms.flatMap((id) => span.policy.forms.get(id) ?? []);
    return {
      explanation,
      responsible: await readResponsible(tx, jurisdiction, found, asOf, span.policy),
      forms: forms.map(({ id, title, entered_by }) => ({ id, title, mayEnter: hasRole(scope, ...entered_by) })),
    };
  },
});
