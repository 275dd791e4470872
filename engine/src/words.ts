import type { Words } from './value.ts';

/** A sentence in both languages. */
export const say = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** A number with an English noun: `1 entry`, `2 entries`. */
export const counted = (count: number | string, one: string, more = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : more}`;
