import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../actions/action-error.ts';
import { replyWithError } from './error-reply.ts';

/** The built web: its files, and its first page for every address the web itself knows. */
export async function registerWeb(server: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await server.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: 'index.html',
      cacheControl: false,
      setHeaders: (response, path) => {
        // Names of assets change with their content.
        const forever = /[\\/]assets[\\/]/.test(path);
        response.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return replyWithError(notFound(ADDRESS), request, reply);
    return built ? reply.header('cache-control', 'no-cache').sendFile('index.html') : sayUnbuilt(reply);
  });
}

const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !/^\/(api|assets)\//.test(url) && (headers.accept ?? '').includes('text/html');

const sayUnbuilt = (reply: FastifyReply): FastifyReply =>
  reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send(
      '网页尚未构建，请运行 script/build-web。接口在 /api 可用。\nThe web is not built: run script/build-web. The API is there, under /api.\n',
    );

const ADDRESS = { 'zh-CN': '这个地址', en: 'This address' };
