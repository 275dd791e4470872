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

export interface Scope {
  readonly jurisdiction: string;
  readonly account: string;
  readonly displayName: string;
  readonly person: string | null;
  readonly roles: readonly Role[];
  /** Roots of the subtrees whose organisations, postings and members are visible. */
  readonly subtrees: readonly string[];
  /** Single organisations visible without what lies below: the village of an own posting. */
  readonly organisations: readonly string[];
  /** Postings visible by themselves: a first secretary's own, or those a unit sent. */
  readonly postings: readonly string[];
}

export const hasRole = (scope: Scope, ...roles: readonly Role[]): boolean =>
  roles.some((role) => scope.roles.includes(role));
