import { policyInForce } from '../packs/index.ts';
import { mayReadFields } from '../platform/access/may-read-fields.ts';
import { defineDownload } from '../platform/actions/action.ts';
import { notFound } from '../platform/actions/action-error.ts';
import { closed, Type } from '../platform/actions/schema.ts';
import { findFile } from './file-reader.ts';
import { findContent, hashOf } from './file-store.ts';

const FILE = { 'zh-CN': '该附件', en: 'This attachment' };

export const fetchDocument = defineDownload({
  id: 'documents.fetch',
  title: { 'zh-CN': '下载附件', en: 'Download an attachment' },
  about: {
    'zh-CN': '下载自己上传的附件，或管理范围内记录引用的附件。',
    en: 'Downloads an attachment the caller uploaded, or one cited by a record in scope.',
  },
  input: Type.Object(
    { sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'The hash that names it.' }) },
    closed,
  ),
  errors: ['no-pack'],
  mayBeDoneBy: ['county-officer', 'township-officer', 'village-clerk', 'first-secretary', 'sending-unit'],
  produces: ['application/octet-stream'],
  audit: ({ sha256 }) => ({ subject: sha256 }),
  async run({ sha256 }, { tx, scope, jurisdiction, today, filesFolder }) {
    const [policy, file] = await Promise.all([policyInForce(tx, jurisdiction, today), findFile(tx, scope, sha256)]);
    const reachable = file?.uploaded || file?.cited.some((cited) => mayReadFields(policy, cited.form, cited));
    if (!file || !reachable) throw notFound(FILE);
    const body = await findContent(filesFolder, sha256);
    if (!body || hashOf(body) !== sha256) throw new Error(`attachment ${sha256} is missing or damaged on disk`);
    return { fileName: file.name, mediaType: file.mediaType, body };
  },
});
