/**
 * The same four duties written out by hand for this county alone: no packs, no explanation, nothing configurable.
 * What a programmer in a hurry would write over the same columns, as the floor to be measured against.
 */

import { dateOf, fromDay, toDay, weekday } from '../../engine/src/day.ts';
import type { Light, Period, Standing, World } from '../../engine/src/index.ts';
import { type FormColumns, formColumns } from './columns.ts';

export interface HandPeriod extends Period {
  readonly from: number;
  readonly to: number;
  readonly due: number;
  readonly dueText: string;
}

/** Columns as the hand-written loop wants them: conditions already turned to bytes. */
export interface HandColumns {
  readonly world: World;
  readonly office: FormColumns;
  readonly officeWorth: Uint8Array;
  readonly activity: FormColumns;
  readonly leave: FormColumns;
  readonly leaveFirst: Int32Array;
  readonly leaveLast: Int32Array;
  readonly meeting: FormColumns;
  readonly meetingKind: Uint8Array;
  readonly weeks: readonly HandPeriod[];
  readonly months: readonly HandPeriod[];
}

export function handColumns(world: World, asOf: number): HandColumns {
  const columnsOf = formColumns(world.facts);
  const [office, leave, meeting] = [columnsOf('office-day'), columnsOf('leave'), columnsOf('meeting')];
  return {
    world,
    office,
    officeWorth: Uint8Array.from(office.facts, ({ data }) =>
      data.with === 'cadres' ? (data.part === 'half' ? 1 : 2) : 0,
    ),
    activity: columnsOf('activity'),
    leave,
    leaveFirst: Int32Array.from(leave.facts, ({ data }) =>
      data.approved === true ? toDay(String(data.first_day)) : 1,
    ),
    leaveLast: Int32Array.from(leave.facts, ({ data }) => (data.approved === true ? toDay(String(data.last_day)) : 0)),
    meeting,
    meetingKind: Uint8Array.from(meeting.facts, ({ data }) =>
      ['branch', 'committee', 'lecture'].indexOf(String(data.kind)),
    ),
    weeks: periods(
      asOf,
      (day) => day - weekday(day),
      (from) => from + 6,
      (from) => isoWeek(from),
    ),
    months: periods(
      asOf,
      (day) => day - dateOf(day).day + 1,
      (from) => from + dateOf(from).daysInMonth - 1,
      (from) => fromDay(from).slice(0, 7),
    ),
  };
}

const isoWeek = (monday: number): string => {
  const date = dateOf(monday);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
};

function periods(
  asOf: number,
  startOf: (day: number) => number,
  endOf: (from: number) => number,
  keyOf: (from: number) => string,
): HandPeriod[] {
  const found: HandPeriod[] = [];
  for (let from = startOf(toDay('2026-01-01')); from <= asOf; from = endOf(from) + 1) {
    const to = endOf(from);
    let due = to;
    for (let left = 3; left > 0; ) if (weekday(++due) < 5) left--;
    found.push({ key: keyOf(from), start: fromDay(from), end: fromDay(to), from, to, due, dueText: fromDay(due) });
  }
  return found;
}

type Row = Pick<
  Standing,
  | 'obligation'
  | 'subject'
  | 'organisation'
  | 'period'
  | 'light'
  | 'due'
  | 'need'
  | 'done'
  | 'unit'
  | 'awaiting'
  | 'missing'
  | 'changesOn'
>;

const lightOf = (done: number, need: number, due: number, asOf: number): Light =>
  need === 0 ? 'excused' : done >= need ? 'met' : asOf > due ? 'overdue' : asOf >= due - 2 ? 'due-soon' : 'open';

const turn = (light: Light, due: number): string | null =>
  light === 'open' ? fromDay(due - 2) : light === 'due-soon' ? fromDay(due + 1) : null;

const NONE: readonly never[] = [];

/** All rows of all duties, whole year. */
export function byHand(c: HandColumns, asOf: number): Row[] {
  const rows: Row[] = [];
  for (const posting of c.world.postings) officeOf(c, posting, asOf, rows);
  for (const posting of c.world.postings) activityOf(c, posting, asOf, rows);
  for (const [kind, id] of ['branch', 'committee'].entries()) {
    for (const village of c.world.organisations) meetingOf(c, village.id, kind, id, asOf, rows);
  }
  return rows;
}

