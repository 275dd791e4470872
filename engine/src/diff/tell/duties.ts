import { dayOffWords, isDayOff } from '../../duty/day-off.ts';
import { WEEKDAYS, weekdayWords } from '../../duty/every-by.ts';
import { isNextDay, isNextPeriod, nextDayWords, nextWords } from '../../duty/next-period.ts';
import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Words } from '../../value.ts';
import { inEnglish, say } from '../../words.ts';
import { readValue } from '../read-value.ts';
import { shown } from '../show.ts';
import { formulaWords } from '../source-words.ts';
import { nthWords } from './nth-words.ts';
import { festivalWords, figure, join, share, term, titled, whom } from './phrases.ts';
import { daysOfYearWords, everyWords } from './rhythm.ts';
import { type Change, cameOrWent, comes, listed, of, quoted, type Teller, turned } from './teller.ts';

/** When a duty is owed, in a few words. */
export function whenWords(when: unknown, parts: Parts): Words {
  if (!isRecord(when)) return say('无', 'none');
  return join(rhythmWords(when, parts), dayOffWords(isDayOff(when.day_off) ? when.day_off : undefined));
}

function rhythmWords(when: Readonly<Record<string, unknown>>, parts: Parts): Words {
  const { once, days_of_month, festivals, window_days, after, before, before_end } = when;
  if (when.every !== undefined) return everyWords(when);
  if (isRecord(once)) {
    const by = figure(once.by ?? once.by_month_day, parts);
    return say(`一次，${by['zh-CN']} 前`, `once, by ${by.en}`);
  }
  if (Array.isArray(when.weekdays)) return join(weekdaysSaid(when), windowWords(window_days, parts));
  if (Array.isArray(when.days_of_year))
    return join(daysOfYearWords(when.days_of_year), windowWords(window_days, parts));
  if (Array.isArray(days_of_month))
    return say(`每月 ${days_of_month.join('、')} 日`, `on day ${days_of_month.join(', ')} of each month`);
  if (Array.isArray(festivals)) {
    const days = figure(window_days, parts);
    const names = listed(festivals.map((one) => festivalWords(String(one), parts)));
    return say(`节日前 ${days['zh-CN']} 天内（${names['zh-CN']}）`, `within ${days.en} days before ${names.en}`);
  }
  const within = term(when, parts);
  if (isRecord(after)) {
    const event =
      after.form === undefined
        ? say('开始', 'the start')
        : only(quoted(titled(parts.forms.get(String(after.form)), String(after.form))), after, parts);
    return join(afterWords(when, event, within, parts), extensionWords(when.extended_by, parts));
  }
  if (isRecord(before)) {
    const form = parts.forms.get(String(before.form));
    const field =
      form?.fields.find(({ id }) => id === before.date)?.title ?? say(String(before.date), String(before.date));
    const of = quoted(titled(form, String(before.form)));
    return say(
      `${of['zh-CN']}的“${field['zh-CN']}”之前 ${within['zh-CN']}内`,
      `within ${within.en} before “${field.en}” of ${of.en}`,
    );
  }
  if (before_end !== undefined) return say(`届满前 ${within['zh-CN']}内`, `within ${within.en} before the end`);
  return shown(when, null, parts);
}

/** `周四（隔 2 周，自 2026-01-08）`, `周五（当月第 1 个）`. */
function weekdaysSaid({ weekdays, nth, weeks }: Readonly<Record<string, unknown>>): Words {
  const names = WEEKDAYS.filter((one) => Array.isArray(weekdays) && weekdays.includes(one)).map(weekdayWords);
  const which = Array.isArray(nth)
    ? nth.map((one) => (one === 'last' ? say('末', 'last') : say(`${one}`, `${one}`)))
    : [];
  const some = listed(which);
  const of = isRecord(weeks)
    ? say(
        `（每 ${String(weeks.every)} 周，自 ${String(weeks.from)}）`,
        ` of every ${String(weeks.every)} weeks from ${String(weeks.from)}`,
      )
    : which.length > 0
      ? say(`（当月第 ${some['zh-CN']} 个）`, ` (number ${some.en} of the month)`)
      : say('', '');
  return join(listed(names), of);
}

/** What it is, and of it only what meets a condition, or the second alone. */
function only(thing: Words, { where, nth }: Readonly<Record<string, unknown>>, parts: Parts): Words {
  const number = nthWords(nth, parts);
  const conditions = [...(typeof where === 'string' ? [formulaWords(where, parts)] : []), ...(number ? [number] : [])];
  if (conditions.length === 0) return thing;
  const which = listed(conditions);
  return say(`${thing['zh-CN']}（${which['zh-CN']}）`, `${thing.en} (${which.en})`);
}

