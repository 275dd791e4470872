import type { Policy } from '@luoshi/engine';
import { sql } from 'kysely';
import { conflict, type FieldError } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { organisationProblem, postingProblem, postProblem } from './kinds-in-force.ts';

/** So many organisations, tenures or postings that are alike in everything a pack says about their kinds. */
type Use = { readonly count: number } & (
  | { readonly of: 'organisations'; readonly kind: string; readonly parent: string | null }
  | { readonly of: 'posts'; readonly kind: string; readonly organisation: string }
  | {
      readonly of: 'postings';
      readonly kind: string;
      readonly level: string;
      readonly to: string;
      readonly sender: string;
    }
);

/**
 * Refuses a change of packs after which something that lives on or after `from` would be of a kind no pack names, or
 * would stand where its kind may not: what was allowed before must first be ended or be named by the new version.
 * @throws ActionError `conflict` / `kinds-in-use`
 */
export async function assertKindsStay(
  tx: ReadTx,
  { jurisdiction, from, before, after }: { jurisdiction: string; from: string; before: Policy; after: Policy },
): Promise<void> {
  const dropped = new Map<string, { use: Use; problem: FieldError; count: number }>();
  for (const use of await readUses(tx, jurisdiction, from)) {
    const problem = problemOf(after, use);
    if (!problem || problemOf(before, use)) continue;
    const key = `${use.of} ${use.kind} ${problem.words.en}`;
    dropped.set(key, { use, problem, count: (dropped.get(key)?.count ?? 0) + use.count });
  }
  if (dropped.size > 0) throw kindsInUse([...dropped.values()], before);
}

function problemOf(kinds: Policy, use: Use): FieldError | undefined {
  if (use.of === 'organisations') return organisationProblem(kinds, use.kind, use.parent);
  if (use.of === 'posts') return postProblem(kinds, use.kind, use.organisation);
  return postingProblem(kinds, use);
}

/** What lives on the day or begins later, counted by its kinds. */
async function readUses(tx: ReadTx, jurisdiction: string, from: string): Promise<Use[]> {
  const organisations = sql<Use>`
    select 'organisations' as "of", o.kind, above.kind as parent, count(*)::int as count
    from organisation o
    left join organisation_edge e on e.jurisdiction_id = o.jurisdiction_id and e.child_id = o.id and e.valid_to is null
    left join organisation above on above.jurisdiction_id = e.jurisdiction_id and above.id = e.parent_id
    where o.jurisdiction_id = ${jurisdiction} and (o.dissolved_on is null or o.dissolved_on >= ${from})
    group by o.kind, above.kind order by o.kind, above.kind`;
  const posts = sql<Use>`
    select 'posts' as "of", t.post as kind, o.kind as organisation, count(*)::int as count
    from tenure t join organisation o on o.jurisdiction_id = t.jurisdiction_id and o.id = t.organisation_id
    where t.jurisdiction_id = ${jurisdiction} and (t.valid_to is null or t.valid_to >= ${from})
    group by t.post, o.kind order by t.post, o.kind`;
  const postings = sql<Use>`
    select 'postings' as "of", p.kind, p.level, o.kind as "to", s.kind as sender, count(*)::int as count
    from posting p
    join organisation o on o.jurisdiction_id = p.jurisdiction_id and o.id = p.organisation_id
    join organisation s on s.jurisdiction_id = p.jurisdiction_id and s.id = p.sending_organisation_id
    where p.jurisdiction_id = ${jurisdiction} and (p.valid_to is null or p.valid_to >= ${from})
    group by p.kind, p.level, o.kind, s.kind order by p.kind, p.level, o.kind, s.kind`;
  const found = [await organisations.execute(tx), await posts.execute(tx), await postings.execute(tx)];
  return found.flatMap(({ rows }) => rows);
}

const NOUNS = {
  organisations: ['个组织', 'organisations'],
  posts: ['个任职', 'tenures'],
  postings: ['个派驻', 'postings'],
} as const;

type Dropped = { readonly use: Use; readonly problem: FieldError; readonly count: number };

function kindsInUse(all: readonly Dropped[], before: Policy) {
  const fields = all.map(({ use, problem, count }): FieldError => {
    const [zh, en] = NOUNS[use.of];
    return {
      field: `kinds.${use.of}.${use.kind}`,
      rule: 'kind-in-use',
      words: {
        'zh-CN': `仍有 ${count} ${zh}在用：${problem.words['zh-CN']}`,
        en: `still used by ${count} ${en}: ${problem.words.en}`,
      },
    };
  });
  const list = all.map(({ use, count }) => {
    const [zh, en] = NOUNS[use.of];
    const title = titleOf(before, use);
    return { zh: `${title['zh-CN']}（${use.kind}）${count} ${zh}`, en: `${title.en} (${use.kind}): ${count} ${en}` };
  });
  return conflict(
    'kinds-in-use',
    {
      'zh-CN': `这个版本不再允许仍在使用的类型，没有装入：${list.map(({ zh }) => zh).join('，')}。请在新版本中保留它们，或先让这些组织、任职、派驻在生效日之前结束。`,
      en: `This version no longer allows kinds that are in use and was not taken: ${list.map(({ en }) => en).join(', ')}. Keep them in the new version, or first end those organisations, tenures and postings before the day it comes into force.`,
    },
    fields,
  );
}

function titleOf({ organisationKinds, postKinds, postingKinds }: Policy, { of, kind }: Use) {
  const kinds = { organisations: organisationKinds, posts: postKinds, postings: postingKinds }[of];
  return kinds.get(kind)?.title ?? { 'zh-CN': kind, en: kind };
}
