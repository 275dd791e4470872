import type { SubjectKind } from './facts.ts';

/** Organisations first, so that the order of subjects does not hang on who came first. */
export const KINDS: readonly SubjectKind[] = ['organisation', 'person', 'posting'];

/** Subjects numbered from 0 in the order they come; entries of one subject mostly follow each other. */
export class SubjectNumbers {
  readonly #numbers = {
    organisation: new Map<string, number>(),
    person: new Map<string, number>(),
    posting: new Map<string, number>(),
  };
  readonly #kinds: number[] = [];
  #last: { kind: SubjectKind; id: string; number: number } = { kind: 'organisation', id: '', number: -1 };

  get count(): number {
    return this.#kinds.length;
  }

  /** The number of a subject, a new one where it has none. */
  add(kind: SubjectKind, id: string): number {
    const last = this.#last;
    if (last.id === id && last.kind === kind && last.number >= 0) return last.number;
    const numbers = this.#numbers[kind];
    let number = numbers.get(id);
    if (number === undefined) {
      number = this.#kinds.push(KINDS.indexOf(kind)) - 1;
      numbers.set(id, number);
    }
    last.kind = kind;
    last.id = id;
    last.number = number;
    return number;
  }

  find(kind: SubjectKind, id: string): number | undefined {
    return this.#numbers[kind].get(id);
  }

  /** Where the kind of a subject stands among the kinds. */
  kindOf(number: number): number {
    return this.#kinds[number] as number;
  }
}
