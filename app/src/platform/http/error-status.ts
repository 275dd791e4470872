import type { ErrorKind } from '../actions/action-error.ts';

/** The one place where errors become HTTP. */
export const UNAVAILABLE = 503;

export const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  refused: 403,
  'not-found': 404,
  conflict: 409,
  locked: 423,
} as const satisfies Record<ErrorKind, number>;
