import type { Words } from './value.ts';

/** A sentence in both languages. */
export const say = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** A number with an English noun: `1 entry`, `2 entries`. */
export const counted = (count: number | string, one: string, more = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : more}`;

/** A number in an English unit: `1 time`, `2 times`, `1 hour`; units are written in the plural in packs. */
export const inEnglish = (count: string, unit: string): string => counted(count, singular(unit), unit);

/** The singular of a plural that ends regularly; what does not look like one stays. */
function singular(plural: string): string {
  if (!/[a-z]s$/.test(plural) || /(ss|us|is|series|species|means|news)$/.test(plural)) return plural;
  if (/[a-z]{2}ies$/.test(plural)) return `${plural.slice(0, -3)}y`;
  return /(x|ch|sh|ss)es$/.test(plural) ? plural.slice(0, -2) : plural.slice(0, -1);
}
