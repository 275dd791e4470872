import { durationWords } from '../measure/length.ts';
import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Duration } from '../schema/duration.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { isWords } from './compare.ts';
import { keyWords } from './key-words.ts';

type Options = Readonly<Record<string, Words>>;

/** A value of a pack as one reads it: an answer to an open choice by its words, a parameter by its title. */
export function shown(value: unknown, options: Options | null, parts: Parts): Words {
  const plain = plainShown(value);
  if (plain) return plain;
  const answer = typeof value === 'string' ? options?.[value] : undefined;
  if (answer) return say(`“${answer['zh-CN']}”`, `“${answer.en}”`);
  if (typeof value !== 'object' || value === null) return say(String(value), String(value));
  return named(value, parts) ?? listed(value, parts);
}

/** What needs no name: nothing, yes, no, and texts in both languages; null for the rest. */
export function plainShown(value: unknown): Words | null {
  if (value === undefined) return say('无', 'none');
  if (value === null) return say('未设定', 'not set');
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (isWords(value)) return say(`“${value['zh-CN']}”`, `“${value.en}”`);
  return typeof value === 'object' && Object.keys(value).length === 0 ? say('无', 'none') : null;
}

const KINDS = {
  parameter: ['parameters', say('参数', 'the parameter')],
  measure: ['measures', say('指标', 'the measure')],
  form: ['forms', say('表单', 'the form')],
} as const;

/** What consists of a single name is read as that name. */
export function named(value: object, parts: Parts): Words | null {
  const [first, ...more] = Object.entries(value);
  if (!first || more.length > 0) return null;
  const [key, inner] = first;
  if (key === 'number') return say(String(inner), String(inner));
  if (isDuration(value)) return durationWords(value, parts);
  if (key !== 'parameter' && key !== 'measure' && key !== 'form') return null;
  const [list, noun] = KINDS[key];
  const title = parts[list].get(String(inner))?.title ?? say(String(inner), String(inner));
  return say(`${noun['zh-CN']}“${title['zh-CN']}”`, `${noun.en} “${title.en}”`);
}

const LENGTHS: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years']);

const isDuration = (value: object): value is Duration =>
  Object.entries(value).every(
    ([key, count]) => LENGTHS.has(key) && (typeof count === 'number' || (isRecord(count) && 'parameter' in count)),
  );

/** Anything larger: its keys in words, with their values. */
function listed(value: object, parts: Parts): Words {
  const inside = Array.isArray(value)
    ? value.map((one) => shown(one, null, parts))
    : Object.entries(value)
        .filter(([key]) => key !== 'id')
        .map(([key, one]) => {
          const label = keyWords(key) ?? say(key, key);
          const content = shown(one, null, parts);
          return say(`${label['zh-CN']} ${content['zh-CN']}`, `${label.en} ${content.en}`);
        });
  const [open, close] = isRecord(value) ? ['（', '）'] : ['', ''];
  const [left, right] = isRecord(value) ? ['(', ')'] : ['', ''];
  return say(
    `${open}${inside.map((one) => one['zh-CN']).join('，')}${close}`,
    `${left}${inside.map((one) => one.en).join(', ')}${right}`,
  );
}
