import type { Groups } from './fact-columns.ts';
import type { Fact } from './facts.ts';
import type { FormFacts } from './facts-by-form.ts';
import { KINDS, type SubjectNumbers } from './subject-numbers.ts';

/**
 * Puts the entries of a form in order: by subject, organisations first and otherwise as they came, and by time within each. A
 * database gives the entries of a subject together and oldest first; then nothing is moved.
 */
export function ordered(read: FormFacts, subjects: SubjectNumbers): Groups {
  const found = grouped(read, subjects);
  if (found.inOrder) return found;
  const groups = byKind(found, subjects);
  const order = byGroup(read, groups, subjects.count);
  for (let group = 0; group < groups.subject.length; group++)
    sortPart(order, groups.start[group] as number, groups.start[group + 1] as number, read);
  move(read, order);
  return groups;
}

interface Found extends Groups {
  /** How many entries each group has. */
  readonly size: Int32Array;
  /** Whether the entries of each group stand together and oldest first, and all subjects are of one kind. */
  readonly inOrder: boolean;
}

/** Subjects in the order in which they come. */
function grouped(read: FormFacts, subjects: SubjectNumbers): Found {
  const { subject: subjectOf } = read;
  const most = Math.min(subjectOf.length, subjects.count);
  const [subject, start, size] = [new Int32Array(most), new Int32Array(most + 1), new Int32Array(most)];
  const groupOf = new Int32Array(subjects.count).fill(-1);
  let [groups, inOrder, group] = [0, true, -1];
  for (let row = 0; row < subjectOf.length; row++) {
    const one = subjectOf[row] as number;
    if (row > 0 && one === subjectOf[row - 1]) inOrder &&= byTime(read, row - 1, row) < 0;
    else {
      group = groupOf[one] as number;
      if (group < 0) {
        group = groups++;
        groupOf[one] = group;
        subject[group] = one;
        start[group] = row;
        inOrder &&= subjects.kindOf(one) === subjects.kindOf(subject[0] as number);
      } else inOrder = false;
    }
    size[group] = (size[group] as number) + 1;
  }
  start[groups] = subjectOf.length;
  return {
    subject: subject.subarray(0, groups),
    start: start.subarray(0, groups + 1),
    size: size.subarray(0, groups),
    inOrder,
  };
}

/** The groups with organisations first. */
function byKind({ subject, size }: Found, subjects: SubjectNumbers): Groups {
  const [ordered, start] = [new Int32Array(subject.length), new Int32Array(subject.length + 1)];
  let next = 0;
  for (const kind of KINDS.keys()) {
    for (let group = 0; group < subject.length; group++) {
      if (subjects.kindOf(subject[group] as number) !== kind) continue;
      ordered[next] = subject[group] as number;
      start[next + 1] = (start[next] as number) + (size[group] as number);
      next++;
    }
  }
  return { subject: ordered, start };
}

/** Rows group by group, each group as it was given. */
function byGroup({ subject: subjectOf }: FormFacts, { subject, start }: Groups, count: number): Int32Array {
  const next = new Int32Array(count);
  for (let group = 0; group < subject.length; group++) next[subject[group] as number] = start[group] as number;
  const order = new Int32Array(subjectOf.length);
  for (let row = 0; row < subjectOf.length; row++) {
    const one = subjectOf[row] as number;
    const place = next[one] as number;
    order[place] = row;
    next[one] = place + 1;
  }
  return order;
}

function byTime({ facts, date }: FormFacts, a: number, b: number): number {
  const apart = (date[a] as number) - (date[b] as number);
  if (apart !== 0) return apart;
  const [one, other] = [facts[a] as Fact, facts[b] as Fact];
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Up to here moving one by one into place is the quickest way. */
const FEW = 32;

function sortPart(order: Int32Array, start: number, end: number, read: FormFacts): void {
  if (end - start > FEW) {
    order.subarray(start, end).sort((a, b) => byTime(read, a, b));
    return;
  }
  const { date } = read;
  for (let i = start + 1; i < end; i++) {
    const row = order[i] as number;
    const day = date[row] as number;
    let at = i;
    for (; at > start; at--) {
      const other = order[at - 1] as number;
      const otherDay = date[other] as number;
      if (otherDay < day || (otherDay === day && byTime(read, other, row) < 0)) break;
      order[at] = other;
    }
    order[at] = row;
  }
}

/** Moves everything to its new row, circle by circle, without a second copy; `order` is used up. */
function move({ facts, date, recorded, ended, confirmed, rejected }: FormFacts, order: Int32Array): void {
  const columns = [date, recorded, ended, confirmed, rejected].filter((column) => column !== null);
  for (let first = 0; first < order.length; first++) {
    if (order[first] === first) continue;
    const fact = facts[first] as Fact;
    const days = columns.map((column) => column[first] as number);
    let to = first;
    for (let from = order[to] as number; from !== first; from = order[to] as number) {
      facts[to] = facts[from] as Fact;
      for (const column of columns) column[to] = column[from] as number;
      order[to] = to;
      to = from;
    }
    facts[to] = fact;
    for (const [i, column] of columns.entries()) column[to] = days[i] as number;
    order[to] = to;
  }
}
