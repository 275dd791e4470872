import postgres from 'postgres';
import { arrayTypes } from './array-types.ts';

/** A server, a database in it and the role to use it as. `url` may carry options such as sslmode. */
export interface Connection {
  readonly url?: string;
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly username?: string;
  readonly password?: string;
}

/** Civil days stay `YYYY-MM-DD`: a Date would move them by the time zone. */
const day = { to: 1082, from: [1082], serialize: String, parse: (text: string): string => text };

/** Instants are ISO text with milliseconds and Z, on the way out as on the way in. */
const instant = {
  to: 1184,
  from: [1184],
  serialize: (value: Date | string): string => (value instanceof Date ? value : new Date(value)).toISOString(),
  parse: (text: string): string => new Date(text).toISOString(),
};

/** Counts and sums of integers are numbers; beyond 2^53 the text is kept, so that no digit is invented. */
const bigint = {
  to: 20,
  from: [20],
  serialize: String,
  parse: (text: string): number | string => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
};

/** A text for a jsonb column is JSON already, as every query builder assumes; anything else becomes JSON here. */
const json = {
  to: 3802,
  from: [114, 3802],
  serialize: (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

/**
 * Connections of one client. `numeric` stays text, the exact decimal it is. Opens nothing until the first query.
 * `onClose` hears of every connection that ends, also of one that was never made.
 */
export function openClient(connection: Connection, max: number, onClose?: () => void): postgres.Sql {
  const { url, ...rest } = withSocket(connection);
  const options = {
    ...rest,
    max,
    types: { day, instant, bigint, json, ...arrayTypes },
    fetch_types: false,
    connection: { application_name: 'luoshi' },
    max_lifetime: null,
    onnotice: (): void => undefined,
    ...(onClose ? { onclose: onClose } : {}),
  };
  return url === undefined ? postgres(options) : postgres(url, options);
}

/** `?host=/folder` names a socket, as in every tool of PostgreSQL; the driver wants it as an option. */
function withSocket(connection: Connection): Connection {
  if (connection.url === undefined) return connection;
  const url = new URL(connection.url);
  const host = url.searchParams.get('host');
  if (host === null) return connection;
  url.searchParams.delete('host');
  return { ...connection, url: url.href, host };
}
