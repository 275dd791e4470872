import type { Field, Form } from '@luoshi/engine';
import { type FileFacts, findUsableFiles } from '../documents/index.ts';
import type { Scope } from '../platform/access/scope.ts';
import type { WriteTx } from '../platform/database/transaction.ts';
import type { EntryContent } from './content-hash.ts';
import { filesOf } from './entry-writer.ts';
import { fieldProblem, missingFile } from './problems.ts';

/**
 * Binds the attachments an entry cites to it. Only files the caller uploaded, or may see already, can be cited.
 * @throws ActionError `invalid`, naming the field whose attachment is not there or is not what the form takes.
 */
export async function attachFiles(
  tx: WriteTx,
  scope: Scope,
  form: Form,
  entry: { readonly id: string; readonly content: EntryContent },
): Promise<void> {
  const cited = filesOf(form, entry.content.data);
  if (cited.length === 0) return;
  const usable = await findUsableFiles(tx, scope, [...new Set(cited.map((file) => file.sha256))]);
  for (const { field, sha256 } of cited) {
    const file = usable.get(sha256);
    if (!file) throw missingFile(field);
    assertTaken(
      form.fields.find((one) => one.id === field),
      file,
    );
  }
  await tx
    .insertInto('entry_file')
    .values(cited.map((file) => ({ jurisdiction_id: scope.jurisdiction, entry_id: entry.id, ...file })))
    .onConflict((on) => on.doNothing())
    .execute();
}

const MEGABYTE = 1024 * 1024;

function assertTaken(field: Field | undefined, file: FileFacts): void {
  if (field?.type !== 'file') return;
  const { max_megabytes: most, accept } = field;
  if (most !== undefined && file.size > most * MEGABYTE) {
    throw fieldProblem(field.id, 'file-size', {
      'zh-CN': `附件不能超过 ${most} MB`,
      en: `the attachment may have at most ${most} MB`,
    });
  }
  if (accept && !accept.some((kind) => fits(kind, file))) {
    throw fieldProblem(field.id, 'file-kind', {
      'zh-CN': `附件须为：${accept.join('、')}`,
      en: `the attachment must be one of: ${accept.join(', ')}`,
    });
  }
}

/** `image/*`, `application/pdf` or `.pdf`, as browsers read it. */
function fits(kind: string, file: FileFacts): boolean {
  if (kind.endsWith('/*')) return file.mediaType.startsWith(kind.slice(0, -1));
  return kind.includes('/') ? kind === file.mediaType : file.name.toLowerCase().endsWith(kind.replace(/^\.?/, '.'));
}
