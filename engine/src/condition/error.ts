import type { Words } from '../value.ts';

/** A condition that cannot be used. `offset` is the 0-based character of the source at which it fails. */
export class ConditionError extends Error {
  readonly words: Words;
  readonly wayOut: Words;
  readonly offset: number;
  constructor(words: Words, wayOut: Words, offset: number) {
    super(words.en);
    this.name = 'ConditionError';
    this.words = words;
    this.wayOut = wayOut;
    this.offset = offset;
  }
}

/** Throws a `ConditionError` written as `zh | en` pairs. */
export function refuse(offset: number, zh: string, en: string, wayZh: string, wayEn: string): never {
  throw new ConditionError({ 'zh-CN': zh, en }, { 'zh-CN': wayZh, en: wayEn }, offset);
}
