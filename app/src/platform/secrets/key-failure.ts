/** Secrets cannot be sealed or read, and why; said in both languages, with the way out. Never holds a secret. */
export class KeyFailure extends Error {
  readonly words: { readonly 'zh-CN': string; readonly en: string };

  constructor(chinese: string, english: string, cause?: unknown) {
    super(`${chinese}\n${english}`, cause === undefined ? undefined : { cause });
    this.name = 'KeyFailure';
    this.words = { 'zh-CN': chinese, en: english };
  }
}
