/**
 * The words of one area of the product. Each key holds the sentence in Chinese and in English side by side,
 * so that neither can be forgotten; `{{name}}` stands for a value.
 */
export type Area = Readonly<Record<string, readonly [zhCN: string, en: string]>>;
