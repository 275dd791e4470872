import type { SubjectRef, World } from '@luoshi/engine';
import { readScopedSubjects } from '../obligations/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import { notFound } from '../platform/actions/action-error.ts';
import type { ReadTx } from '../platform/database/transaction.ts';

interface Row {
  readonly subject: SubjectRef;
  readonly organisation: string;
}

/**
 * Of rated rows, those the caller may see; with an organisation, those at or below it.
 * @throws ActionError `not-found` when the caller may not see that organisation
 */
export async function visibleRows<R extends Row>(
  tx: ReadTx,
  scope: Scope,
  rows: readonly R[],
  within?: { readonly organisation: string; readonly world: World },
): Promise<R[]> {
  const ids = [...rows.map(({ subject }) => subject.id), ...(within ? [within.organisation] : [])];
  const visible = new Set((await readScopedSubjects(tx, scope, ids)).map(({ id }) => id));
  if (within && !visible.has(within.organisation)) throw notFound({ 'zh-CN': '该组织', en: 'This organisation' });
  const below = within ? isBelow(within.organisation, within.world) : () => true;
  return rows.filter(({ subject, organisation }) => visible.has(subject.id) && below(organisation));
}

function isBelow(top: string, { organisations }: World): (organisation: string) => boolean {
  const parentOf = new Map(organisations.map(({ id, parent }) => [id, parent]));
  return (organisation) => {
    for (let at: string | null | undefined = organisation; at; at = parentOf.get(at)) if (at === top) return true;
    return false;
  };
}
