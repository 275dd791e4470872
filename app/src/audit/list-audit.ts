import { sql } from 'kysely';
import { defineRead } from '../platform/actions/action.ts';
import { closed, Day, Nullable, Type, Uuid } from '../platform/actions/schema.ts';

export const listAudit = defineRead({
  id: 'audit.list',
  title: { 'zh-CN': '审计记录', en: 'Read the audit' },
  about: {
    'zh-CN': '谁在何时做了什么、结果如何。只记操作与编号，不含填报内容和密码等信息。',
    en: 'Who did what when, with which result. Holds actions and ids, never contents or secrets.',
  },
  input: Type.Object(
    {
      from: Type.Optional(Day('First day, UTC.')),
      to: Type.Optional(Day('Last day, UTC.')),
      account: Type.Optional(Uuid()),
      action: Type.Optional(Type.String({ maxLength: 100, description: 'Id of an action.' })),
      outcome: Type.Optional(Type.Enum(['done', 'refused', 'invalid', 'not-found', 'conflict', 'failed'])),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
      before: Type.Optional(Uuid('Id of the last one seen; the list goes on behind it.')),
    },
    closed,
  ),
  output: Type.Object({
    rows: Type.Array(
      Type.Object({
        id: Uuid(),
        at: Type.String({ description: 'ISO 8601, UTC.' }),
        account: Nullable(Uuid()),
        accountName: Nullable(Type.String()),
        action: Type.String(),
        subject: Nullable(Type.String()),
        outcome: Type.String(),
        detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
      }),
    ),
    more: Type.Boolean({ description: 'There are more: go on with `before` = the last id.' }),
  }),
  errors: [],
  mayBeDoneBy: ['administrator'],
  async run({ limit = 100, ...query }, { tx, jurisdiction }) {
    const conditions = [sql`a.jurisdiction_id = ${jurisdiction}`];
    if (query.from) conditions.push(sql`a.at >= ${query.from}::date`);
    if (query.to) conditions.push(sql`a.at < ${query.to}::date + 1`);
    if (query.account) conditions.push(sql`a.account_id = ${query.account}::uuid`);
    if (query.action) conditions.push(sql`a.action = ${query.action}`);
    if (query.outcome) conditions.push(sql`a.outcome = ${query.outcome}`);
    if (query.before) conditions.push(sql`a.id < ${query.before}::uuid`);
    const { rows } = await sql<AuditLine>`
      select a.id, a.at, a.account_id as account, w.display_name as "accountName", a.action, a.subject, a.outcome, a.detail
      from audit a left join account w on w.jurisdiction_id = a.jurisdiction_id and w.id = a.account_id
      where ${sql.join(conditions, sql` and `)} order by a.id desc limit ${limit + 1}`.execute(tx);
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  },
});

interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly detail: Record<string, string | number | boolean>;
}