function afterWords(when: Readonly<Record<string, unknown>>, event: Words, within: Words, parts: Parts): Words {
  const { begins, until, after } = when;
  if (isRecord(until)) {
    const form = isRecord(after) ? parts.forms.get(String(after.form)) : undefined;
    const field = String(until.field);
    const title = form?.fields.find(({ id }) => id === field)?.title ?? say(field, field);
    const at = form?.fields.find(({ id }) => id === until.at)?.title;
    return say(
      `${event['zh-CN']}后，至所写“${title['zh-CN']}”${at ? `“${at['zh-CN']}”` : ''}`,
      `after ${event.en}, until its “${title.en}”${at ? ` and “${at.en}”` : ''}`,
    );
  }
  if (isNextDay(when.within)) {
    const day = nextDayWords(when.within);
    return say(`${event['zh-CN']}之${day['zh-CN']}`, `${day.en} after ${event.en}`);
  }
  if (begins === undefined)
    return say(`${event['zh-CN']}后 ${within['zh-CN']}内`, `within ${within.en} after ${event.en}`);
  if (isNextPeriod(begins)) {
    const next = nextWords(begins);
    return say(
      `自${event['zh-CN']}的${next['zh-CN']}起 ${within['zh-CN']}内`,
      `within ${within.en} from ${next.en} after ${event.en} on`,
    );
  }
  const later = term({ within: begins, days: when.days }, parts);
  return say(
    `${event['zh-CN']}满 ${later['zh-CN']}之后 ${within['zh-CN']}内`,
    `within ${within.en}, beginning ${later.en} after ${event.en}`,
  );
}

function extensionWords(by: unknown, parts: Parts): Words {
  if (!isRecord(by)) return say('', '');
  const form = quoted(titled(parts.forms.get(String(by.form)), String(by.form)));
  const most = figure(by.at_most, parts);
  return say(
    `，凭${form['zh-CN']}可延期，最多 ${most['zh-CN']} 次`,
    `, extended by ${form.en} at most ${inEnglish(most.en, 'times')}`,
  );
}

function windowWords(days: unknown, parts: Parts): Words {
  if (days === undefined) return say('', '');
  const many = figure(days, parts);
  return say(`，可提前 ${many['zh-CN']} 天`, `, from ${inEnglish(many.en, 'days')} before`);
}

function baseWords(of: unknown, parts: Parts): Words {
  if (of === 'working-days') return say('工作日', 'the working days');
  return of === 'calendar-days' ? say('自然日', 'the days') : figure(of, parts);
}

/** How much is owed each time. */
export function amountWords(amount: unknown, parts: Parts): Words {
  if (!isRecord(amount)) return say('无', 'none');
  const title = parts.units.get(String(amount.unit));
  const unit = title?.symbol ?? title?.title ?? say(String(amount.unit), String(amount.unit));
  const { at_least, at_most, at_most_share } = amount;
  const [least, most] = [figure(at_least, parts), figure(at_most, parts)];
  const limit = say(`至多 ${most['zh-CN']} ${unit['zh-CN']}`, `at most ${inEnglish(most.en, unit.en)}`);
  if (at_least !== undefined) {
    const owed = say(`至少 ${least['zh-CN']} ${unit['zh-CN']}`, `at least ${inEnglish(least.en, unit.en)}`);
    return at_most === undefined ? owed : listed([owed, limit]);
  }
  if (at_most !== undefined) return limit;
  const [part, base] = [share(at_most_share ?? amount.share, parts), baseWords(amount.of, parts)];
  return at_most_share === undefined
    ? say(`${base['zh-CN']}的 ${part['zh-CN']}`, `${part.en} of ${base.en}`)
    : say(`不超过${base['zh-CN']}的 ${part['zh-CN']}`, `not more than ${part.en} of ${base.en}`);
}

function lateWords(late: unknown, parts: Parts): Words {
  if (!isRecord(late)) return say('不得补办', 'never');
  const within = term(late, parts);
  return say(`逾期后 ${within['zh-CN']}内可补办`, `within ${within.en}`);
}

function warningWords(warns: unknown, parts: Parts): Words {
  if (!isRecord(warns)) return say('无', 'none');
  if (warns.left !== undefined) {
    const left = figure(warns.left, parts);
    return say(`还剩 ${left['zh-CN']} 时`, `when ${left.en} is left`);
  }
  if (warns.used === undefined) return term(warns, parts);
  const used = share(warns.used, parts);
  return say(`用到 ${used['zh-CN']} 时`, `when ${used.en} is used`);
}

const about = (path: string, what: Words, words: (value: unknown, parts: Parts) => Words): Teller => ({
  section: 'obligation',
  path,
  tell: ({ before, after, part }) => turned(of(part.title, what), words(before, part.parts), words(after, part.parts)),
});

const countsForm = ({ before, after, part }: Change): Words | null => {
  const one = isRecord(after) ? after : before;
  if (!isRecord(one)) return null;
  const form = quoted(titled(part.parts.forms.get(String(one.form)), String(one.form)));
  return comes(part.title, after !== undefined, say(`计入的记录${form['zh-CN']}`, `entries that count, ${form.en}`));
};

