import type { CountsRun } from '../constructs/counts.ts';
import { type DayNumber, fromDay, toDay } from '../day.ts';
import type { Fact } from '../facts.ts';
import { nearWords } from '../measure/apart.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { Duty } from './compile.ts';
import { nearKey } from './entries.ts';
import type { Outcome } from './evaluate.ts';
import { type Reach, reachesOf } from './joined.ts';
import { isLateBy, lateBy } from './late-by.ts';
import { showMillionths } from './millionths.ts';

import type { Span } from './types.ts';

export interface Cited {
  readonly fact: Fact;
  /** In millionths; 0 when it did not count. */
  readonly worth: number;
  readonly note: Words | undefined;
}

/** Which entries counted for how much, and why the others near the period did not. */
export function explainCounts(
  duty: Duty,
  item: CountsRun,
  number: number,
  outcome: Outcome,
  index: WorldIndex,
  asOf: DayNumber,
): { readonly counted: readonly Cited[]; readonly refused: readonly Cited[] } {
  const used = usedRows(item, number, outcome);
  const judged = item.judge(index, asOf);
  const { columns } = judged;
  const counted: Cited[] = [];
  const refused: Cited[] = [];
  for (const reach of reachesOf(item, outcome.subject, columns, index, asOf)) {
    for (let row = reach.start; row < reach.end; row++) {
      if (!isOfDays(columns.date[row] as number, reach)) continue;
      const fact = columns.facts[row] as Fact;
      const worth = used.here.get(row);
      if (worth !== undefined && worth > 0)
        counted.push({
          fact,
          worth,
          note: both(
            reach.note,
            countedNote(
              item,
              fact,
              worth < Math.round((judged.worth[row] as number) * reach.share) ? worth : null,
              outcome,
            ),
          ),
        });
      else if (outcome.span.accepts?.(number, row) === false) {
        if (isNear(fact, item, outcome) && !used.elsewhere.has(row) && isKnown(fact, asOf))
          refused.push({ fact, worth: 0, note: outcome.span.declined?.(number, row) ?? undefined });
      } else if (isNear(fact, item, outcome)) {
        const note =
          worth === 0
            ? zeroNote(item, judged.worth[row] as number)
            : refusal(duty, item, fact, used.elsewhere.get(row), outcome, index, asOf);
        if (note !== null) refused.push({ fact, worth: 0, note });
      }
    }
  }
  return { counted, refused };
}

const isOfDays = (day: DayNumber, { from, to }: Reach): boolean => from <= day && day <= to;

const both = (a: Words | undefined, b: Words | undefined): Words | undefined =>
  a && b ? say(`${a['zh-CN']}；${b['zh-CN']}`, `${a.en}; ${b.en}`) : (a ?? b);

const isKnown = ({ recordedOn }: Fact, asOf: DayNumber): boolean => toDay(recordedOn) <= asOf;

/** Rows of the item used in this span with what they added, and in which other span a row was used. */
function usedRows(item: CountsRun, number: number, { entries, states, number: span }: Outcome) {
  const here = new Map<number, number>();
  const elsewhere = new Map<number, number>();
  for (let i = 0; i < entries.count; i++) {
    if (entries.item[i] !== number || entries.usedIn[i] === 0) continue;
    const row = entries.row[i] as number;
    const owner = Math.abs(entries.usedIn[i] as number) - 1;
    if (owner === span) here.set(row, entries.used[i] as number);
    else elsewhere.set(row, owner);
  }
  if (item.isState) for (const use of states) if (use.item === number) here.set(use.row, use.worth);
  return { here, elsewhere };
}

/** Entries worth naming: dated in the period or in the time to catch up. */
function isNear({ date }: Fact, { part }: CountsRun, { span }: Outcome): boolean {
  const day = toDay(date);
  return day <= Math.max(span.end, span.lateEnd) && (day >= span.start || part.carries === true);
}

function countedNote({ part }: CountsRun, fact: Fact, capped: number | null, { span }: Outcome): Words | undefined {
  const { date, recordedOn } = fact;
  const day = toDay(date);
  if (span.moments !== null && isLateBy(fact, part.at, span.moments)) return lateBy(fact, part.at, span.moments);
  if (day > span.end) return say('期后补办', 'caught up after the period');
  if (toDay(recordedOn) > span.due && span.recordedBy === span.lateEnd)
    return say('截止后补录', 'recorded after the deadline');
  if (day < span.start && part.carries) return say('期前记录，仍然有效', 'made before the period and still standing');
  return capped === null
    ? undefined
    : say(`合计封顶，只计 ${showMillionths(capped)}`, `capped: only ${showMillionths(capped)} counts`);
}

function zeroNote({ part, cap, form }: CountsRun, worth: number): Words {
  const field = form.fields.find(({ id }) => id === part.per?.distinct)?.title;
  if (worth === 0 || field === undefined) return say('按其所填，计 0', 'what it states makes it count 0');
  const most = showMillionths(cap);
  return say(
    `与另一条“${field['zh-CN']}”相同，合计最多计 ${most}`,
    `same “${field.en}” as another entry; together they count ${most} at most`,
  );
}

