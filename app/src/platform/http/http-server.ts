import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { replyWithError } from './error-reply.ts';
import { registerSecurity } from './security.ts';

export interface HttpOptions {
  /** Failures are written to standard error; false keeps quiet. */
  readonly log: boolean;
  /** People reach the server by https, through a proxy that says so. */
  readonly secure: boolean;
}

/** An HTTP server with our errors and headers, and without routes. Names and ids in addresses are not logged. */
export function makeHttpServer({ log, secure }: HttpOptions): FastifyInstance {
  const server = fastify({
    logger: log && { level: 'warn', stream: process.stderr, serializers: { req: withoutQuery } },
    trustProxy: secure,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
  });
  server.setErrorHandler(replyWithError);
  registerSecurity(server, secure);
  return server;
}

const withoutQuery = ({ method, url }: FastifyRequest) => ({ method, url: url.split('?')[0] ?? '' });
