import { TIME } from '../schema/time.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
const NAME = /^\^\[a-z\]\[/;

/** How a text that does not fit its pattern is to be written: days, ids and version numbers; null for any other. */
export function patternHint(value: unknown, pattern: string | undefined): Words | null {
  if (pattern === undefined) return null;
  if (pattern === DAY) return dayHint(value);
  if (pattern === TIME) return timeHint(value);
  if (typeof value === 'string' && NAME.test(pattern)) return nameHint(value, pattern);
  if (pattern.startsWith('^\\d+\\.\\d+\\.\\d+')) {
    return say('三个数用点分开：1.0.0', 'Three numbers with dots between: 1.0.0');
  }
  return null;
}

/** How a day is written, as it was meant when that can be read. */
export function dayHint(value: unknown): Words {
  const day = typeof value === 'number' ? dayOfSheet(value) : dayWritten(String(value).normalize('NFKC'));
  return say(`日期写作 ${day ?? '2026-03-01'}`, `Write the day as ${day ?? '2026-03-01'}`);
}

/** How a time of day is written, as it was meant when that can be read. A day ends at 23:59. */
export function timeHint(value: unknown): Words {
  const [, hours = '', minutes = ''] =
    /^(\d{1,2})\s*(?:[:.点时]\s*(\d{1,2})?)\s*分?$/u.exec(String(value).normalize('NFKC').trim()) ?? [];
  if (hours === '24')
    return say(
      '没有 24:00：一天的末尾写 23:59，次日零点写次日的 00:00',
      'There is no 24:00: the end of a day is 23:59, the beginning of the next 00:00',
    );
  const meant = hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? '08:30' : `${two(hours)}:${two(minutes)}`;
  return say(`钟点写作 ${meant}，加引号`, `Write the time as ${meant}, in quotes`);
}

const two = (digits: string): string => digits.padStart(2, '0');

/** 2026/3/1, 2026.3.1 and 2026年3月1日 are one day. */
function dayWritten(text: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D*$/u.exec(text.trim()) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The day a spreadsheet keeps as a number: days since 1899-12-30. */
function dayOfSheet(serial: number): string | null {
  const year2000 = 36526;
  if (!Number.isInteger(serial) || serial < year2000 || serial > 2 * year2000) return null;
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/** Ids written in one text: apart by Chinese or other commas; null when they are not ids. */
export function idsIn(text: string): string[] | null {
  const parts = text.split(/\s*[，、,；;]\s*/);
  return parts.length > 1 && parts.every((part) => /^[a-z][\w.-]*$/.test(part)) ? parts : null;
}

function nameHint(value: string, pattern: string): Words {
  const ids = idsIn(value);
  if (ids) return say(`几个 id 用英文逗号分开：${ids.join(', ')}`, `Separate ids by commas: ${ids.join(', ')}`);
  const [, field] = /^(?:data|entry|subject)\.([a-z]\w*)$/.exec(value) ?? [];
  if (field !== undefined) {
    return say(
      `这里写 id：字段写 ${field}；步骤则先写一步 formula: ${value}，再写那一步的 id`,
      `An id stands here: of a field write ${field}; of a step first write a step with formula: ${value}, then its id`,
    );
  }
  const joint = pattern.includes('(-') ? '-' : pattern.includes('(_') ? '_' : '.';
  const slug = value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.-]+/g, joint);
  if (new RegExp(pattern, 'u').test(slug)) return say(`写作 ${slug}`, `Write ${slug}`);
  return say(
    `这里写 id，不写名称：小写英文字母开头，只用字母、数字和 ${joint}`,
    `An id stands here, not a title: it begins with a lower-case letter and has only letters, digits and ${joint}`,
  );
}
