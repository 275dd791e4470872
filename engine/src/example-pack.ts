import { stringify } from 'yaml';
import type { PackFile } from './pack/pack.ts';
import { isRecord } from './pack/schema-shape.ts';

type Part = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, unknown>>;

const both = (text: unknown): Part => ({ 'zh-CN': String(text), en: String(text) });
const source = { document: '示例 Example' };

/** What an example need not say about a part it tests. */
const DEFAULTS: Readonly<Record<string, (part: Part) => Part>> = {
  values: () => ({ source, role: 'rule' }),
  forms: () => ({
    source,
    owner: both('示例 Example'),
    frequency: 'as-it-happens',
    minutes: 1,
    entered_by: ['county-officer'],
  }),
  obligations: () => ({ source }),
  measures: () => ({ source }),
  assignments: () => ({ source }),
  ratings: () => ({ source }),
  'local-items': () => ({ source }),
  adaptations: () => ({ source }),
  calendars: () => ({ source }),
};

const MANIFEST: Part = {
  id: 'example',
  version: '1.0.0',
  title: both('示例 Example'),
  authority: both('示例 Example'),
  in_force: { from: '2000-01-01' },
};

/** The files of a pack made of an example's inline parts, so that they pass the same loader and checks. */
export function examplePackFiles(parts: Parts): PackFile[] {
  const { manifest, kinds, words, ...lists } = parts;
  const files = [file('pack.yaml', { ...MANIFEST, ...(manifest as Part | undefined) })];
  if (kinds !== undefined) files.push(file('kinds/example.yaml', kinds));
  for (const [language, text] of Object.entries((words ?? {}) as Parts))
    files.push(file(`words/${language}.yaml`, text));
  for (const [folder, list] of Object.entries(lists)) {
    files.push(
      file(
        `${folder}/example.yaml`,
        (Array.isArray(list) ? list : [list]).map((part) => complete(folder, part)),
      ),
    );
  }
  return files;
}

function complete(folder: string, written: unknown): unknown {
  if (!isRecord(written)) return written;
  const part: Part = written;
  const titled = part.title === undefined && folder !== 'calendars' ? { title: both(part.id) } : {};
  const whole = { ...titled, ...DEFAULTS[folder]?.(part), ...part };
  if (!Array.isArray(part.fields)) return whole;
  const titledField = (field: unknown) => (isRecord(field) ? { title: both(field.id), ...field } : field);
  return { ...whole, fields: part.fields.map(titledField) };
}

const file = (path: string, content: unknown): PackFile => ({
  path,
  text: stringify(content, { aliasDuplicateObjects: false }),
});
