import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** Failures in a row after which a name is locked, and for how long. */
export const FAILURES = 5;
export const LOCK_MINUTES = 15;

export type Attempt = { readonly kind: 'free' } | { readonly kind: 'locked'; readonly until: string };

/**
 * Counts an attempt before the password is looked at, so that many at once are not more than five. Unknown
 * names are counted alike: a lock says nothing about whether a name exists.
 */
export async function takeAttempt({ shared }: Database, username: string, now: string): Promise<Attempt> {
  const { rows } = await sql<{ locked_until: string | null }>`
    insert into sign_in_failure as f (username, failures, last_at) values (${username}, 1, ${now}::timestamptz)
    on conflict (username) do update set
      failures = case when f.locked_until > ${now}::timestamptz then f.failures
        when f.locked_until is not null then 1 else f.failures + 1 end,
      locked_until = case when f.locked_until > ${now}::timestamptz then f.locked_until
        when f.locked_until is null and f.failures >= ${FAILURES} then ${lockEnd(now)}::timestamptz end,
      last_at = ${now}::timestamptz
    returning locked_until`.execute(shared);
  const until = rows[0]?.locked_until ?? null;
  return until === null ? { kind: 'free' } : { kind: 'locked', until };
}

/** The attempt failed: after the last one that is allowed, the name is locked. Old counts are swept away. */
export async function noteFailure({ shared }: Database, username: string, now: string): Promise<void> {
  await sql`update sign_in_failure set locked_until = ${lockEnd(now)}::timestamptz
    where username = ${username} and failures >= ${FAILURES} and locked_until is null`.execute(shared);
  await sql`delete from sign_in_failure where last_at < ${now}::timestamptz - interval '1 day'`.execute(shared);
}

/** The attempt succeeded, or an administrator gave a new password: the count begins again. */
export async function forgetFailures({ shared }: Pick<Database, 'shared'>, username: string): Promise<void> {
  await shared.deleteFrom('sign_in_failure').where('username', '=', username).execute();
}

const lockEnd = (now: string): string => new Date(Date.parse(now) + LOCK_MINUTES * 60_000).toISOString();
