import type { AssignmentFinding } from '@luoshi/engine';
import { sql } from 'kysely';
import { policyInForce } from '../packs/index.ts';
import { ROLES } from '../platform/access/scope.ts';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readFacts, readWorld } from '../records/index.ts';
import { getScopedSubject, readScopedSubjects } from './subject-in-scope.ts';

/** As many as a page shows; the rest is counted. */
const SHOWN = 200;

export const readStaffing = defineRead({
  id: 'obligations.staffing',
  title: { 'zh-CN': '班子与派驻对照规则', en: 'Posts and postings against the rules' },
  about: {
    'zh-CN':
      '一个组织及其下级的班子、任职和派驻今天不符合规则的地方：人数、结构、空缺、任期、回避。只提示核查，不作结论。',
    en: 'Where the teams, posts and postings of an organisation and all below it do not fit the rules today: numbers, structure, vacancies, terms, who must keep apart. A proposal to look, never a verdict.',
  },
  input: Type.Object({ organisation: Uuid() }, closed),
  output: Type.Object({
    rules: Type.Integer({ description: 'How many rules there are.' }),
    findings: Type.Array(
      Type.Object({
        subject: Uuid(),
        organisation: Uuid('On whose row it stands.'),
        words: WordsSchema,
        rule: WordsSchema,
        document: Nullable(Type.String()),
        clause: Nullable(Type.String()),
      }),
    ),
    more: Type.Integer({ description: 'Findings that are not listed.' }),
  }),
  errors: ['no-pack'],
  mayBeDoneBy: ROLES.filter((role) => role !== 'administrator'),
  async run({ organisation }, { tx, scope, jurisdiction, today }) {
    await getScopedSubject(tx, scope, { kind: 'organisation', id: organisation });
    const policy = await policyInForce(tx, jurisdiction, today);
    const rules = policy.parts.assignments.size;
    if (rules === 0) return { rules, findings: [], more: 0 };
    const [world, facts, below] = await Promise.all([
      readWorld(tx, { jurisdiction, asOf: today }),
      readFacts(tx, { jurisdiction, knownBy: today, forms: [...policy.formsOfAssignments] }),
      readBelow(tx, jurisdiction, organisation),
    ]);
    const found = policy.assignments({ ...world, facts }, { asOf: today });
    const ids = [...new Set(found.map(({ subject }) => subject.id))];
    const rows = new Map((await readScopedSubjects(tx, scope, ids)).map((one) => [one.id, one.organisation]));
    const here = found.flatMap((one) => {
      const row = rows.get(one.subject.id);
      return row !== undefined && below.has(row) ? [viewOf(one, row)] : [];
    });
    return { rules, findings: here.slice(0, SHOWN), more: Math.max(0, here.length - SHOWN) };
  },
});

const viewOf = ({ subject, words, rule }: AssignmentFinding, organisation: string) => ({
  subject: subject.id,
  organisation,
  words,
  rule: rule.title,
  document: rule.document ?? null,
  clause: rule.clause ?? null,
});

/** The organisation and all below it today. */
async function readBelow(tx: ReadTx, jurisdiction: string, organisation: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select descendant_id as id from organisation_closure
    where jurisdiction_id = ${jurisdiction} and ancestor_id = ${organisation}::uuid`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
