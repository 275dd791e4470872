import type { Words } from '@luoshi/engine';
import type { ErrorKind, FieldError } from '../actions/action-error.ts';

/** What the server answered instead of a result; `unreachable` when it did not answer at all. */
export class CallError extends Error {
  readonly kind: ErrorKind | 'unavailable' | 'failed' | 'unreachable';
  readonly code: string;
  readonly words: Words;
  readonly fields: readonly FieldError[];

  constructor(kind: CallError['kind'], code: string, words: Words, fields: readonly FieldError[] = []) {
    super(`${code}: ${words.en}`);
    this.name = 'CallError';
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.fields = fields;
  }
}

export const unreachable = () =>
  new CallError('unreachable', 'unreachable', {
    'zh-CN': '连接不上服务器。请检查网络后重试。',
    en: 'The server cannot be reached. Check the network and try again.',
  });

const unreadable = () =>
  new CallError('failed', 'unreadable', {
    'zh-CN': '服务器的答复无法读取，请稍后重试。',
    en: "The server's answer cannot be read; please try again later.",
  });

interface ErrorBody {
  readonly error: Pick<CallError, 'kind' | 'code' | 'words'> & { readonly fields?: readonly FieldError[] };
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object';

/** Reads an answer that was not a success. */
export function callErrorFrom(body: unknown): CallError {
  if (!isErrorBody(body)) return unreadable();
  const { kind, code, words, fields } = body.error;
  return new CallError(kind, code, words, fields);
}
