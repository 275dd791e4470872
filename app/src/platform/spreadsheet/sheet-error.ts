import type { Words } from '@luoshi/engine';

/** Why a file as a whole cannot be read. Problems of single cells are `CellProblem`s instead. */
export type SheetErrorCode =
  | 'too-large'
  | 'empty-file'
  | 'not-a-sheet'
  | 'damaged'
  | 'encrypted'
  | 'old-format'
  | 'macros'
  | 'bomb'
  | 'hostile-xml'
  | 'encoding'
  | 'wrong-header'
  | 'merged-cells'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'no-rows';

/** The file was not taken. `words` say what is wrong and where, `wayOut` what the person can do. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly code: SheetErrorCode;
  readonly words: Words;
  readonly wayOut: Words;
  readonly details: SheetErrorDetails;

  constructor(code: SheetErrorCode, details: SheetErrorDetails = {}, cause?: unknown) {
    const text = TEXTS[code](details);
    super(text.words.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.words = text.words;
    this.wayOut = text.wayOut;
    this.details = details;
  }
}

export interface SheetErrorDetails {
  readonly limit?: number;
  readonly found?: number;
  readonly row?: number;
  readonly range?: string;
  readonly sheet?: string;
  readonly missing?: readonly string[];
  readonly unknown?: readonly { readonly header: string; readonly cell: string }[];
  readonly renamed?: readonly { readonly header: string; readonly cell: string; readonly expected: string }[];
  readonly doubled?: readonly { readonly header: string; readonly cell: string }[];
}

interface Text {
  readonly words: Words;
  readonly wayOut: Words;
}

const text = (zh: string, en: string, zhOut: string, enOut: string): Text => ({
  words: { 'zh-CN': zh, en },
  wayOut: { 'zh-CN': zhOut, en: enOut },
});

const megabytes = (bytes = 0) => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);

const TEXTS: Record<SheetErrorCode, (d: SheetErrorDetails) => Text> = {
  'too-large': (d) =>
    text(
      `文件超过 ${megabytes(d.limit)} MB。`,
      `The file is larger than ${megabytes(d.limit)} MB.`,
      '请删除图片和多余的工作表，或分成几个文件导入。',
      'Remove pictures and extra sheets, or import it in several files.',
    ),
  'empty-file': () =>
    text('文件是空的。', 'The file is empty.', '请重新选择填好的文件。', 'Choose the filled-in file again.'),
  'not-a-sheet': () =>
    text(
      '这不是 Excel 工作簿（.xlsx），也不是 CSV 文件。',
      'This is neither an Excel workbook (.xlsx) nor a CSV file.',
      '请下载模板填写，另存为 .xlsx 后再导入。',
      'Fill in the template, save it as .xlsx and import that.',
    ),
  damaged: () =>
    text(
      '工作簿已损坏，无法读取。',
      'The workbook is damaged and cannot be read.',
      '请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再导入。',
      'Open it in Excel or WPS, save it as a new .xlsx file and import that.',
    ),
  encrypted: () =>
    text(
      '工作簿设有打开密码。',
      'The workbook is protected by a password.',
      '请取消打开密码，另存后再导入。',
      'Remove the password, save the file and import it again.',
    ),
  'old-format': () =>
    text(
      '这是旧格式的表格（.xls、.xlsb 或 .ods）。',
      'This is a sheet in another format (.xls, .xlsb or .ods).',
      '请另存为 .xlsx 后再导入。',
      'Save it as .xlsx and import that.',
    ),
  macros: () =>
    text(
      '工作簿带有宏（.xlsm），为安全起见不予读取。',
      'The workbook contains macros (.xlsm) and is not read, for safety.',
      '请另存为不带宏的 .xlsx 后再导入。',
      'Save it as .xlsx without macros and import that.',
    ),
  bomb: () =>
    text(
      '文件解压后异常庞大，已停止读取。',
      'The file unpacks to an abnormal size; reading was stopped.',
      '请把数据复制到新下载的模板中再导入。',
      'Copy the data into a freshly downloaded template and import that.',
    ),
  'hostile-xml': () =>
    text(
      '文件内含有不允许的 XML 声明（DOCTYPE 或实体）。',
      'The file contains XML declarations that are not allowed (DOCTYPE or entities).',
      '请把数据复制到新下载的模板中再导入。',
      'Copy the data into a freshly downloaded template and import that.',
    ),
  encoding: () =>
    text(
      'CSV 文件的文字编码无法识别。',
      'The text encoding of the CSV file is not recognised.',
      '请另存为“CSV UTF-8”或 .xlsx 后再导入。',
      'Save it as “CSV UTF-8” or .xlsx and import that.',
    ),
  'wrong-header': headerText,
  'merged-cells': (d) =>
    text(
      `工作表“${d.sheet ?? ''}”的数据区有合并单元格：${d.range ?? ''}。`,
      `Sheet “${d.sheet ?? ''}” has merged cells among the data: ${d.range ?? ''}.`,
      '请取消合并，并在每一行填写完整。',
      'Unmerge them and fill in every row.',
    ),
  'too-many-columns': (d) =>
    text(
      `第 ${d.row ?? ''} 行的内容或格式超出第 ${d.limit ?? ''} 列。`,
      `Row ${d.row ?? ''} has content or formats beyond column ${d.limit ?? ''}.`,
      '请删除表格右侧多余的列后再导入。',
      'Delete the surplus columns to the right of the table and import again.',
    ),
  'too-many-rows': (d) =>
    text(
      `数据超过 ${d.limit ?? ''} 行${d.found === undefined ? '' : `（共 ${d.found} 行）`}。`,
      `There are more than ${d.limit ?? ''} rows${d.found === undefined ? '' : ` (${d.found} found)`}.`,
      '请分成几个文件导入。',
      'Import it in several files.',
    ),
  'no-rows': () =>
    text(
      '表头下面没有数据。',
      'There are no rows below the header.',
      '请在表头下面逐行填写后再导入。',
      'Fill in rows below the header and import again.',
    ),
};

function headerText(d: SheetErrorDetails): Text {
  const zh: string[] = [];
  const en: string[] = [];
  if (d.missing?.length) {
    zh.push(`缺少列：${d.missing.map((h) => `“${h}”`).join('、')}`);
    en.push(`missing columns: ${d.missing.map((h) => `“${h}”`).join(', ')}`);
  }
  for (const r of d.renamed ?? []) {
    zh.push(`${r.cell} 的“${r.header}”应为“${r.expected}”`);
    en.push(`“${r.header}” in ${r.cell} should be “${r.expected}”`);
  }
  for (const u of d.unknown ?? []) {
    zh.push(`${u.cell} 的“${u.header}”不是本表的列`);
    en.push(`“${u.header}” in ${u.cell} is not a column of this form`);
  }
  for (const u of d.doubled ?? []) {
    zh.push(`${u.cell} 的“${u.header}”重复`);
    en.push(`“${u.header}” in ${u.cell} stands there twice`);
  }
  const where = d.sheet === undefined ? '' : `工作表“${d.sheet}”的`;
  const whereEn = d.sheet === undefined ? '' : ` in sheet “${d.sheet}”`;
  return text(
    `${where}表头与模板不一致：${zh.join('；')}。`,
    `The header${whereEn} differs from the template: ${en.join('; ')}.`,
    '请重新下载模板，不要改动表头，把数据粘贴到模板中。',
    'Download the template again, leave its header as it is, and paste the data into it.',
  );
}
