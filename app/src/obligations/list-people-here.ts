import type { Words } from '@luoshi/engine';
import { sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import { ROLES, type Scope } from '../platform/access/scope.ts';
import { inSubtree, visiblePosting } from '../platform/access/visible.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { titleOf } from './responsible.ts';
import { getScopedSubject } from './subject-in-scope.ts';

export const listPeopleHere = defineRead({
  id: 'obligations.people',
  title: { 'zh-CN': '谁在这里任职、驻村', en: 'Who serves here' },
  about: {
    'zh-CN': '一个组织的任职和派驻人员，用制度包里的称呼；现任在前。',
    en: 'Who holds office in an organisation or is posted to it, in the words of the packs; the present ones first.',
  },
  input: Type.Object({ organisation: Uuid() }, closed),
  output: Type.Object({
    kind: WordsSchema,
    people: Type.Array(
      Type.Object({
        id: Uuid('Of the office or the posting.'),
        name: Type.String(),
        role: WordsSchema,
        sentBy: Nullable(Type.String()),
        from: Type.String(),
        to: Nullable(Type.String()),
        present: Type.Boolean(),
      }),
    ),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ organisation }, { tx, scope, jurisdiction, today }) {
    await getScopedSubject(tx, scope, { kind: 'organisation', id: organisation });
    const policy = await policyInForce(tx, jurisdiction, today);
    const { kind } = await tx
      .selectFrom('organisation')
      .select('kind')
      .where('jurisdiction_id', '=', jurisdiction)
      .where('id', '=', organisation)
      .executeTakeFirstOrThrow();
    const rows = await readPeople(tx, scope, organisation);
    const present = (row: Row) => row.from <= today && (row.to === null || row.to >= today);
    return {
      kind: policy.organisationKinds.get(kind)?.title ?? same(kind),
      people: rows
        .map(({ post, ...row }) => ({ ...row, role: titleOf(policy, post), present: present({ post, ...row }) }))
        .sort((a, b) => Number(b.present) - Number(a.present)),
    };
  },
});

interface Row {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly sentBy: string | null;
  readonly from: string;
  readonly to: string | null;
}

const same = (id: string): Words => ({ 'zh-CN': id, en: id });

/** Offices are told where the organisation lies in the scope's subtrees, postings where they may be seen themselves. */
async function readPeople(tx: ReadTx, scope: Scope, organisation: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, w.name, t.post, null as "sentBy", t.valid_from::text as "from", t.valid_to::text as "to"
    from tenure t join person w on w.jurisdiction_id = t.jurisdiction_id and w.id = t.person_id
    where t.jurisdiction_id = ${scope.jurisdiction} and t.organisation_id = ${organisation}
      and ${inSubtree(scope, 't.organisation_id')}
    union all
    select p.id, w.name, p.kind, n.name, p.valid_from::text, p.valid_to::text
    from posting p join person w on w.jurisdiction_id = p.jurisdiction_id and w.id = p.person_id
    left join organisation_name n on n.jurisdiction_id = p.jurisdiction_id
      and n.organisation_id = p.sending_organisation_id and n.valid_to is null
    where p.jurisdiction_id = ${scope.jurisdiction} and p.organisation_id = ${organisation}
      and ${visiblePosting(scope, 'p.id', 'p.organisation_id')}
    order by "from" desc, name`.execute(tx);
  return rows;
}
