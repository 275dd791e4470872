import { changeWords, isBeyond, lightWords } from '../constructs/standing.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Explanation, StandingExplanation } from '../explanation.ts';
import type { SubjectRef } from '../facts.ts';
import { kindOfKey, periodFromKey } from '../period.ts';
import { periodWords } from '../period-words.ts';
import type { ValueJson, Words } from '../value.ts';
import { inEnglish, say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Duty } from './compile.ts';
import { evaluateDuty, type Outcome } from './evaluate.ts';
import { explainCounts } from './explain-counts.ts';
import { factRef } from './fact-ref.ts';
import { passing } from './limit-passed.ts';
import { showMillionths } from './millionths.ts';
import { momentText } from './moment.ts';
import { needOf } from './need.ts';
import type { Need, Situation } from './types.ts';

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
  const { obligation, parts } = duty;
  const lit = litWords(duty, outcome);
  return {
    construct: 'standing',
    words: say(`${obligation.title['zh-CN']}：${lit['zh-CN']}`, `${obligation.title.en}: ${lit.en}`),
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
    details: {
      need: need.text,
      done: showMillionths(tally.total),
      awaiting: tally.waiting,
      ...limitDetails(duty, outcome),
    },
    subject: subject.ref,
    light,
    due: span.dueText,
    change: changeWords(light, need, span, asOf, {
      total: tally.total,
      waiting: tally.waiting,
      unit: duty.unitName,
    }),
    forms: obligation.act ?? [...new Set(obligation.counts.map((part) => part.form))],
  };
}

/** What the light says; an amount that has been passed is beyond its limit also where something is owed. */
const litWords = ({ limit }: Duty, { light, need, tally }: Outcome): Words =>
  lightWords(light, limit || (need.most !== null && tally.total > need.most));

const NOTHING_ASKED = say('本期不作要求', 'nothing is asked in this period');

const lightResult = ({ light, need }: Outcome): ValueJson => {
  if (light === 'not-known') return { state: 'not-known', missing: need.missing };
  if (light === 'not-applicable') return { state: 'not-applicable', why: NOTHING_ASKED };
  return { state: 'known', value: light };
};

function situationOf(duty: Duty, { subject, span }: Outcome, index: WorldIndex, asOf: DayNumber): Situation {
  const from = Math.max(span.start, subject.from, duty.from);
  const to = Math.min(span.end, subject.to, duty.to);
  return { subject, span, from, to, part: from > span.start || to < span.end, index, asOf };
}

const PASSED = say('这一条起超出上限', 'with this one the limit was passed');

const CONSTRUCT_OF_WHEN = [
  ['every', 'every'],
  ['once', 'once'],
  ['days_of_month', 'days-of-month'],
  ['days_of_year', 'days-of-year'],
  ['weekdays', 'weekdays'],
  ['festivals', 'festivals'],
  ['after', 'after-event'],
  ['before', 'before-date'],
  ['before_end', 'before-end'],
] as const;

function whenStep({ when, deadline, late, dueSoon, limit, obligation, parts }: Duty, { span }: Outcome): Explanation {
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
    shown: periodWords(span.period.key),
    period: span.period,
    ...(span.event
      ? {
          facts: [span.event, ...span.extended].map((one) =>
            factRef(one, undefined, undefined, parts.forms.get(one.form)?.title),
          ),
        }
      : {}),
    children: limit
      ? [step('due-soon', dueSoon.explain(span.end), true)]
      : [
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
        ? { state: 'not-applicable', why: need.why ?? NOTHING_ASKED }
        : { state: 'known', value: need.text ?? '0' };
  return {
    construct: duty.limit ? 'amount-most' : 'share' in duty.obligation.amount ? 'amount-share' : 'amount-fixed',
    words: owedWords(duty, need),
    result,
    unit: duty.unitName,
    children,
  };
}

function owedWords({ limit }: Duty, { threshold, near, most }: Need): Words {
  if (!limit)
    return most === null
      ? say('本期应完成', 'Owed in this period')
      : say('本期至少应完成', 'Owed in this period at least');
  return near === null && threshold === 0
    ? say('本期不设上限', 'No limit in this period')
    : say('本期上限', 'Limit of this period');
}

function countSteps(duty: Duty, outcome: Outcome, index: WorldIndex, asOf: DayNumber): Explanation[] {
  const cited = duty.counts.map((item, number) => explainCounts(duty, item, number, outcome, index, asOf));
  const passed = passing(
    cited.flatMap(({ counted }) => counted),
    outcome.need.most,
  );
  return duty.counts.map((item, number) => {
    const { counted, refused } = cited[number] as (typeof cited)[number];
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
        ...counted.map(({ fact, worth, note }) =>
          factRef(fact, showMillionths(worth), fact === passed ? PASSED : note, item.form.title),
        ),
        ...refused.map(({ fact, note }) => factRef(fact, undefined, note, item.form.title)),
      ],
    };
  });
}

const limitDetails = ({ limit }: Duty, { need, tally }: Outcome) => ({
  limit,
  ...(isBeyond(need, tally.total) ? { beyond: true } : {}),
});

function lightStep(duty: Duty, outcome: Outcome, asOf: DayNumber): Explanation {
  const { light, span } = outcome;
  const [figures, lit] = [figureWords(duty, outcome), litWords(duty, outcome)];
  const day = fromDay(asOf);
  const due = span.moments === null ? span.dueText : momentText(span.moments.to);
  return {
    construct: 'standing',
    words: duty.limit
      ? say(`${figures['zh-CN']}；按 ${day} 计：${lit['zh-CN']}`, `${figures.en}; as of ${day}: ${lit.en}`)
      : say(
          `${figures['zh-CN']}；截止 ${due}，按 ${day} 计：${lit['zh-CN']}`,
          `${figures.en}; due ${due}, as of ${day}: ${lit.en}`,
        ),
    result: { state: 'known', value: light },
    details: { light, words: lit, ...limitDetails(duty, outcome) },
  };
}

function figureWords({ unitName, limit }: Duty, { need, tally }: Outcome): Words {
  const done = showMillionths(tally.total);
  const [zh, en] = [unitName['zh-CN'], unitName.en];
  if (need.state !== 'known' || (limit && need.near === null))
    return say(`已有 ${done} ${zh}`, `${inEnglish(done, en)} so far`);
  if (limit)
    return say(`上限 ${need.text} ${zh}，已有 ${done}`, `At most ${inEnglish(need.text ?? '', en)}, ${done} so far`);
  const timely = showMillionths(tally.inTime);
  const late = tally.inTime < tally.total;
  const most = need.most === null ? say('', '') : mostWords(need.most);
  return say(
    `应完成 ${need.text} ${zh}${most['zh-CN']}，已完成 ${done}${late ? `（按时 ${timely}）` : ''}`,
    `${inEnglish(need.text ?? '', en)} owed${most.en}, ${done} done${late ? ` (${timely} in time)` : ''}`,
  );
}

const mostWords = (most: number): Words =>
  say(`、至多 ${showMillionths(most)}`, ` and at most ${showMillionths(most)}`);