function officeOf(c: HandColumns, posting: World['postings'][number], asOf: number, rows: Row[]): void {
  const { date, recorded, ended, rejected, confirmed } = c.office;
  const subject = { kind: 'posting', id: posting.id } as const;
  const { start, end } = c.office.rowsOf(posting.id) ?? { start: 0, end: 0 };
  const from = toDay(posting.from);
  let i = start;
  for (const period of c.weeks) {
    if (period.to < from) continue;
    while (i < end && (date[i] as number) < period.from) i++;
    let [halves, total, awaiting, today, ofToday, lateOfToday] = [0, 0, 0, -1, 0, 0];
    for (; i < end && (date[i] as number) <= period.to; i++) {
      const worth = c.officeWorth[i] as number;
      if (
        worth === 0 ||
        (recorded[i] as number) > asOf ||
        (ended[i] as number) <= asOf ||
        (rejected[i] as number) <= asOf
      )
        continue;
      if ((confirmed[i] as number) > asOf) {
        awaiting++;
        continue;
      }
      if (date[i] !== today) [today, ofToday, lateOfToday] = [date[i] as number, 0, 0];
      if ((recorded[i] as number) > period.due) continue;
      const add = Math.min(worth, 2 - ofToday - lateOfToday);
      ofToday += add;
      halves += add;
      total += add;
    }
    const need = needOf(c, posting.id, period, asOf);
    const light = lightOf(halves, need, period.due, asOf);
    rows.push({
      obligation: 'office',
      subject,
      organisation: posting.organisation,
      period,
      light,
      due: period.dueText,
      need: String(need / 2),
      done: String(total / 2),
      unit: 'day',
      awaiting,
      missing: NONE,
      changesOn: turn(light, period.due),
    });
  }
}

/** Halves of days owed in a week after leave. */
function needOf(c: HandColumns, posting: string, period: HandPeriod, asOf: number): number {
  const rows = c.leave.rowsOf(posting);
  if (!rows) return 4;
  let away = 0;
  let touched = false;
  for (let day = period.from; day <= period.to; day++) {
    for (let j = rows.start; j < rows.end; j++) {
      if (
        (c.leave.recorded[j] as number) > asOf ||
        (c.leaveFirst[j] as number) > day ||
        (c.leaveLast[j] as number) < day
      )
        continue;
      touched = true;
      if (weekday(day) < 5) away++;
      break;
    }
  }
  return touched ? Math.floor((4 * (5 - away)) / 5) : 4;
}

function activityOf(c: HandColumns, posting: World['postings'][number], asOf: number, rows: Row[]): void {
  const subject = { kind: 'posting', id: posting.id } as const;
  const range = c.activity.rowsOf(posting.id) ?? { start: 0, end: 0 };
  monthly(c.activity, range, null, 0, c.months, asOf, (period, done) => {
    const light = lightOf(done, 1, period.due, asOf);
    rows.push({
      obligation: 'activity',
      subject,
      organisation: posting.organisation,
      period,
      light,
      due: period.dueText,
      need: '1',
      done: String(done),
      unit: 'time',
      awaiting: 0,
      missing: NONE,
      changesOn: turn(light, period.due),
    });
  });
}

function meetingOf(c: HandColumns, village: string, kind: number, id: string, asOf: number, rows: Row[]): void {
  const subject = { kind: 'organisation', id: village } as const;
  const range = c.meeting.rowsOf(village) ?? { start: 0, end: 0 };
  monthly(c.meeting, range, c.meetingKind, kind, c.months, asOf, (period, done) => {
    const light = lightOf(done, 1, period.due, asOf);
    rows.push({
      obligation: id,
      subject,
      organisation: village,
      period,
      light,
      due: period.dueText,
      need: '1',
      done: String(done),
      unit: 'time',
      awaiting: 0,
      missing: NONE,
      changesOn: turn(light, period.due),
    });
  });
}

function monthly(
  { date, recorded, ended }: FormColumns,
  { start, end }: { start: number; end: number },
  kinds: Uint8Array | null,
  kind: number,
  months: readonly HandPeriod[],
  asOf: number,
  emit: (period: HandPeriod, done: number) => void,
): void {
  let i = start;
  for (const period of months) {
    while (i < end && (date[i] as number) < period.from) i++;
    let done = 0;
    for (; i < end && (date[i] as number) <= period.to; i++) {
      if (kinds !== null && kinds[i] !== kind) continue;
      if ((recorded[i] as number) <= asOf && (recorded[i] as number) <= period.due && (ended[i] as number) > asOf)
        done++;
    }
    emit(period, done);
  }
}
