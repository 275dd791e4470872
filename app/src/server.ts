import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { openAccountDoor } from './accounts/index.ts';
import { actions } from './actions.ts';
import { type EvaluatorLoop, EvaluatorThread, evaluateTouched, startEvaluatorLoop } from './obligations/index.ts';
import { watchJurisdictions } from './platform/access/jurisdictions.ts';
import { visibleAmong } from './platform/access/visible-among.ts';
import type { Runtime } from './platform/actions/dispatch.ts';
import { makeRegistry } from './platform/actions/registry.ts';
import { startSealing } from './platform/audit/sealing-loop.ts';
import { makeAuth } from './platform/auth/auth.ts';
import { registerSignIn } from './platform/auth/sign-in-routes.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import { type Database, openDatabase } from './platform/database/connect.ts';
import { registerActions } from './platform/http/action-routes.ts';
import { makeHttpServer } from './platform/http/http-server.ts';
import { registerLive } from './platform/http/live-route.ts';
import { openApi } from './platform/http/openapi.ts';
import { registerWeb } from './platform/http/web-files.ts';
import { LiveChannel } from './platform/live/live.ts';
import { openKeys } from './platform/secrets/keys.ts';
import { VERSION } from './platform/version.ts';

export interface ServerOptions {
  /** Keys, attachments and, without a database elsewhere, the database. */
  readonly dataFolder: string;
  /** An external PostgreSQL, as its owner. */
  readonly databaseUrl?: string | undefined;
  /** A database that is open already; it stays open when the server closes. */
  readonly database?: Database;
  /** 0 takes any free port. Default 3000. */
  readonly port?: number;
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string;
  readonly clock?: Clock;
  readonly timeZone?: string;
  /** People reach the server by https, through a proxy. */
  readonly secure?: boolean;
  readonly log?: boolean;
  readonly webFolder?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly runtime: Runtime;
  readonly evaluator: EvaluatorLoop;
  readonly live: LiveChannel;
  readonly http: FastifyInstance;
  /** Finishes what is under way, seals the audit, closes the database. */
  close(): Promise<void>;
}

export const TIME_ZONE = 'Asia/Shanghai';

export const registry = makeRegistry(actions);

/** Starts everything: database, actions, sign-in, evaluator, live messages, web. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataFolder, clock = systemClock, timeZone = TIME_ZONE, secure = false, log = true } = options;
  const database = options.database ?? (await openDatabase({ dataFolder, url: options.databaseUrl }));
  const http = makeHttpServer({ log, secure });
  const note = (error: unknown) => http.log.error({ err: error }, 'work in the background failed');
  const keys = openKeys(dataFolder);
  const sealing = startSealing(database, clock, note);
  const jurisdictions = await watchJurisdictions(database, 2_000);
  for (const id of jurisdictions.ids()) sealing.note(id);
  const live = new LiveChannel();
  const runtime: Runtime = {
    database,
    clock,
    timeZone,
    keys,
    filesFolder: join(resolve(dataFolder), 'files'),
    actions: registry,
    onWrite: (jurisdiction) => {
      sealing.note(jurisdiction);
      evaluator.wake(jurisdiction);
    },
  };
  const thread = options.database ? undefined : new EvaluatorThread(runtime);
  const evaluator = startEvaluatorLoop({
    evaluate: (jurisdiction) => thread?.evaluate(jurisdiction) ?? evaluateTouched(runtime, jurisdiction),
    clock,
    live,
    jurisdictions: jurisdictions.ids,
    log: note,
  });
  await registerRoutes(http, runtime, {
    live,
    secure,
    secret: keys.sessionSecret,
    webFolder: options.webFolder ?? WEB,
  });
  const address = await http.listen({ port: options.port ?? 3000, host: options.host ?? '127.0.0.1' });
  const close = async () => {
    await http.close();
    jurisdictions.stop();
    await evaluator.stop();
    await thread?.stop();
    await sealing.stop();
    if (!options.database) await database.close();
  };
  return { address, runtime, evaluator, live, http, close };
}

const WEB = join(import.meta.dirname, '../dist/web');

interface Routes {
  readonly live: LiveChannel;
  readonly secure: boolean;
  readonly secret: string;
  readonly webFolder: string;
}

async function registerRoutes(http: FastifyInstance, runtime: Runtime, routes: Routes): Promise<void> {
  const { database, clock, timeZone } = runtime;
  const auth = makeAuth(database, routes);
  const accounts = openAccountDoor({ database, auth, clock, timeZone });
  registerSignIn(http, { auth, database, clock, accounts });
  registerActions(http, registry, runtime, accounts.resolveScope);
  const { resolveScope, watchScope } = accounts;
  registerLive(http, routes.live, {
    resolveScope,
    watchScope,
    isVisible: (scope, organisations) => visibleAmong(database, scope, organisations),
  });
  const document = openApi(registry, VERSION);
  http.get('/api/openapi.json', async () => document);
  http.get('/api/health', async () => {
    await sql`select 1`.execute(database.shared);
    return { ok: true, version: VERSION };
  });
  await registerWeb(http, routes.webFolder);
}