function refusal(
  duty: Duty,
  item: CountsRun,
  fact: Fact,
  elsewhere: number | undefined,
  outcome: Outcome,
  index: WorldIndex,
  asOf: DayNumber,
): Words | null {
  const { part } = item;
  if (toDay(fact.recordedOn) > asOf) return null;
  const standing = withdrawn(fact, asOf);
  if (standing) return standing;
  const worth = worthOf(item, fact, index, asOf);
  if (worth) return worth;
  if (part.confirmed && !(fact.confirmation && toDay(fact.confirmation.on) <= asOf)) {
    return say('待确认，暂不计入', 'not confirmed yet');
  }
  if (servesEarlierItem(duty, item, fact, index, asOf)) return null;
  const before = outcome.entries.near.get(nearKey(duty.counts.indexOf(item), rowOf(item, fact, index, asOf)));
  if (before !== undefined) return nearWords(fromDay(before), item.apart?.(toDay(fact.date)) ?? 0);
  const owner = elsewhere === undefined ? undefined : outcome.spans[elsewhere];
  if (owner) return usedIn(owner, fact, outcome.span);
  return timing(duty, item, fact, outcome);
}

/** An entry of another period: that to which its day belongs, or one that it made up. */
function usedIn({ start, end, period }: Span, { date }: Fact, here: Span): Words {
  const day = toDay(date);
  if (day < start || day > end)
    return say(`已用于更早一期的补办：${period.key}`, `already used to make up an earlier period: ${period.key}`);
  return here.start > start
    ? say(`已计入更早一期：${period.key}`, `already counts for an earlier period: ${period.key}`)
    : say(`计入其本期：${period.key}`, `counts for its own period: ${period.key}`);
}

const rowOf = (item: CountsRun, fact: Fact, index: WorldIndex, asOf: DayNumber): number =>
  item.judge(index, asOf).columns.facts.indexOf(fact);

/** Whether another counted item of the duty has taken the entry already. */
function servesEarlierItem(duty: Duty, item: CountsRun, fact: Fact, index: WorldIndex, asOf: DayNumber): boolean {
  const earlier = duty.counts.slice(0, duty.counts.indexOf(item));
  return earlier.some((one) => one.part.form === item.part.form && worthOf(one, fact, index, asOf) === null);
}

function withdrawn({ endedOn, endedBy, confirmation }: Fact, asOf: DayNumber): Words | null {
  if (endedOn !== undefined && toDay(endedOn) <= asOf) {
    const reason = endedBy?.reason === undefined ? say('', '') : say(`：${endedBy.reason}`, `: ${endedBy.reason}`);
    return endedBy?.kind === 'withdrawn'
      ? say(`已撤回${reason['zh-CN']}`, `withdrawn${reason.en}`)
      : say(`已被后来的记录更正${reason['zh-CN']}`, `replaced by a later entry${reason.en}`);
  }
  if (confirmation?.outcome === 'rejected' && toDay(confirmation.on) <= asOf) {
    return say(`${confirmation.by} 未予确认`, `rejected by ${confirmation.by}`);
  }
  return null;
}

function worthOf(item: CountsRun, fact: Fact, index: WorldIndex, asOf: DayNumber): Words | null {
  const judged = item.judge(index, asOf);
  const row = judged.columns.facts.indexOf(fact);
  item.fill(judged, index, asOf, row, row + 1);
  if ((judged.worth[row] as number) >= 0) return null;
  const refusal = item.refusal(fact, index, asOf);
  if (refusal.known) {
    const { condition } = refusal;
    return say(`不符合条件：${condition['zh-CN']}`, `condition not met: ${condition.en}`);
  }
  const titles = refusal.fields;
  return say(
    `条件无法判定，未填：${titles.map((title) => title['zh-CN']).join('、')}`,
    `condition not known, not filled in: ${titles.map((title) => title.en).join(', ')}`,
  );
}

function timing(duty: Duty, { part }: CountsRun, fact: Fact, { span, subject, need, tally }: Outcome): Words {
  const [day, recorded] = [toDay(fact.date), toDay(fact.recordedOn)];
  if (span.moments !== null && day <= span.end && isLateBy(fact, part.at, span.moments))
    return lateBy(fact, part.at, span.moments);
  if ((day < subject.from && part.predecessors !== 'joined') || day > subject.to)
    return say('不在任职期间', 'outside the time the subject is bound');
  if (span.countsOn !== null && day <= span.end && !span.countsOn(day)) {
    return say('不在计算的月份', 'not in the months that count');
  }
  if (part.latest) return say('已有更新的记录', 'a later entry holds');
  if (recorded > span.due && day <= span.end) {
    return duty.late.possible
      ? say(`补录期已过（${fact.recordedOn} 记录）`, `recorded on ${fact.recordedOn}, after the time to catch up`)
      : say(`截止后才记录（${fact.recordedOn}）`, `recorded on ${fact.recordedOn}, after the deadline`);
  }
  if (day > span.end) {
    return need.state === 'known' && tally.total >= need.threshold
      ? say('属于后一期', 'belongs to a later period')
      : say(`截止后 ${fromDay(day)} 才做`, `done on ${fromDay(day)}, too late for this period`);
  }
  return say('本期已足额', 'not needed: the amount was already reached');
}
