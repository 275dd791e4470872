import { Readable } from 'node:stream';
import type { Language } from '@luoshi/engine';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Scope } from '../access/scope.ts';
import type { Action, Download } from '../actions/action.ts';
import { notSignedIn } from '../actions/action-error.ts';
import { dispatch, type Runtime } from '../actions/dispatch.ts';
import { exportTable } from '../actions/export-table.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import { routeOf, takesBody } from '../actions/route.ts';
import { convertText } from '../actions/validate.ts';

export type ResolveScope = (request: FastifyRequest) => Promise<Scope | null>;

/** Registers every action on the server: one route each, nothing by hand. */
export function registerActions(
  server: FastifyInstance,
  registry: ActionRegistry,
  runtime: Runtime,
  resolveScope: ResolveScope,
): void {
  for (const action of registry.values()) {
    const { method, path } = routeOf(action);
    server.route({
      method,
      url: path.replace('{id}', ':id'),
      ...(action.bodyLimit ? { bodyLimit: action.bodyLimit } : {}),
      // Who is not signed in is turned away before the body is read: imports may be large.
      onRequest: async (request) => {
        if (!(await resolveScope(request))) throw notSignedIn();
      },
      handler: async (request, reply) => {
        const scope = await resolveScope(request);
        const caller = { scope, language: languageOf(request), door: doorOf(request) };
        const input = inputOf(action, request);
        const format = action.kind === 'read' && action.table ? formatOf(request) : undefined;
        if (format) return sendFile(reply, await exportTable(runtime, action, input, caller, format));
        const result = await dispatch(runtime, action, input, caller);
        return action.kind === 'download' ? sendFile(reply, result as Download) : reply.send(result ?? null);
      },
    });
  }
}

/** `?format=xlsx` or `csv` asks for the list as a file. */
function formatOf(request: FastifyRequest): 'xlsx' | 'csv' | undefined {
  const { format } = request.query as { format?: string };
  return format === 'xlsx' || format === 'csv' ? format : undefined;
}

function inputOf(action: Action, request: FastifyRequest): unknown {
  const path = request.params as object;
  if (takesBody(action)) return { ...(request.body as object | null), ...path };
  const query = request.query as Record<string, unknown>;
  const { format: _format, ...asked } = query;
  const given = action.kind === 'read' && action.table ? asked : query;
  return convertText(action.input, { ...wrapArrays(action, given), ...path });
}

/** A query parameter given once is still a list where the schema asks for one. */
function wrapArrays(action: Action, query: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(query).map(([name, value]) => {
    const schema = action.input.properties[name] as { type?: string } | undefined;
    return [name, schema?.type === 'array' && !Array.isArray(value) ? [value] : value];
  });
  return Object.fromEntries(entries);
}

export function languageOf(request: FastifyRequest): Language {
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** The web says who it is, everything else is the API. */
const doorOf = (request: FastifyRequest): 'web' | 'api' => (request.headers['x-luoshi-door'] === 'web' ? 'web' : 'api');

function sendFile(reply: FastifyReply, file: Download): FastifyReply {
  const name = encodeURIComponent(file.fileName);
  return reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .send(file.body instanceof Uint8Array ? Buffer.from(file.body) : Readable.from(file.body));
}
