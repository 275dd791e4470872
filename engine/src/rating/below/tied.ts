import { NEVER, toDay } from '../../day.ts';
import { joinedDays } from '../../duty/spells.ts';
import type { Organisation, Posting, SubjectRef, Tenure } from '../../facts.ts';
import { type Member, membersOf } from '../../measure/members.ts';
import { within } from '../../measure/tenure.ts';
import { referenceDay } from '../../measure/window.ts';
import type { Others } from '../../schema/rating/others.ts';
import type { Period } from '../../standing.ts';
import { type Inherited, inheritedBy } from '../../succession.ts';
import type { WorldIndex } from '../../world-index.ts';
import type { RatedSubject, Sheet } from '../types.ts';

type Whose = Exclude<Others['whose'], { named: unknown } | { attribute: string } | { same: string }>;

/** Somebody a subject is tied to in a period. */
export interface Tied {
  /** As whom the other is rated. */
  readonly as: SubjectRef;
  /** Days of the tie within the period. */
  readonly days: number;
}

interface Tie {
  /** The person, or the organisation, that is tied. */
  readonly of: string;
  /** As whom the other may be rated: a posting, else the person. */
  readonly as: readonly SubjectRef[];
  readonly from: number;
  readonly to: number;
}

/** For each subject those rated to whom it is tied on a day of the period, each once however often it is tied to them, by their ids. */
export function tiesIn(
  whose: Whose,
  { period, asOf }: Pick<Sheet, 'period' | 'asOf'>,
  index: WorldIndex,
  rates: (ref: SubjectRef) => boolean,
): (subject: RatedSubject) => readonly Tied[] {
  const eachOnce = (ties: readonly Tie[]) => tiedOnce(ties, period, rates);
  const day = referenceDay({ period, asOf });
  if ('predecessors' in whose) return ({ organisation }) => eachOnce(forebearTies(whose, organisation, day, index));
  if ('members' in whose) return ({ organisation }) => eachOnce(membersOf(index, organisation).map(memberTie));
  const ties = Map.groupBy(tiesOf(whose, index), ({ of }) => of);
  const ofPerson = 'where_it_holds' in whose || 'where_it_works' in whose;
  return ({ organisation, person }) => eachOnce(ties.get((ofPerson ? person : organisation) ?? '') ?? []);
}

function tiesOf(whose: Exclude<Whose, { members: true } | Forebears>, index: WorldIndex): Tie[] {
  const tenures = (posts: readonly string[]): Tenure[] => posts.flatMap((post) => index.tenuresOf(post));
  const postings = (kinds: readonly string[]): Posting[] =>
    index.world.postings.filter(({ kind }) => kinds.includes(kind));
  const place = ({ organisation: id }: Tenure | Posting): SubjectRef[] => [{ kind: 'organisation', id }];
  if ('where_it_holds' in whose)
    return tenures(whose.where_it_holds).map((one) => ({ ...days(one), of: one.person, as: place(one) }));
  if ('where_it_works' in whose)
    return postings(whose.where_it_works).map((one) => ({ ...days(one), of: one.person, as: place(one) }));
  if ('holders' in whose)
    return tenures(whose.holders).map((one) => ({ ...days(one), of: one.organisation, as: [person(one.person)] }));
  if ('sent' in whose)
    return postings(whose.sent).map((one) => ({ ...days(one), of: one.sendingOrganisation, as: posted(one) }));
  return postings(whose.postings).map((one) => ({ ...days(one), of: one.organisation, as: posted(one) }));
}

const person = (id: string): SubjectRef => ({ kind: 'person', id });
const posted = ({ id, person: who }: Posting): SubjectRef[] => [{ kind: 'posting', id }, person(who)];

const days = ({ from, to }: { readonly from: string; readonly to?: string }): { from: number; to: number } => ({
  from: toDay(from),
  to: to === undefined ? NEVER : toDay(to),
});

const memberTie = ({ person: { id }, organisation, from, to }: Member): Tie => ({
  of: organisation,
  as: [person(id)],
  from: from === undefined ? 0 : toDay(from),
  to: to === undefined ? NEVER : toDay(to),
});

type Forebears = Extract<Whose, { predecessors: string }>;

/** Those an organisation came from, as long as each was there before; the organisation itself when that is asked for. */
function forebearTies({ predecessors }: Forebears, own: string, day: string, index: WorldIndex): Tie[] {
  const inherited = inheritedBy(index, own, day) ?? wholly(index.organisations.get(own));
  return inherited.flatMap(({ organisation, from = organisation.from, to = organisation.to }): Tie[] => {
    if (organisation.id === own && predecessors === 'alone') return [];
    const last = organisation.to !== undefined && (to === undefined || organisation.to < to) ? organisation.to : to;
    const first = from > organisation.from ? from : organisation.from;
    return [{ of: own, as: [{ kind: 'organisation', id: organisation.id }], ...days({ from: first, ...until(last) }) }];
  });
}

const until = (to: string | undefined): { readonly to?: string } => (to === undefined ? {} : { to });

const wholly = (organisation: Organisation | undefined): readonly Pick<Inherited, 'organisation' | 'from' | 'to'>[] =>
  organisation ? [{ organisation }] : [];

function tiedOnce(ties: readonly Tie[], period: Period, rates: (ref: SubjectRef) => boolean): Tied[] {
  const inside = ties.flatMap((tie) => {
    const as = tie.as.find(rates);
    return as ? within(tie.from, tie.to, period).map((part) => ({ ...part, as })) : [];
  });
  const groups = Map.groupBy(inside, ({ as: { kind, id } }) => `${kind}:${id}`);
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...rest]]) => {
      if (!first) return [];
      const days = joinedDays([first, ...rest]).reduce((sum, { from, to }) => sum + to - from + 1, 0);
      return [{ as: first.as, days }];
    });
}
