import type { WorkCalendar } from '../calendar.ts';
import { sparedBy } from '../constructs/adaptation.ts';
import { afterEvent } from '../constructs/after-event.ts';
import { amountFixed, isFixed } from '../constructs/amount-fixed.ts';
import { amountMost } from '../constructs/amount-most.ts';
import { amountShare } from '../constructs/amount-share.ts';
import { beforeDate } from '../constructs/before-date.ts';
import { beforeEnd } from '../constructs/before-end.ts';
import { type CountsRun, counts } from '../constructs/counts.ts';
import { daysOfMonth } from '../constructs/days-of-month.ts';
import { daysOfYear } from '../constructs/days-of-year.ts';
import { type DeadlineRun, deadline } from '../constructs/deadline.ts';
import { type DueSoonRun, dueSoon } from '../constructs/due-soon.ts';
import { every } from '../constructs/every.ts';
import { excuseHolidays } from '../constructs/excuse-holidays.ts';
import { excuseLeave } from '../constructs/excuse-leave.ts';
import { excuseReason } from '../constructs/excuse-reason.ts';
import { festivals } from '../constructs/festivals.ts';
import { type LateRun, late } from '../constructs/late.ts';
import { once } from '../constructs/once.ts';
import { partPeriod } from '../constructs/part-period.ts';
import { weekdays } from '../constructs/weekdays.ts';
import { type DayNumber, NEVER, toDay } from '../day.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Amount } from '../schema/amount.ts';
import type { Excuse, Obligation } from '../schema/obligation.ts';
import type { When } from '../schema/when.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { subjectType } from './binding.ts';
import { isLimit, limitOf } from './limit.ts';
import { limitProblems } from './limit-check.ts';
import type { NeedParts } from './need.ts';
import { unknownName } from './problems.ts';
import { type SpanTurns, spanMaker } from './spans.ts';
import { unitWords } from './steps.ts';
import type { AmountRun, CheckContext, CompileContext, Construct, ExcuseRun, WhenRun, WhoRun } from './types.ts';
import { warnsTooEarly } from './warns-too-early.ts';
import { checkWho, whoRun } from './who.ts';

