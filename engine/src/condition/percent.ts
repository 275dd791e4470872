/** `90% * x` reads as a remainder, which there is none of here: a per cent was meant. */
export const NO_PERCENT: readonly [zh: string, en: string, wayZh: string, wayEn: string] = [
  '这里没有 %',
  'There is no % here',
  '百分数写作小数：90% 写 0.9',
  'Write a per cent as a decimal: 90 % is 0.9',
];
