import { defineWrite } from '../platform/actions/action.ts';
import { invalid } from '../platform/actions/action-error.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { getFileKind } from './file-kind.ts';
import { keepFile } from './file-store.ts';
import { insertFile } from './file-writer.ts';

const MEGABYTE = 1024 * 1024;
/** One attachment, after decoding. */
export const LARGEST_FILE = 20 * MEGABYTE;
/** Base64 takes four bytes for three. */
const BODY_LIMIT = 28 * MEGABYTE;

export const storeDocument = defineWrite({
  id: 'documents.store',
  title: { 'zh-CN': '上传附件', en: 'Upload an attachment' },
  about: {
    'zh-CN':
      '上传图片、PDF、Word 或 Excel 文件（不超过 20 MB），得到填报时引用的编号。图片中的拍摄地点、时间、设备信息会被去除。',
    en: 'Uploads a picture, PDF, Word or Excel file (20 MB at most) and answers with the hash that entries cite. Place, time and device are taken out of pictures.',
  },
  input: Type.Object(
    {
      file: Type.String({
        contentEncoding: 'base64',
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        description: 'The file, base64.',
      }),
      name: Type.String({ minLength: 1, maxLength: 200, description: 'Its name.' }),
    },
    closed,
  ),
  output: Type.Object({ sha256: Type.String(), size: Type.Integer(), mediaType: Type.String(), name: Type.String() }),
  errors: ['file-kind', 'file-damaged', 'file-size'],
  mayBeDoneBy: ['county-officer', 'township-officer', 'village-clerk', 'first-secretary', 'sending-unit'],
  bodyLimit: BODY_LIMIT,
  audit: ({ name }) => ({ detail: { name } }),
  async run({ file, name }, { tx, scope, now, filesFolder }) {
    const uploaded = Buffer.from(file, 'base64');
    if (uploaded.length > LARGEST_FILE) throw tooLarge();
    const kind = await getFileKind(uploaded);
    const bytes = kind.strip ? kind.strip(uploaded) : uploaded;
    if (!bytes) throw damaged();
    const sha256 = await keepFile(filesFolder, bytes);
    const stored = { sha256, size: bytes.length, mediaType: kind.mediaType, name: plainName(name, kind.extension) };
    await insertFile(tx, scope, now, stored);
    return stored;
  },
});

/** The last part of the name, without what file systems and terminals stumble over, and with the true ending. */
function plainName(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const stem = clean.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '') || 'file';
  return `${stem}.${extension}`;
}

const tooLarge = () =>
  invalid('file-size', {
    'zh-CN': '附件超过 20 MB。请压缩图片，或拆成几个文件。',
    en: 'The attachment is larger than 20 MB. Make the picture smaller or split the file.',
  });

const damaged = () =>
  invalid('file-damaged', {
    'zh-CN': '图片文件已损坏，无法读取。请重新导出或重新拍照后上传。',
    en: 'The picture is damaged and cannot be read. Export or take it again.',
  });