/** A duty made ready to run. */
export interface Duty extends NeedParts {
  readonly obligation: Obligation;
  readonly parts: Parts;
  readonly who: WhoRun;
  readonly when: WhenRun;
  readonly counts: readonly CountsRun[];
  readonly hasStates: boolean;
  readonly deadline: DeadlineRun;
  readonly late: LateRun;
  readonly dueSoon: DueSoonRun;
  readonly turns: SpanTurns;
  /** Days on which the rule itself holds. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly unitName: Words;
}

export function compileDuty(id: string, parts: Parts, calendar: WorkCalendar): Duty {
  const obligation = parts.obligations.get(id) as Obligation;
  const context: CompileContext = { parts, obligation, calendar, subject: subjectType(obligation.who, parts) };
  const when = whenRun(obligation.when, context);
  const runs = obligation.counts.map((part) => counts.compile(part, context));
  const [due, catching, soon] = [
    deadline.compile(obligation.deadline, context),
    late.compile(obligation.late, context),
    dueSoon.compile(obligation.due_soon, context),
  ];
  const unit = unitWords(parts, obligation.amount.unit);
  const most = limitOf(obligation.amount);
  const { from, to } = { ...parts.inForce('obligation', id), ...obligation.in_force };
  return {
    obligation,
    parts,
    calendar,
    who: whoRun(obligation.who, context),
    when,
    amount: amountRun(obligation.amount, context),
    most: most && amountMost.compile(most, context),
    limit: isLimit(obligation.amount),
    excuses: (obligation.excuses ?? []).map((part) => excuseRun(part, context)),
    partPeriod: partPeriod.compile(obligation.part_period, context),
    spared: sparedBy(id, parts),
    counts: runs,
    hasStates: runs.some((run) => run.isState),
    deadline: due,
    late: catching,
    dueSoon: soon,
    turns: spanMaker(when, due, catching, soon, {
      limited: most !== null,
      lacking: (end) => runs.flatMap((run) => run.missing(end)),
      context,
    }),
    from: from === undefined ? -NEVER : toDay(from),
    to: to === undefined ? NEVER : toDay(to),
    unit,
    unitName: unit ?? say(obligation.amount.unit, obligation.amount.unit),
  };
}

/** What is wrong with a duty, construct by construct. */
export function checkDuty(id: string, parts: Parts): Finding[] {
  const obligation = parts.obligations.get(id) as Obligation;
  const context: CheckContext = { parts, obligation, subject: subjectType(obligation.who, parts) };
  return [
    ...checkWho(obligation.who, '/who', context),
    ...checked(whenConstruct(obligation.when), '/when', context),
    ...checked(amountConstruct(obligation.amount), '/amount', context),
    ...upperEnd(obligation, context),
    ...limitProblems(obligation, context),
    ...obligation.counts.flatMap((part, i) => counts.check(part, `/counts/${i}`, context)),
    ...(obligation.excuses ?? []).flatMap((part, i) => checked(excuseConstruct(part), `/excuses/${i}`, context)),
    ...deadline.check(obligation.deadline, '/deadline', context),
    ...late.check(obligation.late, '/late', context),
    ...dueSoon.check(obligation.due_soon, '/due_soon', context),
    ...warnsTooEarly(obligation),
    ...(obligation.act ?? []).flatMap((form, i) => unknownName('form', form, parts.forms, `/act/${i}`)),
  ];
}

/** A construct with the part it was recognised in, so that both fit each other's types. */
interface Recognised<Run> {
  readonly compile: (context: CompileContext) => Run;
  readonly check: (at: string, context: CheckContext) => readonly Finding[];
}

const recognised = <Part, Run>(construct: Construct<Part, Run>, part: Part): Recognised<Run> => ({
  compile: (context) => construct.compile(part, context),
  check: (at, context) => construct.check(part, at, context),
});

const checked = (one: Recognised<unknown>, at: string, context: CheckContext): readonly Finding[] =>
  one.check(at, context);

function whenConstruct(when: When): Recognised<WhenRun> {
  if ('every' in when) return recognised(every, when);
  if ('once' in when) return recognised(once, when);
  if ('days_of_month' in when) return recognised(daysOfMonth, when);
  if ('days_of_year' in when) return recognised(daysOfYear, when);
  if ('weekdays' in when) return recognised(weekdays, when);
  if ('festivals' in when) return recognised(festivals, when);
  if ('before' in when) return recognised(beforeDate, when);
  return 'after' in when ? recognised(afterEvent, when) : recognised(beforeEnd, when);
}

/** An amount that is worked out for each subject is the whole of that figure. */
function amountConstruct(amount: Amount): Recognised<AmountRun> {
  if (isLimit(amount)) return recognised(amountMost, amount);
  if ('share' in amount) return recognised(amountShare, amount);
  const { at_least: of, unit } = amount;
  if (isFixed(of)) return recognised(amountFixed, { at_least: of, unit });
  const whole = recognised(amountShare, { share: 1, of, rounding: 'none', unit });
  const check = (at: string, context: CheckContext): Finding[] =>
    whole.check(at, context).map((finding) => ({ ...finding, at: finding.at.replace(`${at}/of`, `${at}/at_least`) }));
  return { ...whole, check };
}

/** The upper end above a lower one. */
function upperEnd({ amount }: Obligation, context: CheckContext): readonly Finding[] {
  const most = isLimit(amount) ? null : limitOf(amount);
  return most === null ? [] : checked(recognised(amountMost, most), '/amount', context);
}

function excuseConstruct(excuse: Excuse): Recognised<ExcuseRun> {
  if ('leave' in excuse) return recognised(excuseLeave, excuse);
  return 'holidays' in excuse ? recognised(excuseHolidays, excuse) : recognised(excuseReason, excuse);
}

const whenRun = (when: When, context: CompileContext): WhenRun => whenConstruct(when).compile(context);
const amountRun = (amount: Amount, context: CompileContext): AmountRun => amountConstruct(amount).compile(context);
const excuseRun = (excuse: Excuse, context: CompileContext): ExcuseRun => excuseConstruct(excuse).compile(context);
