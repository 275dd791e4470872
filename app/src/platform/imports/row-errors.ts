import type { Words } from '@luoshi/engine';
import { type Static, Type } from 'typebox';
import { type FieldError, invalid } from '../actions/action-error.ts';
import { closed, WordsSchema } from '../actions/schema.ts';

/** Something to look at in a row that was taken all the same. */
export const RowNoteSchema = Type.Object({ row: Type.Integer(), column: Type.String(), words: WordsSchema }, closed);
export type RowNote = Static<typeof RowNoteSchema>;

const SHOWN = 200;

/** Collects what is wrong with the rows of a file, so that all of it is said at once. */
export class RowErrors {
  readonly #errors: FieldError[] = [];
  #count = 0;

  /** `rule` is a short code; the field is named `rows.<row>.<column>`, the row as a spreadsheet counts it. */
  add(row: number, column: string, rule: string, words: Words): void {
    this.#count += 1;
    if (this.#errors.length >= SHOWN) return;
    const both = { 'zh-CN': `第 ${row} 行“${column}”：${words['zh-CN']}`, en: `Row ${row}, ${column}: ${words.en}` };
    this.#errors.push({ field: `rows.${row}.${column}`, rule, words: both });
  }

  get count(): number {
    return this.#count;
  }

  /** @throws ActionError `invalid` when anything was added: a file is taken whole or not at all. */
  throwIfAny(): void {
    if (this.#count === 0) return;
    throw invalid(
      'rows',
      {
        'zh-CN': `文件中有 ${this.#count} 处错误，一行也没有导入。请改正后重新导入。`,
        en: `The file has ${this.#count} mistake(s); no row was imported. Mend them and import it again.`,
      },
      this.#errors,
    );
  }
}
