/** How the demo reaches the product: its own actions and nothing else. */
export interface DemoDoor {
  /**
   * Runs an action and gives its answer. Without `as` the local operator does it (administrator and county officer);
   * with `as` the account of that user name. The clock stands on the demo's day.
   */
  call(action: string, input: object, as?: string): Promise<unknown>;
  /** One line of progress for people. */
  say(line: { readonly 'zh-CN': string; readonly en: string }): void;
}
