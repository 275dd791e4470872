import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { isWords } from '../compare.ts';
import { titleOfFestival } from '../names.ts';
import { readValue } from '../read-value.ts';
import { shown } from '../show.ts';
import { formulaWords, isFormula } from '../source-words.ts';
import { listed, quoted } from './teller.ts';

/** A figure as one reads it: a number, or what it is read from. */
export function figure(value: unknown, parts: Parts): Words {
  const name = typeof value === 'string' ? /^param\("([^"]+)"\)$/.exec(value.trim())?.[1] : undefined;
  if (name !== undefined) return shown({ parameter: name }, null, parts);
  if (typeof value === 'string' && isFormula(value)) return formulaWords(value, parts);
  return isRecord(value) ? readValue(value, IN_AMOUNT, partOf(parts)) : shown(value, null, parts);
}

/** Where figures of several keys stand: an amount that is worked out. */
const IN_AMOUNT = [{ key: 'amount' }, { key: 'at_most' }] as const;

/** A place of which only the other parts are known. */
const partOf = (parts: Parts) =>
  ({ section: 'obligation', id: '', title: say('', ''), before: undefined, after: undefined, parts }) as const;

/** A share as per cent, when it is a plain number. */
export function share(value: unknown, parts: Parts): Words {
  const text = String(value);
  if (!/^\d*\.?\d+$/.test(text)) return figure(value, parts);
  const percent = `${Number((Number(text) * 100).toFixed(6))}%`;
  return say(percent, percent);
}

const DAYS: Readonly<Record<string, Words>> = {
  'working-days': say('个工作日', 'working days'),
  'calendar-days': say('天', 'days'),
};

const LENGTHS: readonly (readonly [string, Words])[] = [
  ['hours', say('小时', 'hours')],
  ['days', say('天', 'days')],
  ['weeks', say('周', 'weeks')],
  ['months', say('个月', 'months')],
  ['years', say('年', 'years')],
];

/** `{ months: 3 }` → 3 个月; null for a number of days. */
function duration(value: unknown, parts: Parts): Words | null {
  if (!isRecord(value)) return null;
  const found = LENGTHS.find(([unit]) => value[unit] !== undefined);
  if (!found) return null;
  const [unit, words] = found;
  const count = figure(value[unit], parts);
  return say(`${count['zh-CN']} ${words['zh-CN']}`, `${count.en} ${words.en}`);
}

/** `{ within: 5, days: working-days }`, `{ days: 5, of: working-days }` → 5 个工作日. */
export function term(value: unknown, parts: Parts): Words {
  if (!isRecord(value)) return say('无', 'none');
  const long = duration(value.within ?? value.grace, parts);
  if (long !== null)
    return value.days === 'working-days' ? join(long, say('（休息日不计）', ' without days off')) : long;
  const count = figure(
    value.within ?? value.grace ?? (isRecord(value.days) || typeof value.days === 'number' ? value.days : 0),
    parts,
  );
  const kind = [value.of, value.days].find((one) => typeof one === 'string' && one in DAYS);
  const days = DAYS[String(kind)] ?? say('天', 'days');
  return say(`${count['zh-CN']} ${days['zh-CN']}`, `${count.en} ${days.en}`);
}

const CADENCES: Readonly<Record<string, Words>> = {
  day: say('每天', 'every day'),
  'working-day': say('每个工作日', 'every working day'),
  'ten-days': say('每旬', 'every ten days'),
  'half-month': say('每半月', 'every half month'),
  week: say('每周', 'every week'),
  month: say('每月', 'every month'),
  quarter: say('每季度', 'every quarter'),
  'half-year': say('每半年', 'every half-year'),
  year: say('每年', 'every year'),
  once: say('一次', 'once'),
  'as-it-happens': say('随发生随填', 'as it happens'),
  'to-date': say('累计', 'to date'),
};

const STRETCHES: readonly (readonly [string, string, string])[] = [
  ['hours', '小时', 'hours'],
  ['weeks', '周', 'weeks'],
  ['months', '个月', 'months'],
  ['years', '年', 'years'],
];

