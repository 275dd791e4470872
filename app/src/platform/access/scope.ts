/**
 * What an account may do and see. Resolved once per request from its grants; every reader takes it
 * and adds it to its query, so that what lies outside is neither shown, counted nor exported.
 */
export const ROLES = [
  'administrator',
  'county-officer',
  'township-officer',
  'village-clerk',
  'first-secretary',
  'sending-unit',
] as const;
export type Role = (typeof ROLES)[number];

/** How far grants reach. */
export interface Reach {
  /** Roots of the subtrees whose organisations, postings and members are visible. */
  readonly subtrees: readonly string[];
  /** Single organisations visible without what lies below: the village of an own posting. */
  readonly organisations: readonly string[];
  /** Postings visible by themselves: a first secretary's own, or those a unit sent. */
  readonly postings: readonly string[];
}

export interface Scope extends Reach {
  readonly jurisdiction: string;
  readonly account: string;
  readonly displayName: string;
  readonly person: string | null;
  readonly roles: readonly Role[];
  /** How far each role reaches by itself; absent where all roles reach equally far. */
  readonly byRole?: Partial<Readonly<Record<Role, Reach>>>;
}

export const NO_REACH: Reach = { subtrees: [], organisations: [], postings: [] };

export function joinReach(reaches: readonly Reach[]): Reach {
  const all = (field: keyof Reach) => [...new Set(reaches.flatMap((reach) => reach[field]))].sort();
  return { subtrees: all('subtrees'), organisations: all('organisations'), postings: all('postings') };
}

/**
 * The scope as far as these roles go: who is an officer in one township and a clerk in another may do an
 * officer's work in the first alone.
 */
export function narrowTo(scope: Scope, roles: readonly Role[]): Scope {
  const kept = scope.roles.filter((role) => roles.includes(role));
  if (!scope.byRole) return { ...scope, roles: kept };
  return { ...scope, roles: kept, ...joinReach(kept.map((role) => scope.byRole?.[role] ?? NO_REACH)) };
}

export const hasRole = (scope: Scope, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scope.roles.includes(role));
