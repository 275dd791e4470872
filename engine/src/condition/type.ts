import type { Words } from '../value.ts';

/** What people call a name, where somebody has given it words. */
interface Titled {
  readonly title?: Words;
}

/** What may be chosen, and what people call each. */
export interface Chosen extends Titled {
  readonly options?: readonly string[];
  readonly optionTitles?: Readonly<Record<string, Words>>;
}

/**
 * What a name in a condition holds. `unit` makes kilometres and wells two different things;
 * `options` lets a misspelt choice be found before anything is evaluated. Titles only serve `conditionWords`.
 */
export type VariableType =
  | (Titled & { readonly type: 'number'; readonly unit?: string })
  | (Chosen & { readonly type: 'text' })
  | (Titled & { readonly type: 'date' })
  | (Titled & { readonly type: 'time' })
  | (Titled & { readonly type: 'boolean'; readonly yes?: Words; readonly no?: Words })
  | (Chosen & { readonly type: 'list' })
  | { readonly type: 'any' }
  | { readonly type: 'calendar' }
  | { readonly type: 'record'; readonly fields: Variables; readonly open?: boolean };

/** The names a condition may use, e.g. `{ data: record(…), entry: record(…) }`. */
export type Variables = Readonly<Record<string, VariableType>>;

export const record = (fields: Variables): VariableType => ({ type: 'record', fields });
/** A record whose names are not declared anywhere; each holds whatever was recorded. */
export const openRecord = (fields: Variables = {}): VariableType => ({ type: 'record', fields, open: true });

const WORDS: Record<VariableType['type'], Words> = {
  number: { 'zh-CN': '数字', en: 'a number' },
  text: { 'zh-CN': '文字', en: 'text' },
  date: { 'zh-CN': '日期', en: 'a date' },
  time: { 'zh-CN': '钟点', en: 'a time of day' },
  boolean: { 'zh-CN': '是/否', en: 'yes or no' },
  list: { 'zh-CN': '列表', en: 'a list' },
  any: { 'zh-CN': '任意值', en: 'any value' },
  calendar: { 'zh-CN': '工作日历', en: 'the calendar of working days' },
  record: { 'zh-CN': '一组字段', en: 'a group of fields' },
};

export const typeWords = (type: VariableType): Words => WORDS[type.type];

export const isText = (type: VariableType): boolean =>
  type.type === 'text' || type.type === 'date' || type.type === 'any';
export const isNumber = (type: VariableType): boolean => type.type === 'number' || type.type === 'any';
export const isBoolean = (type: VariableType): boolean => type.type === 'boolean' || type.type === 'any';
