import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActionError } from '../actions/action-error.ts';
import { findDatabaseAway } from '../database/database-away.ts';
import { STATUS, UNAVAILABLE } from './error-status.ts';

const INVARIANT = {
  'zh-CN': '系统内部出错，已记录。您的提交没有生效，请稍后重试。',
  en: 'Something broke on our side and was noted. Nothing you sent took effect; please try again.',
};

/** Turns whatever was thrown into `{ error: { kind, code, words, fields } }`. A bug says nothing of itself to the caller. */
export function replyWithError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ActionError) {
    const { kind, code, words, fields } = error;
    return reply.code(STATUS[kind]).send({ error: { kind, code, words, fields } });
  }
  const status = (error as { statusCode?: number }).statusCode;
  if (status !== undefined && status >= 400 && status < 500) return replyToBadRequest(status, error as Error, reply);
  const away = findDatabaseAway(error);
  if (away) {
    request.log.warn({ err: away.cause }, 'database away');
    const { words } = away;
    return reply
      .code(UNAVAILABLE)
      .header('retry-after', '1')
      .send({ error: { kind: 'unavailable', code: 'database-away', words, fields: [] } });
  }
  request.log.error({ err: error }, 'request failed');
  return reply.code(500).send({ error: { kind: 'failed', code: 'failed', words: INVARIANT, fields: [] } });
}

function replyToBadRequest(status: number, error: Error & { code?: string }, reply: FastifyReply): FastifyReply {
  const words =
    status === 413
      ? { 'zh-CN': '提交的内容太大，请分成几次提交。', en: 'What you sent is too large; send it in several parts.' }
      : { 'zh-CN': '请求的格式不对，无法读取。', en: 'The request cannot be read: its form is wrong.' };
  return reply.code(status).send({ error: { kind: 'invalid', code: error.code ?? 'bad-request', words, fields: [] } });
}