/** `month`; `{ years: 3, from: 2024 }` → 每 3 年. */
export function cadence(value: unknown): Words {
  const [key = '', zh, en] = STRETCHES.find(([one]) => isRecord(value) && one in value) ?? [];
  if (isRecord(value) && key !== '') return say(`每 ${String(value[key])} ${zh}`, `every ${String(value[key])} ${en}`);
  return CADENCES[String(value)] ?? say(String(value), String(value));
}

/** A festival by its name in the calendars. */
export const festivalWords = (id: string, parts: Parts): Words =>
  titleOfFestival(id, { part: partOf(parts), form: undefined, key: '' }) ?? say(id, id);

const BOUNDS = {
  at_least: say('不低于', 'at least'),
  above: say('高于', 'above'),
  at_most: say('不高于', 'at most'),
  below: say('低于', 'below'),
} as const;

/** The ends of a row: 不低于 60、低于 85. */
export function range(row: unknown, parts: Parts): Words {
  if (!isRecord(row)) return say('无', 'none');
  return listed(
    Object.entries(BOUNDS).flatMap(([key, words]) => {
      if (row[key] === undefined) return [];
      const value = figure(row[key], parts);
      return [say(`${words['zh-CN']} ${value['zh-CN']}`, `${words.en} ${value.en}`)];
    }),
  );
}

export const titleOf = (value: unknown): Words | null => {
  if (!isRecord(value)) return null;
  const title = value.title ?? value.name ?? value.what ?? value.why ?? value.message ?? value.example;
  return isWords(title) ? title : null;
};

export const titled = (value: unknown, otherwise: string): Words => titleOf(value) ?? say(otherwise, otherwise);

/** Kinds of organisation, posts and postings by their titles. */
export function kinds(ids: unknown, { organisationKinds, postingKinds, postKinds }: Parts): Words {
  const list = Array.isArray(ids) ? ids.map(String) : [String(ids)];
  return listed(
    list.map((id) => (organisationKinds.get(id) ?? postingKinds.get(id) ?? postKinds.get(id))?.title ?? say(id, id)),
  );
}

/** Whom it is about: `{ organisations: [village] }`, `{ posting: [first-secretary] }`. */
export function whom(value: unknown, parts: Parts): Words {
  if (!isRecord(value)) return say('无', 'none');
  const { organisations, postings, persons_posted, members, holders, of, organisation, posting, person, where } = value;
  const among = organisations ?? postings ?? organisation ?? posting;
  const each = persons_posted === undefined ? null : kinds(persons_posted, parts);
  const who =
    among !== undefined
      ? kinds(among, parts)
      : each
        ? say(`被派驻的人（${each['zh-CN']}）`, `persons posted (${each.en})`)
        : holders !== undefined
          ? join(kinds(of, parts), say('的', ': '), kinds(holders, parts))
          : members !== undefined
            ? join(kinds(members, parts), say('的', ': '), say('党员', 'members'))
            : person === true
              ? say('个人', 'persons')
              : shown(value, null, parts);
  if (where === undefined) return who;
  const only = formulaWords(String(where), parts);
  return say(`${who['zh-CN']}（${only['zh-CN']}）`, `${who.en} (${only.en})`);
}

export const join = (...words: readonly Words[]): Words =>
  say(words.map((one) => one['zh-CN']).join(''), words.map((one) => one.en).join(''));

/** A grade of a rating by its title. */
export function gradeWords(id: unknown, rating: unknown): Words {
  const scales = isRecord(rating) && Array.isArray(rating.scales) ? (rating.scales as unknown[]) : [];
  const grades = scales.flatMap((scale) =>
    isRecord(scale) && Array.isArray(scale.grades) ? (scale.grades as unknown[]) : [],
  );
  const found = grades.find((grade) => isRecord(grade) && grade.id === id);
  return quoted(titled(found, String(id)));
}

/** What a row, a ceiling or a veto makes of a result. */
export function outcome(value: unknown, rating: unknown, parts: Parts): Words {
  if (!isRecord(value)) return shown(value, null, parts);
  if (value.grade !== undefined) return gradeWords(value.grade, rating);
  if (value.points !== undefined) return join(figure(value.points, parts), say(' 分', ' points'));
  if (value.prize !== undefined) return say('不得', 'not given');
  if (value.place !== undefined) return say('末位', 'the last place');
  return shown(value, null, parts);
}
