/** The database cannot do what was asked, and why; said in both languages, with the way out. */
export class DatabaseFailure extends Error {
  readonly words: { readonly 'zh-CN': string; readonly en: string };

  constructor(chinese: string, english: string, cause?: unknown) {
    super(`${chinese}\n${english}`, cause === undefined ? undefined : { cause });
    this.name = 'DatabaseFailure';
    this.words = { 'zh-CN': chinese, en: english };
  }
}
