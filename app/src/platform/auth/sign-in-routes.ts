import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Role } from '../access/scope.ts';
import { ActionError, notSignedIn } from '../actions/action-error.ts';
import { closed } from '../actions/schema.ts';
import { validateInput } from '../actions/validate.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/connect.ts';
import type { Auth, Session } from './auth.ts';
import { normaliseUsername } from './auth-library.ts';
import { forgetFailures, noteFailure, takeAttempt } from './sign-in-lock.ts';

/** Who is signed in, as every screen shows it. */
export interface SignedIn {
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly jurisdiction: { readonly id: string; readonly name: string };
}

/** What sign-in needs to know about accounts. */
export interface AccountDoor {
  /** The account a session stands for; null when it has none that is open. */
  describe(session: Session, request: FastifyRequest): Promise<SignedIn | null>;
  /** Leaves an audit row where the name belongs to an account. */
  note(username: string, outcome: 'done' | 'refused'): Promise<void>;
  /** Forgets what is remembered of a session. */
  forget(cookie: string): void;
}

interface Doors {
  readonly auth: Auth;
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: AccountDoor;
}

const SignIn = Type.Object(
  { username: Type.String({ minLength: 1, maxLength: 64 }), password: Type.String({ minLength: 1, maxLength: 128 }) },
  closed,
);

/** `POST /api/sign-in`, `POST /api/sign-out`, `GET /api/session`. */
export function registerSignIn(server: FastifyInstance, doors: Doors): void {
  const { auth, accounts } = doors;
  server.post('/api/sign-in', async (request, reply) => {
    const { username, password } = validateInput(SignIn, request.body ?? {}) as { username: string; password: string };
    const { account, cookies } = await signIn(doors, request, normaliseUsername(username), password);
    return reply.header('set-cookie', cookies).send({ account });
  });
  server.post('/api/sign-out', async (request, reply) => {
    const { cookie } = request.headers;
    const ended = await auth.signOut(cookie);
    // Afterwards: whoever was looked up while the session ended must not be kept.
    if (cookie) accounts.forget(cookie);
    return reply.header('set-cookie', ended).code(204).send();
  });
  server.get('/api/session', async (request) => {
    const session = await auth.findSession(request.headers.cookie);
    const account = session && (await accounts.describe(session, request));
    if (!account) throw notSignedIn();
    return { account };
  });
}

/** The same words and about the same time for an unknown name, a wrong password and a closed account. */
async function signIn(
  { auth, database, clock, accounts }: Doors,
  request: FastifyRequest,
  name: string,
  password: string,
) {
  const attempt = await takeAttempt(database, name, clock.now());
  if (attempt.kind === 'locked') throw locked(attempt.until, clock.now());
  const opened = await auth.signIn(name, password);
  const account = opened && (await accounts.describe(opened.session, request));
  if (opened && account) {
    await forgetFailures(database, name);
    await accounts.note(name, 'done');
    return { account, cookies: opened.cookies };
  }
  if (opened) await auth.signOut(opened.cookies.map((cookie) => cookie.split(';')[0]).join('; '));
  await noteFailure(database, name, clock.now());
  accounts.note(name, 'refused').catch((error: unknown) => request.log.error({ err: error }, 'audit row lost'));
  throw wrong();
}

const wrong = () =>
  new ActionError('unauthenticated', 'sign-in', {
    'zh-CN': '用户名或密码不正确。连续 5 次失败将锁定 15 分钟。',
    en: 'User name or password is wrong. Five failures in a row lock the name for 15 minutes.',
  });

function locked(until: string, now: string): ActionError {
  const minutes = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));
  return new ActionError('locked', 'locked', {
    'zh-CN': `连续登录失败，该用户名已锁定，请在 ${minutes} 分钟后再试，或请管理员重设密码。`,
    en: `Too many failures: this name is locked. Try again after ${minutes} minute(s), or ask the administrator for a new password.`,
  });
}
