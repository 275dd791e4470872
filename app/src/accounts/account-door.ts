import type { FastifyRequest } from 'fastify';
import type { Scope } from '../platform/access/scope.ts';
import { writeAudit } from '../platform/audit/write-audit.ts';
import type { Auth, Session } from '../platform/auth/auth.ts';
import type { AccountDoor, SignedIn } from '../platform/auth/sign-in-routes.ts';
import { type Clock, civilDay } from '../platform/clock/clock.ts';
import { type Database, inJurisdiction, readJurisdiction } from '../platform/database/transaction.ts';
import type { ResolveScope } from '../platform/http/action-routes.ts';
import { ScopeCache } from './scope-cache.ts';
import { readScope } from './scope-reader.ts';

interface Place {
  readonly jurisdiction: string;
  readonly account: string;
}

interface Options {
  readonly database: Database;
  readonly auth: Auth;
  readonly clock: Clock;
  readonly timeZone: string;
}

export interface Scopes {
  readonly resolveScope: ResolveScope;
  /** The same for a screen that only looks on: an open chart does not keep anybody signed in. */
  readonly watchScope: ResolveScope;
}

/** From a request's cookies to what its sender may do and see. */
export function openAccountDoor(options: Options): AccountDoor & Scopes {
  const { database, auth } = options;
  const cache = new ScopeCache();
  const resolve = async (request: FastifyRequest, how: 'asking' | 'looking-on') => {
    const { cookie } = request.headers;
    if (!cookie) return null;
    const key = `${how} ${wantedJurisdiction(request)} ${cookie}`;
    const kept = cache.find(key);
    if (kept) return kept.scope;
    const asOf = cache.generation;
    const session = await auth.findSession(cookie, how);
    const scope = session && (await scopeOf(options, session, wantedJurisdiction(request)));
    cache.keep(key, scope, asOf);
    return scope;
  };
  return {
    resolveScope: (request) => resolve(request, 'asking'),
    watchScope: (request) => resolve(request, 'looking-on'),
    describe: async (session, request) => {
      const scope = await scopeOf(options, session, wantedJurisdiction(request));
      return scope && describe(database, scope);
    },
    note: (username, outcome) => note(options, username, outcome),
    forget: (cookie) => cache.forgetSession(cookie),
  };
}

/** Whoever has accounts in several jurisdictions names one; all others have no need to. */
const wantedJurisdiction = (request: FastifyRequest): string => String(request.headers['x-luoshi-jurisdiction'] ?? '');

async function scopeOf(
  { database, clock, timeZone }: Options,
  session: Session,
  wanted: string,
): Promise<Scope | null> {
  const today = civilDay(clock.now(), timeZone);
  for (const { jurisdiction, account } of await findPlaces(database, session.login)) {
    if (wanted !== '' && wanted !== jurisdiction) continue;
    const scope = await readJurisdiction(database, jurisdiction, (tx) => readScope(tx, account, today));
    if (scope) return scope;
  }
  return null;
}

async function findPlaces({ shared }: Database, login: string): Promise<Place[]> {
  return shared
    .selectFrom('login_account')
    .select(['jurisdiction_id as jurisdiction', 'account_id as account'])
    .where('login_id', '=', login)
    .orderBy('jurisdiction_id')
    .execute();
}

async function describe({ shared }: Database, scope: Scope): Promise<SignedIn> {
  const jurisdiction = await shared
    .selectFrom('jurisdiction')
    .select(['id', 'name'])
    .where('id', '=', scope.jurisdiction)
    .executeTakeFirstOrThrow();
  return { displayName: scope.displayName, roles: scope.roles, jurisdiction };
}

async function note({ database, clock }: Options, username: string, outcome: 'done' | 'refused'): Promise<void> {
  const places = await database.shared
    .selectFrom('login_account')
    .innerJoin('login', 'login.id', 'login_account.login_id')
    .select(['jurisdiction_id as jurisdiction', 'account_id as account'])
    .where('username', '=', username)
    .execute();
  for (const { jurisdiction, account } of places) {
    const by = { jurisdiction, account };
    await inJurisdiction(database, jurisdiction, (tx) =>
      writeAudit(tx, { scope: by, now: clock.now(), action: 'sign-in', outcome, subject: account }),
    );
  }
}
