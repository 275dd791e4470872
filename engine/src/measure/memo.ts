/** Answers already worked out, by period, name and organisation. */
export class Memo<T> {
  readonly #answers = new Map<string, Map<string, Map<string, T>>>();

  once(period: string, name: string, organisation: string, make: () => T): T {
    const known = this.#answers.get(period)?.get(name)?.get(organisation);
    if (known !== undefined) return known;
    const made = make();
    const names = this.#answers.get(period) ?? new Map<string, Map<string, T>>();
    const answers = names.get(name) ?? new Map<string, T>();
    this.#answers.set(period, names);
    names.set(name, answers);
    answers.set(organisation, made);
    return made;
  }
}
