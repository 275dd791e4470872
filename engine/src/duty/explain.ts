import { changeWords, LIGHT_WORDS } from '../constructs/standing.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Explanation, StandingExplanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import { kindOfKey, periodFromKey } from '../period.ts';
import type { ValueJson, Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Duty } from './compile.ts';
import { evaluateDuty, type Outcome } from './evaluate.ts';
import { explainCounts } from './explain-counts.ts';
import { factRef } from './fact-ref.ts';
import { needOf } from './need.ts';
import { showMillionths } from './standing.ts';
import type { Situation } from './types.ts';

export interface ExplainQuery {
  readonly index: WorldIndex;
  readonly subject: SubjectRef;
  readonly period: string;
  readonly asOf: DayNumber;
}

/** Why a standing is as it is: rule, period, subject, need, entries, light, and what would change it. */
export function explainDuty(duty: Duty, query: ExplainQuery): StandingExplanation {
  let found: StandingExplanation | null = null;
  const { index, subject, asOf } = query;
  const period = periodFromKey(query.period);
  const year = kindOfKey(query.period) === null ? /^\d{4}/.exec(query.period)?.[0] : undefined;
  const from = period ? toDay(period.start) : year ? toDay(`${year}-01-01`) - 400 : -(10 ** 6);
  const to = period ? Math.max(asOf, toDay(period.start)) : asOf;
  const wants = ({ ref }: { readonly ref: SubjectRef }): boolean => ref.kind === subject.kind && ref.id === subject.id;
  evaluateDuty(duty, { index, asOf, from, to, wants }, (outcome) => {
    if (outcome.span.period.key === query.period) found = explained(duty, outcome, query);
  });
  if (!found) {
    throw new Error(`No standing of ${duty.obligation.id} for ${subject.kind} ${subject.id} in ${query.period}`);
  }
  return found;
}

function explained(duty: Duty, outcome: Outcome, { index, asOf }: ExplainQuery): StandingExplanation {
  const { subject, span, need, light, tally } = outcome;
  const situation = situationOf(duty, outcome, index, asOf);
  const short = showMillionths(Math.max(0, need.threshold - tally.total));
  const { obligation, parts } = duty;
  return {
    construct: 'standing',
    words: say(
      `${obligation.title['zh-CN']}：${LIGHT_WORDS[light]['zh-CN']}`,
      `${obligation.title.en}: ${LIGHT_WORDS[light].en}`,
    ),
    result: lightResult(outcome),
    rule: parts.ruleOf('obligation', obligation.id),
    period: span.period,
    children: [
      duty.who.explain(subject, index),
      whenStep(duty, outcome),
      needStep(duty, outcome, situation),
      ...countSteps(duty, outcome, index, asOf),
      lightStep(duty, outcome, asOf),
    ],
    details: { need: need.text, done: showMillionths(tally.total), awaiting: tally.waiting },
    subject: subject.ref,
    light,
    due: span.dueText,
    change: changeWords(light, need, span, asOf, { short, waiting: tally.waiting, unit: duty.unitName }),
    forms: obligation.act ?? [...new Set(obligation.counts.map((part) => part.form))],
  };
}

const lightResult = ({ light, need }: Outcome): ValueJson => {
  if (light === 'not-known') return { state: 'not-known', missing: need.missing };
  if (light === 'not-applicable')
    return { state: 'not-applicable', why: say('本期不作要求', 'nothing is asked in this period') };
  return { state: 'known', value: light };
};

function situationOf(duty: Duty, { subject, span }: Outcome, index: WorldIndex, asOf: DayNumber): Situation {
  const from = Math.max(span.start, subject.from, duty.from);
  const to = Math.min(span.end, subject.to, duty.to);
  return { subject, span, from, to, part: from > span.start || to < span.end, index, asOf };
}

const CONSTRUCT_OF_WHEN = [
  ['every', 'every'],
  ['once', 'once'],
  ['days_of_month', 'days-of-month'],
  ['days_of_year', 'days-of-year'],
  ['weekdays', 'weekdays'],
  ['festivals', 'festivals'],
  ['after', 'after-event'],
  ['before_end', 'before-end'],
] as const;

