import { isRecord } from '../pack/schema-shape.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { askedAt, isKeyOf } from './asked-at.ts';
import type { Passed } from './compare.ts';
import { keyWords } from './key-words.ts';
import { formOf, type Named, titleOfName } from './names.ts';
import type { DiffPart } from './sentences.ts';
import { named, plainShown } from './show.ts';
import { isFormula, sourceWords } from './source-words.ts';

/** A value inside a part as an officer reads it: answers by their meaning, names by their titles, conditions in words. */
export function readValue(value: unknown, trail: readonly Passed[], part: DiffPart): Words {
  const names = { part, form: formAlong(trail, part), key: lastKey(trail) };
  return read(value, trail, names);
}

function read(value: unknown, trail: readonly Passed[], names: Named): Words {
  const { part } = names;
  const text = typeof value === 'string' ? textWords(value, trail, names) : plainShown(value);
  if (text) return text;
  if (typeof value !== 'object' || value === null) return say(String(value), String(value));
  const short = isRecord(value) ? named(value, part.parts) : null;
  if (short) return short;
  const form = formOf(value, part.parts) ?? names.form;
  if (Array.isArray(value)) {
    const members = value.map((member, index) => read(member, [...trail, { member, index }], { ...names, form }));
    return say(members.map((one) => one['zh-CN']).join('、'), members.map((one) => one.en).join(', '));
  }
  const inside = Object.entries(value).flatMap(([key, one]) =>
    key === 'id' ? [] : [entryWords(key, one, trail, { part, form, key })],
  );
  return say(`（${inside.map((one) => one['zh-CN']).join('，')}）`, `(${inside.map((one) => one.en).join(', ')})`);
}

function entryWords(key: string, value: unknown, trail: readonly Passed[], names: Named): Words {
  const below = [...trail, { key }];
  const label = labelAt(below, names);
  const content = read(value, below, names);
  return say(`${label['zh-CN']} ${content['zh-CN']}`, `${label.en} ${content.en}`);
}

/** Keys of kinds that mean something else in rules. */
const KINDS_WORDS: Readonly<Record<string, Words>> = {
  of: say('设在', 'held in'),
  to: say('派到', 'posted to'),
  sent_by: say('派出单位', 'sent by'),
  symbol: say('符号', 'symbol'),
  levels: say('派出层级', 'levels that send'),
  decimals: say('小数位数', 'decimals'),
};

/** What a key is called: by the language of packs, or by the name it is where any name may stand. */
export function labelAt(trail: readonly Passed[], names: Named): Words {
  const { key } = names;
  const { section } = names.part;
  if (section === 'kinds') return KINDS_WORDS[key] ?? keyWords(key) ?? say(key, key);
  const own = isKeyOf(section, trail);
  return (own ? null : titleOfName(key, names)) ?? keyWords(key) ?? askedAt(section, trail).label ?? say(key, key);
}

function textWords(text: string, trail: readonly Passed[], names: Named): Words | null {
  const { section } = names.part;
  const answer = section === 'kinds' ? undefined : askedAt(section, trail).options[text];
  if (answer) return say(`“${answer['zh-CN']}”`, `“${answer.en}”`);
  if (text === '*') return say('其他', 'any other');
  const span = names.key === 'during' ? SPANS[text] : undefined;
  if (span) return span;
  const title = titleOfName(text, names);
  if (title) return say(`“${title['zh-CN']}”`, `“${title.en}”`);
  return isFormula(text) ? sourceWords(text, names) : say(text, text);
}

/** When entries are read of, where the schema of the place does not say it. */
const SPANS: Readonly<Record<string, Words>> = {
  period: say('本期', 'the period'),
  'to-date': say('截至当日', 'up to the day'),
  'previous-period': say('上一期', 'the period before'),
  'previous-year': say('上年同期', 'the same days a year earlier'),
  'previous-year-to-date': say('上年同期截至当日', 'the same days a year earlier, up to the same day'),
};

/** The form whose fields are meant at the end of a trail: the nearest one on the way. */
function formAlong(trail: readonly Passed[], part: DiffPart): Named['form'] {
  let at: unknown = part.after ?? part.before;
  let form = formOf(at, part.parts, 1);
  for (const passed of trail) {
    at = 'member' in passed ? passed.member : isRecord(at) ? at[passed.key] : undefined;
    form = formOf(at, part.parts) ?? form;
  }
  return form;
}

export const lastKey = (trail: readonly Passed[]): string =>
  trail.flatMap((passed) => ('key' in passed ? [passed.key] : [])).at(-1) ?? '';
