import type { Database } from '../database/connect.ts';
import { ABSOLUTE_SECONDS, makeAuthLibrary } from './auth-library.ts';

export interface Session {
  /** The id of the login, not of an account: which account it is depends on the jurisdiction. */
  readonly login: string;
}

/** Who is signed in, told by cookies. */
export interface Auth {
  /** Opens a session when name and password fit; takes as long when they do not. */
  signIn(username: string, password: string): Promise<{ session: Session; cookies: string[] } | null>;
  /** The open session a request's cookies name. Asking keeps it alive; looking on does not. */
  findSession(cookie: string | undefined, how?: 'asking' | 'looking-on'): Promise<Session | null>;
  /** Ends the session; gives the cookies that make the browser forget it. */
  signOut(cookie: string | undefined): Promise<string[]>;
}

export function makeAuth(database: Database, options: { readonly secret: string; readonly secure: boolean }): Auth {
  const { api } = makeAuthLibrary(database, options.secret, options.secure);
  const endSession = async (cookie: string) =>
    (await api.signOut({ headers: headersOf(cookie), returnHeaders: true })).headers.getSetCookie();
  return {
    async signIn(username, password) {
      try {
        const { headers, response } = await api.signInUsername({
          body: { username, password },
          headers: new Headers(),
          returnHeaders: true,
        });
        return { session: { login: response.user.id }, cookies: headers.getSetCookie().map(untilAbsoluteEnd) };
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    async findSession(cookie, how = 'asking') {
      if (!cookie) return null;
      const query = { disableRefresh: how === 'looking-on' };
      const found = await api.getSession({ headers: headersOf(cookie), query });
      if (!found) return null;
      const age = Date.now() - found.session.createdAt.getTime();
      if (age < ABSOLUTE_SECONDS * 1000) return { login: found.user.id };
      await endSession(cookie);
      return null;
    },
    signOut: (cookie) => (cookie ? endSession(cookie) : Promise.resolve([])),
  };
}

const headersOf = (cookie: string) => new Headers({ cookie });

/** The database says when a session ends; the cookie only has to last as long as any session can. */
const untilAbsoluteEnd = (cookie: string): string => cookie.replace(/Max-Age=\d+/i, `Max-Age=${ABSOLUTE_SECONDS}`);

/** The library's word for a wrong name or password, as against something broken. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: number }).statusCode;
  return status === 400 || status === 401 || status === 422;
}
