import type { FastifyInstance } from 'fastify';
import { notSignedIn } from '../actions/action-error.ts';
import type { LiveChannel, LiveMessage } from '../live/live.ts';
import type { ResolveScope } from './action-routes.ts';

const HEARTBEAT_MS = 20_000;

type Scope = NonNullable<Awaited<ReturnType<ResolveScope>>>;

interface Access {
  readonly resolveScope: ResolveScope;
  /** The same without keeping the session alive; asked again for every message. */
  readonly watchScope: ResolveScope;
  isVisible(scope: Scope, organisations: readonly string[]): Promise<string[]>;
}

/**
 * `GET /api/live`: server-sent events that say which organisations' standings changed in the caller's
 * jurisdiction. No data travels here; the screen asks for the rows again, within its own scope. The stream ends
 * with the session.
 */
export function registerLive(server: FastifyInstance, channel: LiveChannel, access: Access): void {
  server.get('/api/live', async (request, reply) => {
    if (!(await access.resolveScope(request))) throw notSignedIn();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write(': open\n\n');
    const say = async (message: LiveMessage | null) => {
      const scope = await access.watchScope(request);
      if (!scope) return void raw.end();
      if (!message) return void raw.write(': here\n\n');
      if (message.jurisdiction !== scope.jurisdiction) return;
      const organisations = await access.isVisible(scope, message.organisations);
      if (organisations.length === 0) return;
      raw.write(`event: ${message.kind}\ndata: ${JSON.stringify({ organisations, at: message.at })}\n\n`);
    };
    const sayOrLog = (message: LiveMessage | null) => {
      say(message).catch((error: unknown) => request.log.error({ err: error }, 'live message lost'));
    };
    const stop = channel.listen(sayOrLog);
    const heartbeat = setInterval(sayOrLog, HEARTBEAT_MS, null);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}
