import type { Words } from '@luoshi/engine';

/** One thing wrong with one field of the input: which rule, and the way out, in both languages. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

/**
 * What a caller did that cannot be done. Everything else that is thrown is a bug.
 *
 * - `invalid`          the input breaks a rule; `fields` says which
 * - `unauthenticated`  nobody is signed in
 * - `refused`          the caller's roles do not include this action
 * - `not-found`        it does not exist, or lies outside the caller's scope: the two look the same
 * - `conflict`         it contradicts what is recorded already
 * - `locked`           too many failed sign-ins
 */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'refused' | 'not-found' | 'conflict' | 'locked';

export class ActionError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly words: Words;
  readonly fields: readonly FieldError[];

  constructor(kind: ErrorKind, code: string, words: Words, fields: readonly FieldError[] = []) {
    super(`${code}: ${words.en}`);
    this.name = 'ActionError';
    this.kind = kind;
    this.code = code;
    this.words = words;
    this.fields = fields;
  }
}

export const invalid = (code: string, words: Words, fields: readonly FieldError[] = []) =>
  new ActionError('invalid', code, words, fields);
export const conflict = (code: string, words: Words, fields: readonly FieldError[] = []) =>
  new ActionError('conflict', code, words, fields);
export const refused = (code: string, words: Words) => new ActionError('refused', code, words);

/** The one answer for "not there" and "not yours to see". */
export const notFound = (what: Words) =>
  new ActionError('not-found', 'not-found', {
    'zh-CN': `没有找到${what['zh-CN']}。请检查编号，或确认它在您的管理范围内。`,
    en: `${what.en} was not found. Check the id, or whether it lies within your scope.`,
  });

export const notSignedIn = () =>
  new ActionError('unauthenticated', 'not-signed-in', { 'zh-CN': '请先登录。', en: 'Please sign in first.' });
