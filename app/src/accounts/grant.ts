import type { Role } from '../platform/access/scope.ts';
import type { ActionContext } from '../platform/actions/action.ts';
import type { WriteTx } from '../platform/database/transaction.ts';

/** A role for an account, from a day on, within an organisation where the role needs one. */
export interface Grant {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly organisation: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Roles whose reach is the subtree of an organisation. */
export const needsOrganisation = (role: Role): boolean => role !== 'administrator' && role !== 'first-secretary';

export async function writeGrants(
  { tx, jurisdiction }: Pick<ActionContext<WriteTx>, 'tx' | 'jurisdiction'>,
  grants: readonly Grant[],
): Promise<void> {
  for (let at = 0; at < grants.length; at += 1000) {
    const rows = grants.slice(at, at + 1000).map((grant) => ({
      jurisdiction_id: jurisdiction,
      id: grant.id,
      account_id: grant.account,
      role: grant.role,
      organisation_id: grant.organisation,
      valid_from: grant.from,
      valid_to: grant.to,
    }));
    await tx.insertInto('role_grant').values(rows).execute();
  }
}
