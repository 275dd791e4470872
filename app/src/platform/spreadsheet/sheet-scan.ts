import { cellOf } from './column.ts';
import type { SheetLimits } from './limits.ts';
import { SpreadsheetError } from './sheet-error.ts';
import { TagScanner, type XmlTag } from './xml-tags.ts';
import { inflateEntry, type ZipEntry } from './zip-directory.ts';

/** What a first walk over the sheet tells, before any value is taken. */
export interface SheetScan {
  /** Numbers of the rows that hold anything, in order. */
  readonly filledRows: readonly number[];
  /** The last column that any row names, counted from 0. */
  readonly lastColumn: number;
  /** Ranges such as `A5:C7`. */
  readonly merges: readonly string[];
  /** Cells whose formula has no saved value. Formulas are never calculated here. */
  readonly formulasWithoutValue: ReadonlySet<string>;
}

/** Blank but formatted rows that a sheet may have beside its data. */
const BLANK_ROWS = 20_000;
const HEAD_ROWS = 100;

/**
 * Walks once over the sheet's structure while it is unpacked, so that a sheet that is too wide, too
 * long or merged is refused before anything is kept of it.
 */
export async function scanSheet(bytes: Uint8Array, entry: ZipEntry, limits: SheetLimits): Promise<SheetScan> {
  const walk = new SheetWalk(limits);
  const scanner = new TagScanner((tag) => walk.meet(tag));
  const decoder = new TextDecoder();
  for await (const chunk of inflateEntry(bytes, entry)) scanner.push(decoder.decode(chunk, { stream: true }));
  return walk;
}

class SheetWalk implements SheetScan {
  readonly filledRows: number[] = [];
  lastColumn = 0;
  readonly merges: string[] = [];
  readonly formulasWithoutValue = new Set<string>();
  readonly #limits: SheetLimits;
  #row = 0;
  #rows = 0;
  #column = -1;
  #formula = false;
  #value = false;
  #inCell = false;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  meet(tag: XmlTag): void {
    if (this.#inCell) this.#meetInCell(tag);
    else if (tag.name === 'c' && !tag.closing) this.#startCell(tag);
    else if (tag.name === 'row' && !tag.closing) this.#startRow(tag);
    else if (tag.name === 'mergeCell' && !tag.closing && this.merges.length < 1000) {
      this.merges.push(tag.attribute('ref') ?? '');
    }
  }

  #startRow(tag: XmlTag): void {
    const number = Number(tag.attribute('r') ?? this.#row + 1);
    if (!Number.isInteger(number) || number <= this.#row) throw new SpreadsheetError('damaged');
    this.#row = number;
    this.#rows++;
    this.#column = -1;
  }

  #startCell(tag: XmlTag): void {
    const reference = tag.attribute('r');
    this.#column = reference === undefined ? this.#column + 1 : (cellOf(reference)?.column ?? this.#column + 1);
    if (this.#column >= this.#limits.maxColumns) {
      throw new SpreadsheetError('too-many-columns', { row: this.#row, limit: this.#limits.maxColumns });
    }
    this.lastColumn = Math.max(this.lastColumn, this.#column);
    this.#formula = false;
    this.#value = false;
    this.#inCell = !tag.selfClosing;
  }

  #meetInCell(tag: XmlTag): void {
    if (tag.name === 'f') this.#formula = true;
    if (tag.closing && tag.afterText && (tag.name === 'v' || tag.name === 't')) this.#value = true;
    if (tag.name !== 'c' || !tag.closing) return;
    this.#inCell = false;
    if (this.#formula && !this.#value && this.formulasWithoutValue.size < 10_000) {
      this.formulasWithoutValue.add(`${this.#column},${this.#row}`);
    }
    if (this.#value || this.#formula) this.#fill();
  }

  #fill(): void {
    if (this.filledRows.at(-1) === this.#row) return;
    this.filledRows.push(this.#row);
    const tooMany = this.filledRows.length > this.#limits.maxRows + HEAD_ROWS;
    if (tooMany || this.#rows > this.#limits.maxRows + BLANK_ROWS) {
      throw new SpreadsheetError('too-many-rows', { limit: this.#limits.maxRows });
    }
  }
}
