import { isDeepStrictEqual } from 'node:util';
import { Type } from '../platform/actions/schema.ts';
import type { RowErrors } from '../platform/imports/row-errors.ts';

export const ImportResultSchema = Type.Object({
  rows: Type.Integer(),
  added: Type.Integer(),
  unchanged: Type.Integer(),
  again: Type.Boolean({ description: 'The same content was imported before; nothing was done.' }),
});

export const importedBefore = (rows: number) => ({ rows, added: 0, unchanged: rows, again: true });

export const IMPORT_ERRORS = ['csv-damaged', 'csv-header', 'csv-empty', 'csv-too-long', 'rows'] as const;

/** The rows that are not recorded yet. A row recorded with other content is refused: an import never rewrites what was. */
export function newRows<Draft extends { readonly id: string }>(
  rows: readonly { readonly row: number; readonly draft: Draft }[],
  known: readonly Draft[],
  errors: RowErrors,
): Draft[] {
  const byId = new Map(known.map((draft) => [draft.id, draft]));
  return rows.flatMap(({ row, draft }) => {
    const before = byId.get(draft.id);
    if (!before) return [draft];
    if (!isDeepStrictEqual({ ...before }, { ...draft })) {
      errors.add(row, 'from', 'other-content', {
        'zh-CN': '已登记过，但内容（如最后一天）不同；请用“结束”操作修改',
        en: 'is recorded already with other content (its last day, say); use the action that ends it',
      });
    }
    return [];
  });
}
