import { fileTypeFromBuffer } from 'file-type';
import { invalid } from '../platform/actions/action-error.ts';
import { stripJpeg } from './metadata/jpeg.ts';
import { stripPng } from './metadata/png.ts';
import { stripWebp } from './metadata/webp.ts';

export interface FileKind {
  readonly extension: string;
  readonly mediaType: string;
  /** Takes out what tells about place, time and device; null when the bytes are damaged. */
  readonly strip?: (bytes: Uint8Array) => Uint8Array | null;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Everything that may be attached. The content decides, never the name. */
const KINDS: readonly FileKind[] = [
  { extension: 'jpg', mediaType: 'image/jpeg', strip: stripJpeg },
  { extension: 'png', mediaType: 'image/png', strip: stripPng },
  { extension: 'webp', mediaType: 'image/webp', strip: stripWebp },
  { extension: 'pdf', mediaType: 'application/pdf' },
  { extension: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` },
  { extension: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` },
  { extension: 'doc', mediaType: 'application/msword' },
  { extension: 'xls', mediaType: 'application/vnd.ms-excel' },
];

const kindOf = (extension: string | undefined) => KINDS.find((kind) => kind.extension === extension);

/** @throws ActionError `invalid` when files of this kind are not taken. */
export async function getFileKind(bytes: Uint8Array): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes);
  const kind = kindOf(found?.ext === 'cfb' ? oldOfficeKind(bytes) : found?.ext);
  if (kind) return kind;
  throw invalid('file-kind', {
    'zh-CN': '这种文件不能作为附件。请上传图片（jpg、png、webp）、PDF、Word 或 Excel 文件。',
    en: 'Files of this kind cannot be attached. Use a picture (jpg, png, webp), PDF, Word or Excel file.',
  });
}

/** Word and Excel before 2007 share a container; the name of its main stream tells them apart. */
function oldOfficeKind(bytes: Uint8Array): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.includes(Buffer.from('WordDocument', 'utf16le'))) return 'doc';
  return ['Workbook', 'Book'].some((name) => view.includes(Buffer.from(name, 'utf16le'))) ? 'xls' : undefined;
}
