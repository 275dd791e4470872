import { parseDocument } from 'yaml';
import type { PackFile } from '../pack.ts';
import { LANGUAGE_STEPS } from './steps.ts';

/** The pack language this engine reads: a pack that is kept says in which it was written. */
export const LANGUAGE: number = Math.max(1, ...LANGUAGE_STEPS.map(({ to }) => to));

/**
 * The files of a pack as they would be written today. Files that need no change keep every byte.
 * @throws RangeError for a language that this engine does not know yet
 */
export function upgradePack(files: readonly PackFile[], language: number): readonly PackFile[] {
  if (language > LANGUAGE) throw new RangeError(`pack language ${language} is newer than ${LANGUAGE}`);
  const steps = LANGUAGE_STEPS.filter(({ to }) => to > language);
  return files.map((file) => (/\.ya?ml$/.test(file.path) ? upgraded(file, steps) : file));
}

function upgraded(file: PackFile, steps: typeof LANGUAGE_STEPS): PackFile {
  const document = parseDocument(file.text, { merge: true, prettyErrors: false });
  if (document.errors.length > 0) return file;
  const changed = steps.filter(({ change }) => change(document)).length > 0;
  return changed ? { ...file, text: document.toString({ lineWidth: 0 }) } : file;
}