const excuse = ({ before, after, part }: Change): Words => {
  const one = isRecord(after) ? after : isRecord(before) ? before : {};
  const form = one.leave ?? one.reason;
  const what =
    form === undefined
      ? say('法定节假日', 'official days off')
      : quoted(titled(part.parts.forms.get(String(form)), String(form)));
  return comes(part.title, after !== undefined, join(say('免除情形', 'the excuse '), what));
};

const partWords = (value: unknown): Words => {
  if (!isRecord(value)) return say('无', 'none');
  if (value.owes === 'full') return say('全额', 'the full amount');
  if (value.owes === 'nothing') return say('不办', 'nothing');
  const days = value.by === 'working-days' ? say('工作日', 'working days') : say('天数', 'days');
  const rounded = ROUNDED[String(value.rounding)] ?? say('', '');
  return say(`按${days['zh-CN']}之比${rounded['zh-CN']}`, `in proportion to its ${days.en}${rounded.en}`);
};

const ROUNDED: Readonly<Record<string, Words>> = {
  up: say('（向上取整）', ', rounded up'),
  down: say('（向下取整）', ', rounded down'),
  'half-up': say('（四舍五入）', ', halves up'),
  'half-even': say('（四舍六入五成双）', ', halves to the even'),
  'to-half-up': say('（向上取到半个）', ', up to a half'),
  'to-half-down': say('（向下取到半个）', ', down to a half'),
};

/** What is asked of the entries of a form. */
const countsWhere = ({ before, after, members, part }: Change): Words | null => {
  const one = isRecord(members[0]) ? members[0] : {};
  const form = quoted(titled(part.parts.forms.get(String(one.form)), String(one.form)));
  const only = (value: unknown): Words =>
    value === undefined
      ? say('不限', 'any')
      : readValue(value, [{ key: 'counts' }, { member: one, index: 0 }, { key: 'where' }], part);
  return turned(
    of(part.title, say(`计入${form['zh-CN']}的条件`, `which entries of ${form.en} count`)),
    only(before),
    only(after),
  );
};

const REDUCES: Readonly<Record<string, Words>> = {
  'pro-rata': say('按天数之比', 'in proportion'),
  'only-if-whole-period': say('整个期间才免', 'only for a whole period'),
};

const excuseReduces = ({ before, after, members, part }: Change): Words | null => {
  const one = isRecord(members[0]) ? members[0] : {};
  const form = one.leave ?? one.reason;
  const what =
    form === undefined
      ? say('法定节假日', 'official days off')
      : quoted(titled(part.parts.forms.get(String(form)), String(form)));
  const words = (value: unknown) => REDUCES[String(value)] ?? say('无', 'none');
  return turned(
    of(part.title, say(`因${what['zh-CN']}怎么减`, `how ${what.en} lessens it`)),
    words(before),
    words(after),
  );
};

export const DUTY_TELLERS: readonly Teller[] = [
  about('part_period', say('中途开始或结束的对象应办', 'what is owed for a part of a period'), partWords),
  { section: 'obligation', path: 'counts/*/where', tell: countsWhere },
  { section: 'obligation', path: 'excuses/*/reduces', tell: excuseReduces },
  about('when', say('的周期', 'how often'), whenWords),
  about('amount', say('每期的数量', 'amount each time'), amountWords),
  about('deadline', say('的填报宽限', 'time to record it after the period'), (value, parts) => {
    const grace = term(isRecord(value) ? { grace: 0, ...value } : { grace: 0 }, parts);
    if (!isRecord(value) || value.at === undefined) return grace;
    const at = figure(value.at, parts);
    return join(grace, say(`，末日 ${at['zh-CN']} 前办`, `, done by ${at.en} of the last day`));
  }),
  about('late', say('的补办', 'catching up'), lateWords),
  about('due_soon', say('的提醒', 'warning'), warningWords),
  about('who', say('的对象', 'who owes it'), whom),
  about('counts/*/at', say('几点办的字段', 'the field with the time of day'), (value) =>
    say(String(value ?? '无'), String(value ?? 'none')),
  ),
  about('counts/*/answers', say('的与事由对照的条件', 'what the event asks of an answer'), (value, parts) =>
    value === undefined ? say('无', 'nothing') : formulaWords(String(value), parts),
  ),
  { section: 'obligation', path: 'counts/*', whole: cameOrWent, tell: countsForm },
  { section: 'obligation', path: 'excuses/*', whole: cameOrWent, tell: excuse },
];

/** A duty in a few words, for one that is new. */
export function dutySummary(duty: unknown, parts: Parts): Words {
  if (!isRecord(duty)) return say('', '');
  const said = listed([
    whom(duty.who, parts),
    join(whenWords(duty.when, parts), say('', ' '), amountWords(duty.amount, parts)),
  ]);
  return say(`：${said['zh-CN']}`, `: ${said.en}`);
}
