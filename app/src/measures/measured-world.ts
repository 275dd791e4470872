import { type Policy, periodFromKey, type World } from '@luoshi/engine';
import { policyInForce } from '../packs/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { visibleOrganisation } from '../platform/access/visible.ts';
import { invalid, notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';
import { readAllFacts, readPublished, readWorld } from '../records/index.ts';

/** The world a measure is computed over, as of a day, and the policy whose measures they are. */
export async function readMeasuredWorld(
  tx: ReadTx,
  scope: Scope,
  query: { readonly asOf: string; readonly period: string },
): Promise<{ world: World; policy: Policy }> {
  if (!periodFromKey(query.period)) {
    throw invalid('invalid-input', {
      'zh-CN': `“${query.period}”不是时段。请写成 2026-09、2026-Q3、2026 或 2026-09-T2（中旬）。`,
      en: `"${query.period}" is not a period. Write 2026-09, 2026-Q3, 2026 or 2026-09-T2 (days 11–20).`,
    });
  }
  const { jurisdiction } = scope;
  const policy = await policyInForce(tx, jurisdiction, query.asOf);
  const world = await readWorld(tx, { jurisdiction, asOf: query.asOf });
  const facts = await readAllFacts(tx, query.asOf);
  const shown = await readPublished(tx, { asOf: query.asOf, published: policy.publishedRead });
  return { world: { ...world, ...shown, facts }, policy };
}

/** Of these organisations, the ones whose own figures the caller may see. */
export async function visibleAmong(tx: ReadTx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('organisation as o')
    .select('o.id')
    .where('o.jurisdiction_id', '=', scope.jurisdiction)
    .where('o.id', 'in', ids.length > 0 ? [...ids] : [''])
    .where(visibleOrganisation(scope, 'o.id'))
    .execute();
  return rows.map((row) => row.id);
}

export const ORGANISATION = notFound({ 'zh-CN': '该组织', en: 'This organisation' });
