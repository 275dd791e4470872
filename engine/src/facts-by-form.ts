import { type DayNumber, NEVER, toDay } from './day.ts';
import type { Fact } from './facts.ts';
import { SubjectNumbers } from './subject-numbers.ts';

/** Entries of one form in the order given, with what is asked of each. Days that few entries have are null when none has one. */
export class FormFacts {
  readonly facts: Fact[];
  /** Numbers of their subjects, in the order given. */
  readonly subject: Int32Array;
  readonly date: Int32Array;
  readonly recorded: Int32Array;
  ended: Int32Array | null = null;
  confirmed: Int32Array | null = null;
  rejected: Int32Array | null = null;
  readonly #count: number;
  #next = 0;

  constructor(count: number) {
    this.#count = count;
    this.facts = Array.from({ length: count });
    this.subject = new Int32Array(count);
    this.date = new Int32Array(count);
    this.recorded = new Int32Array(count);
  }

  add(fact: Fact, subject: number): void {
    const row = this.#next++;
    const { confirmation, endedOn } = fact;
    const day = toDay(fact.date);
    this.facts[row] = fact;
    this.subject[row] = subject;
    this.date[row] = day;
    this.recorded[row] = fact.recordedOn === fact.date ? day : toDay(fact.recordedOn);
    if (endedOn !== undefined) this.ended = this.#noted(this.ended, row, toDay(endedOn));
    if (confirmation?.outcome === 'confirmed')
      this.confirmed = this.#noted(this.confirmed, row, toDay(confirmation.on));
    if (confirmation?.outcome === 'rejected') this.rejected = this.#noted(this.rejected, row, toDay(confirmation.on));
  }

  #noted(days: Int32Array | null, row: number, day: DayNumber): Int32Array {
    const made = days ?? new Int32Array(this.#count).fill(NEVER);
    made[row] = day;
    return made;
  }
}

export interface FactsByForm {
  readonly subjects: SubjectNumbers;
  readonly forms: ReadonlyMap<string, FormFacts>;
}

/**
 * All entries, each read once: forms are counted first, so that nothing has to grow. What is read of each comes to twelve bytes and
 * its place; the entries of a nation's villages fit into memory with the entries themselves.
 */
export function factsByForm(facts: readonly Fact[]): FactsByForm {
  const [subjects, forms] = [new SubjectNumbers(), new Map<string, FormFacts>()];
  for (const [form, count] of countsOf(facts)) forms.set(form, new FormFacts(count));
  let [form, found] = ['', forms.get('') ?? new FormFacts(0)];
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i] as Fact;
    if (fact.form !== form) {
      form = fact.form;
      found = forms.get(form) as FormFacts;
    }
    found.add(fact, subjects.add(fact.subject.kind, fact.subject.id));
  }
  return { subjects, forms };
}

function countsOf(facts: readonly Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  let [form, count] = ['', 0];
  const note = (): void => {
    if (count > 0) counts.set(form, (counts.get(form) ?? 0) + count);
  };
  for (let i = 0; i < facts.length; i++) {
    const one = (facts[i] as Fact).form;
    if (one !== form) {
      note();
      [form, count] = [one, 0];
    }
    count++;
  }
  note();
  return counts;
}
