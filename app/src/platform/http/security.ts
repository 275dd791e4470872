import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refused } from '../actions/action-error.ts';

/** Only our own files run and are shown; the component library writes its styles into the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(), microphone=(), payment=()',
};

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Headers on every answer, and no writes on behalf of other sites. `secure`: people reach us by https. */
export function registerSecurity(server: FastifyInstance, secure: boolean): void {
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (secure) reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}`);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') assertSameSite(request);
  });
}

/**
 * A write that a browser sends for another site carries our cookies only by mistake. Browsers say where a
 * request comes from; other clients say nothing and have no cookies they did not put there themselves.
 */
function assertSameSite({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  if (site === undefined && (headers.origin === undefined || hostOf(headers.origin) === host)) return;
  throw refused('other-site', {
    'zh-CN': '请求来自其他网站，已拒绝。请在本系统的页面上操作。',
    en: 'The request came from another site and was refused. Use the pages of this system.',
  });
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}
