import { defineRead } from '../platform/actions/action.ts';
import { closed, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';
import { type SealProblem, verifySeals } from '../platform/audit/verify-seals.ts';

export const verifyAudit = defineRead({
  id: 'audit.verify',
  title: { 'zh-CN': '核验审计', en: 'Verify the audit' },
  about: {
    'zh-CN': '重新计算审计的哈希链，指出被改动、删除或插入的记录。最后一个哈希可抄录在系统之外备查。',
    en: 'Computes the hash chain of the audit again and names rows that were changed, removed or inserted. Keep the last hash outside.',
  },
  input: Type.Object({}, closed),
  output: Type.Object({
    intact: Type.Boolean(),
    seals: Type.Integer(),
    rows: Type.Integer({ description: 'Sealed rows.' }),
    unsealed: Type.Integer({ description: 'Rows too young to be sealed.' }),
    last: Nullable(Type.Object({ number: Type.Integer(), hash: Type.String(), sealedAt: Type.String() })),
    problems: Type.Array(
      Type.Object({
        kind: Type.Enum(['changed', 'missing', 'inserted', 'chain']),
        seal: Nullable(Type.Integer()),
        rows: Type.Array(Uuid()),
        words: WordsSchema,
      }),
    ),
  }),
  errors: [],
  mayBeDoneBy: ['administrator'],
  async run(_input, { tx }) {
    const { problems, ...report } = await verifySeals(tx);
    const named = problems.map((problem) => ({ ...problem, rows: problem.rows.slice(0, 100), words: say(problem) }));
    return { ...report, intact: problems.length === 0, problems: named };
  },
});

function say({ kind, seal, rows }: SealProblem) {
  switch (kind) {
    case 'changed':
      return both(`第 ${seal} 封条内的审计记录被改动`, `audit rows under seal ${seal} were changed`);
    case 'missing':
      return both(
        `第 ${seal} 封条内缺少 ${rows.length} 条审计记录`,
        `${rows.length} audit row(s) under seal ${seal} are missing`,
      );
    case 'inserted':
      return both(`有 ${rows.length} 条审计记录是事后插入的`, `${rows.length} audit row(s) were inserted afterwards`);
    case 'chain':
      return both(`第 ${seal} 封条与前一封条不相接`, `seal ${seal} does not follow the one before it`);
  }
}

const both = (zh: string, en: string) => ({
  'zh-CN': `${zh}。请与备份比对，并报告管理员。`,
  en: `${en}. Compare with a backup and report it.`,
});
