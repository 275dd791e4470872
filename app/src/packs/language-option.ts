import { Option } from 'commander';

/** In which language a command speaks. */
export const languageOption = (): Option =>
  new Option('--language <language>', '文字的语言 · language of the text').choices(['zh-CN', 'en']).default('zh-CN');
