import { DatabaseFailure } from './failure.ts';

/** The database cannot be reached for the moment: it fell, is starting, or threw the connection out. */
export class DatabaseAway extends DatabaseFailure {
  constructor(cause: unknown) {
    super(
      '数据库暂时连接不上，正在恢复，您的提交可能没有生效。请稍后重试，重复提交只算一次。',
      'The database is away for a moment and coming back; what you sent may not have taken effect. Please try again shortly: sent twice it counts once.',
      cause,
    );
    this.name = 'DatabaseAway';
  }
}

/** SQLSTATE classes 08 and 57P, and 53300: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSED = /^(08...|57P0[1-5]|53300)$/;
const OF_CLIENT = new Set(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT']);
const OF_SOCKET = new Set(['connect', 'read', 'write']);

/** What the client library throws, in our words when it says that the database is away; anything else as it was. */
export function translateFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseAway) return error;
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  const away = REFUSED.test(code) || OF_CLIENT.has(code) || OF_SOCKET.has(syscall);
  return away ? new DatabaseAway(error) : error;
}

/** The reason why something failed, when it is that the database is away: libraries wrap what they are thrown. */
export function findDatabaseAway(error: unknown): DatabaseAway | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof DatabaseAway) return at;
  return undefined;
}

/** Whether the client library, whatever wraps its error, says that the database is away. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (translateFailure(at) instanceof DatabaseAway) return true;
  return false;
}
