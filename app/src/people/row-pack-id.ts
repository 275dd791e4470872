import type { RowErrors } from '../platform/imports/row-errors.ts';

/** Posts, kinds and levels are named by packs: lower-case words joined by hyphens. */
export function checkPackId(row: number, column: string, text: string, errors: RowErrors): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text) && text.length <= 100) return;
  errors.add(row, column, 'pack-id', {
    'zh-CN': '应为制度包中的代号，如 first-secretary',
    en: 'must be a word of the packs, like first-secretary',
  });
}
