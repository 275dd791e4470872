import { NEVER, toDay } from '../../day.ts';
import type { SubjectRef } from '../../facts.ts';
import { recordOf } from '../entries.ts';
import { inheritedAt } from '../joined.ts';
import { membersOf } from '../members.ts';
import type { At, PartOf } from '../types.ts';

type Windows = PartOf<'windows'>['windows'];
type Per = NonNullable<Windows['per']>;

/** Somebody who owes every window, and the days on which they were there. */
export interface Owing {
  readonly subject: SubjectRef;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The place's own subject, or each holder of a post or member there, in the order of their ids. */
export function owingAt(per: Per | undefined, at: At, predecessors?: Windows['predecessors']): Owing[] {
  if (per === undefined) return [predecessors === 'joined' ? asOne(at) : own(at)];
  const found = 'holders' in per ? holders(per.holders, at) : members(at);
  return found.sort((a, b) => (a.subject.id < b.subject.id ? -1 : a.subject.id > b.subject.id ? 1 : a.from - b.from));
}

function own({ subject, run: { index } }: At): Owing {
  const record = recordOf(index, subject) as
    | { readonly name?: string; readonly from?: string; readonly to?: string }
    | undefined;
  return { subject, name: record?.name ?? subject.id, ...life(record ?? {}) };
}

/** An organisation together with those it came from. */
function asOne(at: At): Owing {
  const itself = own(at);
  if (at.subject.kind !== 'organisation') return itself;
  const began = (inheritedAt(at) ?? []).map(({ organisation }) => toDay(organisation.from));
  return { ...itself, from: Math.min(itself.from, ...began) };
}

function holders(post: string, { organisation, period, run: { index } }: At): Owing[] {
  return index
    .tenuresAt(post, organisation)
    .filter((one) => one.from <= period.end && (one.to ?? period.end) >= period.start)
    .map((one) => ({
      subject: { kind: 'person', id: one.person },
      name: index.persons.get(one.person)?.name ?? one.person,
      ...life(one),
    }));
}

const members = ({ organisation, run: { index } }: At): Owing[] =>
  membersOf(index, organisation).map(({ person: { id, name }, ...days }) => ({
    subject: { kind: 'person', id },
    name,
    ...life(days),
  }));

const life = ({ from, to }: { readonly from?: string; readonly to?: string }) => ({
  from: from === undefined ? -NEVER : toDay(from),
  to: to === undefined ? NEVER : toDay(to),
});
