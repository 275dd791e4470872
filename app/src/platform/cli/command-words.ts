/** What commander says of a command it cannot read, in Chinese too. */
const SAID: readonly (readonly [RegExp, (name: string, more: string) => string])[] = [
  [/missing required argument '([^']+)'/, (name) => `缺少参数 <${ARGUMENTS[name] ?? name}>`],
  [/required option '([^']+)' not specified/, (name) => `缺少必写的选项 ${name}`],
  [/option '([^']+)' argument missing/, (name) => `选项 ${name} 后面缺少内容`],
  [/unknown option '([^']+)'/, (name) => `没有选项 ${name}`],
  [/unknown command '([^']+)'/, (name) => `没有命令 ${name}`],
  [/too many arguments/, () => '参数太多：路径里有空格的，加引号'],
  [/option '([^']+)' argument '([^']*)' is invalid/, (name, given) => `选项 ${name} 不能写 ${given}`],
];

const ARGUMENTS: Readonly<Record<string, string>> = {
  folder: '目录',
  folders: '目录',
  older: '旧版目录',
  name: '名称',
  code: '代码',
};

/** One line in both languages: `缺少参数 <目录> · error: missing required argument 'folder'`. */
export function commandWords(text: string): string {
  for (const [like, said] of SAID) {
    const [found, name = '', more = ''] = like.exec(text) ?? [];
    if (found !== undefined) return `${said(name, more)} · ${text}`;
  }
  return text;
}
