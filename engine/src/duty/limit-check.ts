import type { Finding } from '../problem.ts';
import type { Obligation } from '../schema/obligation.ts';
import { say } from '../words.ts';
import { isLimit, limitOf } from './limit.ts';
import { parameterAmount } from './parameter-check.ts';
import type { CheckContext } from './types.ts';

/** What does not go with an upper end: catching up, grace and leave; and warnings of the wrong kind. */
export function limitProblems(obligation: Obligation, context: CheckContext): Finding[] {
  const { amount, due_soon } = obligation;
  if (limitOf(amount) === null) return 'within' in due_soon ? [] : [warnsOfLimit('left' in due_soon ? 'left' : 'used')];
  return [
    ...(obligation.late === 'never' ? [] : [CAUGHT_UP]),
    ...(isLimit(amount) ? ofLimit(obligation, context) : ofRange(obligation)),
  ];
}

function ofLimit({ due_soon, deadline, excuses = [] }: Obligation, context: CheckContext): Finding[] {
  return [
    ...(deadline === undefined ? [] : [GRACE]),
    ...('within' in due_soon ? [WARNS_BY_DAYS] : warning(due_soon, context)),
    ...excuses.flatMap((excuse, i) => ('reason' in excuse ? [] : [excused(i)])),
  ];
}

type Warning = Exclude<Obligation['due_soon'], { within: unknown }>;

function warning(warns: Warning, context: CheckContext): Finding[] {
  const { unit } = context.obligation.amount;
  if ('left' in warns)
    return typeof warns.left === 'object' ? parameterAmount(warns.left.parameter, unit, '/due_soon/left', context) : [];
  if (typeof warns.used === 'object') return parameterAmount(warns.used.parameter, null, '/due_soon/used', context);
  return Number(warns.used) > 0 && Number(warns.used) <= 1 ? [] : [NO_SHARE];
}

const ofRange = ({ due_soon }: Obligation): Finding[] =>
  'within' in due_soon ? [] : [warnsOfLimit('left' in due_soon ? 'left' : 'used')];

const CAUGHT_UP: Finding = {
  code: 'limit-caught-up',
  at: '/late',
  words: say('超过上限的不能靠补办变回来', 'What went beyond a limit cannot be caught up'),
  wayOut: say('写 late: never', 'Write late: never'),
};

const GRACE: Finding = {
  severity: 'warning',
  code: 'limit-deadline',
  at: '/deadline',
  words: say(
    '上限没有填报宽限：本期发生的，何时填报都计入',
    'A limit has no grace: what happened in the period counts whenever it is recorded',
  ),
  wayOut: say('删去 deadline', 'Remove deadline'),
};

const WARNS_BY_DAYS: Finding = {
  code: 'limit-warning',
  at: '/due_soon',
  words: say('上限不是临近某日才提醒，而是快用完时提醒', 'A limit warns when little is left, not when a day is near'),
  wayOut: say(
    '写 due_soon: { left: 1 }（还剩 1 时），或 { used: 0.8 }（用到八成时）',
    'Write due_soon: { left: 1 }, or { used: 0.8 } for four fifths',
  ),
};

const NO_SHARE: Finding = {
  code: 'limit-warning',
  at: '/due_soon/used',
  words: say('用到上限的几成应大于 0、不大于 1', 'The share that is used lies above 0 and not above 1'),
  wayOut: say('写成如 0.8', 'Write a share such as 0.8'),
};

const warnsOfLimit = (key: 'left' | 'used'): Finding => ({
  code: 'limit-warning',
  at: `/due_soon/${key}`,
  words: say('只有上限（at_most）才按剩余多少提醒', 'Only a limit (at_most) warns by how much is left'),
  wayOut: say('写 due_soon: { within: 3, days: working-days }', 'Write due_soon: { within: 3, days: working-days }'),
});

const excused = (i: number): Finding => ({
  code: 'limit-excuse',
  at: `/excuses/${i}`,
  words: say(
    '请假、放假只能减轻义务，不能放宽上限',
    'Leave and holidays lessen what is owed; they do not widen a limit',
  ),
  wayOut: say('删去这一项；经批准可超的写 reason', 'Remove it; where an approval lifts the limit, write a reason'),
});
