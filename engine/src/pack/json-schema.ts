import type { OpenChoice } from '../schema/choice.ts';
import type { Language, Words } from '../value.ts';
import { lines } from './json-lines.ts';
import { isRecord, type JsonSchema, saidOf } from './schema-shape.ts';
import { packSchema, SECTION_OF_FOLDER, type Section } from './sections.ts';
import { shareSchemas } from './shared-schema.ts';
import { typeOnce } from './type-once.ts';

/** Files hold one part or a list of parts; the manifest and kinds stand alone. */
const ALONE: ReadonlySet<Section> = new Set(['manifest', 'kinds']);

const FOLDER_OF_SECTION = Object.fromEntries(Object.entries(SECTION_OF_FOLDER).map(([folder, part]) => [part, folder]));

/** The JSON Schema of one kind of pack file, for editors: `engine/schema/<language>/<section>.schema.json`. */
export function editorSchema(section: Section, language: Language): Record<string, unknown> {
  const { $defs, ...schema } = hoisted(packSchema[section], language) as Record<string, unknown>;
  const files = section === 'manifest' ? 'pack.yaml' : `${FOLDER_OF_SECTION[section]}/*.yaml`;
  const part = { $ref: '#/$defs/part' };
  const shape = ALONE.has(section) ? part : { anyOf: [part, { type: 'array', items: part }] };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: files,
    ...shape,
    $defs: typeOnce(shareSchemas({ part: schema, ...($defs as Record<string, unknown> | undefined) })),
  };
}

export const editorSchemaText = (section: Section, language: Language): string =>
  `${lines(editorSchema(section, language))}\n`;

/** Moves nested `$defs` to the top, where `#/$defs/…` points; says what things are for in one language. */
function hoisted(schema: unknown, language: Language): unknown {
  const defs: Record<string, unknown> = {};
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    if ('bilingual' in value) return oneOrBoth(value as JsonSchema, strip);
    const options = optionsOf(value);
    if (options) return { enum: options.values, ...(strip(options.rest) as object) };
    const kept: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(value)) {
      if ((key === 'whole' && isRange(child)) || (key === 'sized' && typeof child === 'string')) continue;
      // A constant says its type.
      if (key === 'type' && 'const' in value) continue;
      if (key === 'choice' && isOpenChoice(child)) kept['description'] ??= asked(child, language);
      else if (key === 'says' && isWords(child)) kept['description'] = child[language];
      else if (key === '$defs') {
        for (const [name, definition] of Object.entries(child as object)) define(defs, name, strip(definition));
      } else kept[key] = strip(child);
    }
    return kept;
  };
  const top = strip(schema) as Record<string, unknown>;
  return Object.keys(defs).length === 0 ? top : { ...top, $defs: defs };
}

/** Text for people is a string, or says it in both languages. */
function oneOrBoth({ bilingual: _, says, ...shape }: JsonSchema, strip: (value: unknown) => unknown): unknown {
  const { description, ...both } = strip({ ...shape, says }) as Record<string, unknown>;
  return { anyOf: [{ type: 'string', minLength: 1 }, both], ...(description === undefined ? {} : { description }) };
}

/** Words to choose from, when a union holds nothing else. */
function optionsOf(schema: object): { readonly rest: object; readonly values: readonly unknown[] } | null {
  const { anyOf, ...rest } = schema as JsonSchema;
  const bare = anyOf?.every((one) => one.const !== undefined && saidOf(one) === undefined) ?? false;
  return bare && anyOf ? { rest, values: anyOf.map((one) => one.const) } : null;
}

const isOpenChoice = (value: unknown): value is OpenChoice =>
  isRecord(value) && 'question' in value && 'options' in value;

const isWords = (value: unknown): value is Words => isRecord(value) && typeof value['zh-CN'] === 'string';

/** The question and its answers, as editors show them. */
const asked = ({ question, options }: OpenChoice, language: Language): string =>
  [question[language], ...Object.entries(options).map(([id, words]) => `\`${id}\`: ${words[language]}`)].join('\n');

const isRange = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).every((key) => key === 'minimum' || key === 'maximum');

/** Throws where two different definitions bear one name: all of a file stand in one place. */
export function define(defs: Record<string, unknown>, name: string, definition: unknown): void {
  const { $id: _, ...rest } = definition as Record<string, unknown>;
  if (name in defs && JSON.stringify(defs[name]) !== JSON.stringify(rest))
    throw new Error(`Two definitions are called ${name}`);
  defs[name] = rest;
}
