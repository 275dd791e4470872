import type { Words } from '@luoshi/engine';
import { ActionError } from '../platform/actions/action-error.ts';

/** Says what else could be meant by a command that names no jurisdiction. @throws what the work throws, with that added */
export async function orElse<Result>(work: Promise<Result>, other: Words): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ActionError) || error.code !== 'jurisdiction') throw error;
    const { kind, code, words, fields } = error;
    const both = { 'zh-CN': `${words['zh-CN']}。${other['zh-CN']}`, en: `${words.en}. ${other.en}` };
    throw new ActionError(kind, code, both, fields);
  }
}