function whenStep({ when, deadline, late, dueSoon, obligation, parts }: Duty, { span }: Outcome): Explanation {
  const construct = CONSTRUCT_OF_WHEN.find(([key]) => key in obligation.when)?.[1] ?? 'every';
  const step = (name: string, words: Words, value: string | boolean): Explanation => ({
    construct: name,
    words,
    result: span.missing.length > 0 ? { state: 'not-known', missing: span.missing } : { state: 'known', value },
  });
  return {
    construct,
    words: when.explain(span),
    result: { state: 'known', value: span.period.key },
    period: span.period,
    ...(span.event
      ? { facts: [factRef(span.event, undefined, undefined, parts.forms.get(span.event.form)?.title)] }
      : {}),
    children: [
      step('deadline', deadline.explain(span.end), fromDay(span.due)),
      step('due-soon', dueSoon.explain(span.end), fromDay(span.soon)),
      step('late', late.explain(span.end), late.possible ? fromDay(span.lateEnd) : false),
    ],
  };
}

function needStep(duty: Duty, { need }: Outcome, situation: Situation): Explanation {
  const children: Explanation[] = [];
  needOf(duty, situation, children);
  const result: ValueJson =
    need.state === 'not-known'
      ? { state: 'not-known', missing: need.missing }
      : need.state === 'not-applicable'
        ? { state: 'not-applicable', why: whyNot(duty, situation) }
        : { state: 'known', value: need.text ?? '0' };
  return {
    construct: 'share' in duty.obligation.amount ? 'amount-share' : 'amount-fixed',
    words: say('本期应完成', 'Owed in this period'),
    result,
    unit: duty.unitName,
    children,
  };
}

const whyNot = ({ spared, partPeriod }: Duty, situation: Situation): Words =>
  spared.find((run) => run.spares(situation))?.why ?? partPeriod.why(situation);

function countSteps(duty: Duty, outcome: Outcome, index: WorldIndex, asOf: DayNumber): Explanation[] {
  return duty.counts.map((item, number) => {
    const { counted, refused } = explainCounts(duty, item, number, outcome, index, asOf);
    const total = counted.reduce((sum, { worth }) => sum + worth, 0);
    return {
      construct: 'counts',
      words: say(
        `已计入“${item.form.title['zh-CN']}”${counted.length} 条，未计入 ${refused.length} 条`,
        `“${item.form.title.en}”: ${counted.length} ${counted.length === 1 ? 'entry counts' : 'entries count'}, ${refused.length} ${refused.length === 1 ? 'does' : 'do'} not`,
      ),
      result: { state: 'known', value: showMillionths(total) },
      unit: duty.unitName,
      facts: [
        ...counted.map(({ fact, worth, note }) => factRef(fact, showMillionths(worth), note, item.form.title)),
        ...refused.map(({ fact, note }) => factRef(fact, undefined, note, item.form.title)),
      ],
    };
  });
}

function lightStep({ unitName }: Duty, { light, need, tally, span }: Outcome, asOf: DayNumber): Explanation {
  const done = showMillionths(tally.total);
  const figures =
    need.state === 'known'
      ? say(
          `应完成 ${need.text} ${unitName['zh-CN']}，已完成 ${done}${tally.inTime < tally.total ? `（按时 ${showMillionths(tally.inTime)}）` : ''}`,
          `${need.text} ${unitName.en} owed, ${done} done${tally.inTime < tally.total ? ` (${showMillionths(tally.inTime)} in time)` : ''}`,
        )
      : say(`已完成 ${done}`, `${done} done`);
  return {
    construct: 'standing',
    words: say(
      `${figures['zh-CN']}；截止 ${span.dueText}，按 ${fromDay(asOf)} 计：${LIGHT_WORDS[light]['zh-CN']}`,
      `${figures.en}; due ${span.dueText}, as of ${fromDay(asOf)}: ${LIGHT_WORDS[light].en}`,
    ),
    result: { state: 'known', value: light },
    details: { light, words: LIGHT_WORDS[light] },
  };
}
