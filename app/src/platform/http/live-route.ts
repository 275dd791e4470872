import type { FastifyInstance } from 'fastify';
import { notSignedIn } from '../actions/action-error.ts';
import type { LiveChannel } from '../live/live.ts';
import type { ResolveScope } from './action-routes.ts';

const HEARTBEAT_MS = 20_000;

/**
 * `GET /api/live`: server-sent events that say which organisations' standings changed in the caller's
 * jurisdiction. No data travels here; the screen asks for the rows again, within its own scope.
 */
export function registerLive(
  server: FastifyInstance,
  channel: LiveChannel,
  resolveScope: ResolveScope,
  isVisible: (
    scope: NonNullable<Awaited<ReturnType<ResolveScope>>>,
    organisations: readonly string[],
  ) => Promise<string[]>,
): void {
  server.get('/api/live', async (request, reply) => {
    const scope = await resolveScope(request);
    if (!scope) throw notSignedIn();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write(': open\n\n');
    const stop = channel.listen((message) => {
      if (message.jurisdiction !== scope.jurisdiction) return;
      isVisible(scope, message.organisations)
        .then((organisations) => {
          if (organisations.length === 0) return;
          raw.write(`event: ${message.kind}\ndata: ${JSON.stringify({ organisations, at: message.at })}\n\n`);
        })
        .catch((error: unknown) => request.log.error({ err: error }, 'live message lost'));
    });
    const heartbeat = setInterval(() => raw.write(': here\n\n'), HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  });
}
