import { type JsonSchema, resolve, type Walk } from '../pack/schema-shape.ts';
import { packSchema, type Section } from '../pack/sections.ts';
import { flatten } from '../pack/union.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { Passed } from './compare.ts';

/** What the schema says of a place, for a reader of changes. */
export interface Asked {
  /** What the key is for, up to the first stop; null when the schema does not say it in both languages. */
  readonly label: Words | null;
  /** Answers and fixed words with what they mean. */
  readonly options: Readonly<Record<string, Words>>;
}

/** What the schema says at the end of a trail. */
export function askedAt(section: Section, trail: readonly Passed[]): Asked {
  const found = schemasAt(section, trail);
  const choice = found.find(([one]) => one.choice !== undefined)?.[0].choice;
  const label = found.find(([{ says }]) => says !== undefined)?.[0].says ?? choice?.question;
  return { label: label && isLabel(label) ? clipped(label) : null, options: choice?.options ?? literals(found) };
}

/** Whether the end of a trail is a key of the language, and no name that the pack gives. */
export const isKeyOf = (section: Section, trail: readonly Passed[]): boolean => schemasAt(section, trail).length > 0;

type Found = readonly (readonly [JsonSchema, Walk])[];

function schemasAt(section: Section, trail: readonly Passed[]): Found {
  let found: Found = [[packSchema[section] as JsonSchema, START]];
  for (const passed of trail) {
    found = found.flatMap(([schema, walk]) => {
      const here = resolve(schema, walk);
      return flatten(here.schema, here.walk).flatMap((branch) => {
        const next = 'key' in passed ? branch.properties?.[passed.key] : branch.items;
        return next ? [[next, here.walk] as const] : [];
      });
    });
  }
  return found;
}

/** Words that may stand here, where the schema says what each means. */
function literals(found: Found): Record<string, Words> {
  const branches = found.flatMap(([schema, walk]) => {
    const here = resolve(schema, walk);
    return flatten(here.schema, here.walk);
  });
  return Object.fromEntries(
    branches.flatMap(({ const: value, says }) => (typeof value === 'string' && says ? [[value, clipped(says)]] : [])),
  );
}

/** A label is no explanation: what comes after the first stop is left out, and so is how a name is written. */
const clipped = (words: Words): Words =>
  say(
    (words['zh-CN'].split(/[：；。，]/)[0] ?? '').replace(/（[^）]*$| ?`[^`]*`/g, '').replace(/的 id.*$/, ''),
    (words.en.split(/[:;.,]/)[0] ?? '')
      .replace(/\([^)]*$| ?`[^`]*`/g, '')
      .replace(/^Ids? of (?:an? |the )?/, '')
      .trim()
      .replace(/^./, (first) => first.toLowerCase()),
  );

/** What is said of how any name is written is no label. */
const isLabel = (words: Words): boolean => !/^小写英文/.test(words['zh-CN']);

const START: Walk = { at: '', defs: {}, report: () => undefined };
