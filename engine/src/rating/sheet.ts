import type { Explanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import { asColumn, type Micros, microsOf } from '../measure/micros.ts';
import type { At, Run } from '../measure/types.ts';
import { step as titled } from '../measure/values.ts';
import type { Parts } from '../parts.ts';
import type { Period } from '../standing.ts';
import type { Value } from '../value.ts';
import { say } from '../words.ts';
import { getRating } from './compile.ts';
import { dependants, readersOf } from './dependants.ts';
import { ratedIn } from './subjects.ts';
import type { CompiledRating, CompiledStep, HandedOver, RatedSubject, Sheet, Telling } from './types.ts';
import { groupsOf } from './within.ts';

/** Values that stand in for what was worked out, to ask “what if”: by step and row. */
export type Supposed = ReadonlyMap<string, ReadonlyMap<number, Value>>;

interface SheetQuery {
  readonly parts: Parts;
  readonly rating: string;
  readonly period: Period;
  readonly asOf: string;
  readonly run: Run;
  readonly supposed?: Supposed;
  /** The sheet in which a step is as it was; null for one that has to be worked out. */
  readonly kept?: (step: string) => Sheet | null;
  readonly oneByOne?: boolean;
}

/** Opens the sheet of a rating; nothing is worked out before it is asked for. */
export function openSheet(query: SheetQuery): Sheet {
  return new LazySheet(query, new Map());
}

/** The same sheet as if some values were others. What does not need those values is not worked out again. */
export const supposing = (sheet: Sheet, supposed: Supposed): Sheet => {
  const { parts, rating } = sheet.rating;
  const touched = new Set([...supposed.keys()].flatMap((id) => [id, ...dependants(parts, rating, id)]));
  const kept = (id: string): Sheet | null => (touched.has(id) ? null : sheet);
  const { period, asOf, run } = sheet;
  return openSheet({ parts, rating: rating.id, period, asOf, run, supposed, kept });
};

/** A sheet of its own, in which nothing is supposed. */
const alone = ({ supposed: _, kept: __, ...query }: SheetQuery): SheetQuery => query;

class LazySheet implements Sheet {
  readonly rating: CompiledRating;
  readonly period: Period;
  readonly asOf: string;
  readonly run: Run;
  readonly subjects: readonly RatedSubject[];
  readonly #query: SheetQuery;
  readonly length: number;
  readonly oneByOne: boolean;
  readonly #columns = new Map<string, readonly Value[]>();
  readonly #micros = new Map<string, Micros>();
  readonly #quickly = new Map<string, Micros | null>();
  readonly #free: Micros[] = [];
  readonly #shared = new Map<string, unknown>();
  readonly #opened: Map<string, Sheet>;
  #rows: ReadonlyMap<string, number> | null = null;

  constructor(query: SheetQuery, opened: Map<string, Sheet>) {
    this.#query = query;
    this.#opened = opened;
    this.rating = getRating(query.parts, query.rating);
    this.period = query.period;
    this.asOf = query.asOf;
    this.run = query.run;
    opened.set(`${query.rating} ${query.period.key}`, this);
    this.subjects = ratedIn(this.rating, query.period, query.run.index, query.asOf);
    this.length = this.subjects.length;
    this.oneByOne = query.oneByOne ?? false;
  }

  column(id: string): readonly Value[] {
    const known = this.#columns.get(id);
    if (known) return known;
    const made =
      this.#query.kept?.(id)?.column(id) ?? this.#suppose(id, this.#step(id).run.column(this, this.#quick(id)));
    this.#columns.set(id, made);
    return made;
  }

  micros(id: string): Micros {
    const known = this.#micros.get(id);
    if (known) return known;
    const kept = this.#query.kept?.(id)?.micros(id) ?? null;
    const quick = kept ?? (this.#query.supposed?.has(id) ? null : this.#quick(id));
    const made = quick ?? Float64Array.from(this.column(id), microsOf);
    this.#micros.set(id, made);
    return made;
  }

  handOver(id: string): HandedOver {
    if (!this.#passes(id)) return { numbers: this.micros(id), own: false };
    const numbers = this.#step(id).run.micros?.(this) ?? null;
    if (numbers !== null) return { numbers, own: true };
    this.#quickly.set(id, null);
    return { numbers: this.micros(id), own: false };
  }

  /** Whether the numbers of a step go to its one reader: nobody has asked for them, nor supposed others. */
  #passes(id: string): boolean {
    const { kept, supposed } = this.#query;
    const { parts, rating } = this.rating;
    if (this.oneByOne || this.#micros.has(id) || this.#quickly.has(id)) return false;
    return !kept?.(id) && !supposed?.has(id) && readersOf(parts, rating, id) <= 1;
  }

  blank(): Micros {
    return this.#free.pop()?.fill(0) ?? new Float64Array(this.length);
  }

  giveBack(column: Micros): void {
    this.#free.push(column);
  }

  /** The numbers of a step worked out in one pass; null when there is no such way. */
  #quick(id: string): Micros | null {
    const known = this.#quickly.get(id);
    if (known !== undefined) return known;
    const numbers = this.oneByOne ? null : (this.#step(id).run.micros?.(this) ?? null);
    const made = numbers === null ? null : asColumn(numbers, this.length);
    this.#quickly.set(id, made);
    return made;
  }

  once<T>(name: string, make: () => T): T {
    if (!this.#shared.has(name)) this.#shared.set(name, make());
    return this.#shared.get(name) as T;
  }

  at(row: number): At {
    return this.#at(row, (id) => this.telling(row).step(id));
  }

  telling(row: number): Telling {
    const explained = new Set<string>();
    const step = (one: string): Explanation => this.#explain(one, row, explained, step);
    return { sheet: this, row, at: this.#at(row, step), step };
  }

  workOut(step: string): void {
    this.column(step);
  }

  rates(subject: SubjectRef): boolean {
    return this.#rowOf(subject) !== undefined;
  }

  valueFor(step: string, subject: SubjectRef): Value | null {
    const row = this.#rowOf(subject);
    return row === undefined ? null : (this.column(step)[row] as Value);
  }

  explainFor(step: string, subject: SubjectRef): Explanation | null {
    const row = this.#rowOf(subject);
    return row === undefined ? null : this.telling(row).step(step);
  }

  #rowOf({ kind, id }: SubjectRef): number | undefined {
    this.#rows ??= new Map(this.subjects.map(({ ref }, row) => [`${ref.kind}:${ref.id}`, row]));
    return this.#rows.get(`${kind}:${id}`);
  }

  other(rating: string, period: Period): Sheet {
    const key = `${rating} ${period.key}`;
    const known = this.#opened.get(key);
    if (known) return known;
    return new LazySheet(alone({ ...this.#query, rating, period }), this.#opened);
  }

  later(period: Period, asOf: string): Sheet {
    return new LazySheet(alone({ ...this.#query, period, asOf }), new Map());
  }

  #at(row: number, explain: (id: string) => Explanation): At {
    const { ref, organisation, from, to, spells } = this.subjects[row] as RatedSubject;
    const value = (id: string): Value => this.column(id)[row] as Value;
    const { period, asOf, run } = this;
    return {
      subject: ref,
      organisation,
      period,
      asOf,
      run,
      steps: {
        value,
        explain,
        titleOf: (id) => this.#step(id).step.title,
        full: (id) => this.#step(id).run.full?.(this, row) ?? null,
        there: { from, to, days: spells ?? [{ from, to }] },
        mates: (under) => this.#mates(under, row),
        other: (rating, one) => this.other(rating, one),
      },
    };
  }

  #mates(under: string | null, row: number): readonly At[] {
    const within = under === null ? 'all' : { under };
    const groups = this.once(`mates ${under ?? ''}`, () => {
      const byRow = new Map<number, readonly At[]>();
      for (const rows of groupsOf(within, this)) {
        const places = rows.map((one) => this.at(one));
        for (const one of rows) byRow.set(one, places);
      }
      return byRow;
    });
    return groups.get(row) ?? [];
  }

  #explain(id: string, row: number, explained: Set<string>, step: (id: string) => Explanation): Explanation {
    const { step: written, construct, type, run } = this.#step(id);
    const { parts, rating } = this.rating;
    const known = explained.has(id);
    explained.add(id);
    const result = this.column(id)[row] as Value;
    if (known) {
      const details = { step: id, again: true };
      return titled(parts, type, { construct, words: written.title, result, details });
    }
    const { words, details, ...inside } = run.explain({ sheet: this, row, at: this.#at(row, step), step });
    const { clause } = written;
    return titled(parts, type, {
      construct,
      words: say(`${written.title['zh-CN']}（${words['zh-CN']}）`, `${written.title.en} (${words.en})`),
      result,
      ...(clause === undefined ? {} : { rule: { ...parts.ruleOf('rating', rating.id), clause } }),
      details: { ...details, step: id },
      ...inside,
    });
  }

  #step(id: string): CompiledStep {
    const found = this.rating.steps.get(id);
    if (!found) throw new Error(`There is no step “${id}” in the rating “${this.rating.rating.id}”`);
    return found;
  }

  #suppose(id: string, values: readonly Value[]): readonly Value[] {
    const supposed = this.#query.supposed?.get(id);
    return supposed ? values.map((value, row) => supposed.get(row) ?? value) : values;
  }
}
