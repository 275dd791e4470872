import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { Obligation } from '../schema/obligation.ts';
import type { When } from '../schema/when.ts';
import { say } from '../words.ts';
import { isHours } from './hours.ts';
import { isLimit } from './limit.ts';
import { unknownName } from './problems.ts';
import type { CheckContext } from './types.ts';

type Part = Extract<When, { after: unknown }>;

/** Whether what is owed must be done by a time of day. */
export const isTimed = ({ when, deadline }: Pick<Obligation, 'when' | 'deadline'>): boolean =>
  deadline?.at !== undefined || isTimedTerm(when);

/** Whether the term itself has a time of day. */
const isTimedTerm = (when: When): boolean =>
  'after' in when && ('until' in when ? when.until.at !== undefined : isHours(when.within));

/** What keeps a term from being worked out by the hour, and times of day that nothing reads. */
export function momentProblems(part: Part, at: string, context: CheckContext): Finding[] {
  const { parts, obligation } = context;
  const form = 'start_of' in part.after ? undefined : parts.forms.get(part.after.form);
  const own = 'start_of' in part.after ? undefined : part.after.at;
  const timed = isTimedTerm(part);
  const inHours = !('until' in part) && isHours(part.within);
  return [
    ...(inHours && own === undefined ? [noTime(`${at}/after`, '事由', 'the event')] : []),
    ...(!timed && own !== undefined ? [neverRead(`${at}/after/at`)] : []),
    ...(form && own !== undefined ? timeField(form, own, `${at}/after/at`) : []),
    ...(form && 'until' in part && part.until.at !== undefined ? timeField(form, part.until.at, `${at}/until/at`) : []),
    ...(timed ? notByHours(part, at) : []),
    ...(timed && isLimit(obligation.amount) ? [limitByHours(at)] : []),
  ];
}

/** A time of the last day, of what has no other and is no limit. */
export function dayTimeProblems(at: string, { when, amount }: Obligation): Finding[] {
  return [...(isTimedTerm(when) ? [twoTimes(at)] : []), ...(isLimit(amount) ? [limitByHours(at)] : [])];
}

const twoTimes = (at: string): Finding => ({
  code: 'two-units',
  at,
  words: say('期限已写明钟点', 'The term has a time of day already'),
  wayOut: say('删去 deadline 的 at', 'Remove at from deadline'),
});

/** Whether what counts says its time of day, where that is asked. */
export function countedTimeProblems(
  part: CheckContext['obligation']['counts'][number],
  at: string,
  { parts, obligation }: CheckContext,
): Finding[] {
  const form = parts.forms.get(part.form);
  const timed = isTimed(obligation);
  if (part.at === undefined) return timed ? [noTime(at, '答复', 'what counts')] : [];
  if (!timed) return [neverRead(`${at}/at`)];
  return [
    ...(form ? timeField(form, part.at, `${at}/at`) : []),
    ...(part.latest || part.carries ? [stateByHours(at)] : []),
  ];
}

function timeField(form: Form, id: string, at: string): Finding[] {
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const field = fields.get(id);
  if (!field) return unknownName('field', id, fields, at);
  if (field.type === 'time') return [];
  return [
    {
      code: 'not-a-time',
      at,
      words: say(`字段“${id}”不是钟点`, `The field “${id}” is not a time of day`),
      wayOut: say('改用 type: time 的字段', 'Name a field of type time'),
    },
  ];
}

const noTime = (at: string, zh: string, en: string): Finding => ({
  code: 'no-time',
  at,
  words: say(
    `期限有钟点，没有写明${zh}是几点的`,
    `The term has a time of day, and it is not said at what time ${en} happened`,
  ),
  wayOut: say('写 at: 后接 type: time 的字段', 'Write at: and a field of type time'),
});

const neverRead = (at: string): Finding => ({
  code: 'never-read',
  at,
  words: say('期限以天计，用不到钟点', 'The term is in days: no time of day is read'),
  wayOut: say(
    '删去 at，或写 within: { hours: … }、until 或 deadline 中写 at',
    'Remove at, or write within: { hours: … }, or at in until or deadline',
  ),
});

/** What begins a term by days has no hour, and what moves its end must leave it after the event. */
function notByHours(part: Part, at: string): Finding[] {
  const begins = 'begins' in part ? [noSuchKey(`${at}/begins`)] : [];
  const { day_off } = part;
  if (day_off === 'previous-working-day') return [...begins, endBeforeEvent(`${at}/day_off`)];
  const skips = 'days' in part && part.days === 'working-days';
  return skips && day_off !== undefined ? [...begins, neverOff(`${at}/day_off`)] : begins;
}

const noSuchKey = (at: string): Finding => ({
  code: 'two-units',
  at,
  words: say('有钟点的期限不能再写 begins', 'A term with a time of day has no begins'),
  wayOut: say('删去 begins，或以天计', 'Remove begins, or count in days'),
});

const endBeforeEvent = (at: string): Finding => ({
  code: 'end-before-event',
  at,
  words: say(
    '有钟点的期限提前到上一个工作日，可能在事发之前',
    'The working day before may lie before the event, where the term has a time of day',
  ),
  wayOut: say('写 next-working-day，或删去 day_off', 'Write next-working-day, or remove day_off'),
});

const neverOff = (at: string): Finding => ({
  code: 'never-read',
  at,
  words: say('休息日不计的小时数，到期不会是休息日', 'Hours that skip days off never end on one'),
  wayOut: say(
    '删去 day_off；休息日照计、到期逢休息日才顺延的，删去 days',
    'Remove day_off; where hours of days off count and only the end moves, remove days',
  ),
});

const limitByHours = (at: string): Finding => ({
  code: 'limit-late',
  at,
  words: say('上限没有几点之前可言', 'A limit is not met by a time of day'),
  wayOut: say('写 at_least，或期限以天计', 'Write at_least, or a term in days'),
});

const stateByHours = (at: string): Finding => ({
  code: 'state-apart',
  at: `${at}/at`,
  words: say(
    '只计最近一条或沿用期前记录的，没有几点办的可言',
    'Where the latest entry counts, or one from before the period, none is done at a time of day',
  ),
  wayOut: say('删去 latest、carries，或期限以天计', 'Remove latest and carries, or count the term in days'),
});
