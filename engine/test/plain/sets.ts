/** Which entries and subjects a set has, read off its words one by one; what is not known is `null`. */
import type { Fact, Organisation, Person, Posting, SubjectRef, World } from '../../src/facts.ts';
import type { About, During, On } from '../../src/schema/set.ts';
import type { Missing, Words } from '../../src/value.ts';
import { addMonths, dayOf, textOf } from './days.ts';
import { VALUES } from './place.ts';
import { belongings, below, type Place, title } from './there.ts';
import { type Naming, namedIn, type Owner, whose } from './whose.ts';

export interface Member {
  readonly fact: Fact | null;
  readonly record: Partial<Organisation & Person & Posting>;
  readonly tenure?: { readonly from: string; readonly to?: string };
  readonly named?: Naming;
  readonly name: Words;
}

type Truth = boolean | null;
export interface Read {
  readonly source: string;
  /** What it reads, with what people call it. */
  readonly reads: readonly (readonly [string, string, string])[];
}
export type Condition = Read & { readonly holds: (member: Member, place: Place) => Truth };
export type Reading = Read & {
  readonly unit?: string;
  readonly read: (member: Member, place: Place) => string | number | boolean | readonly string[] | null;
};

export interface PlainSet {
  readonly form?: string;
  readonly postings?: string;
  readonly organisations?: string;
  readonly holders?: string;
  readonly members?: true;
  readonly about?: About;
  readonly during?: During;
  readonly on?: On;
}

export interface Found {
  readonly members: readonly Member[];
  readonly doubt: readonly Missing[];
}

type Length = { readonly [unit: string]: number | { readonly parameter: string } };

/** So long after a day, or before it; null while its parameter is not set. The parameter is read on `on`. */
function moved(day: string, length: Length, direction: 1 | -1, on: string): string | null {
  const [[unit, count] = ['', 0]] = Object.entries(length);
  const number = typeof count === 'number' ? count : valueOn(count.parameter, on);
  if (number === null) return null;
  const by = direction * number;
  if (unit === 'days' || unit === 'weeks') return textOf(dayOf(day) + by * (unit === 'weeks' ? 7 : 1));
  return textOf(addMonths(dayOf(day), by * (unit === 'years' ? 12 : 1)));
}

export function valueOn(parameter: string, day: string): number | null {
  const values = Object.entries(VALUES.find(({ id }) => id === parameter)?.values ?? {});
  return values.filter(([from]) => from <= day).at(-1)?.[1] ?? null;
}

const OPEN: Missing = {
  what: 'parameter:open',
  words: { 'zh-CN': '参数“未定”未设定', en: 'The parameter “Open” is not set' },
};
const NONE_BEFORE: Missing = {
  what: 'period',
  words: { 'zh-CN': '没有可比的上一期', en: 'There is no period before to look at' },
};

const next = (day: string, by = 1): string => textOf(dayOf(day) + by);

function windowOf(during: During | undefined, place: Place): readonly [string, string] | Missing {
  const { start, end, asOf } = place;
  if (during === undefined || during === 'period') return [start, end];
  if (during === 'previous-period') return place.before ?? NONE_BEFORE;
  if (during === 'previous-year') return place.yearBefore ?? NONE_BEFORE;
  const looked = asOf < end ? asOf : end;
  if (during === 'to-date') return ['0001-01-01', looked];
  if (during === 'previous-year-to-date') {
    if (place.yearBefore === null) return NONE_BEFORE;
    const [first, last] = place.yearBefore;
    // Weeks are counted from their first day, other periods by the day of the year.
    const inWeek = dayOf(end) - dayOf(start) === 6;
    const day = inWeek ? next(first, dayOf(looked) - dayOf(start)) : textOf(addMonths(dayOf(looked), -12));
    return [first, looked === end || day > last ? last : day];
  }
  if ('last' in during) {
    const from = moved(next(looked), during.last as Length, -1, end);
    return from === null ? OPEN : [from, looked];
  }
  const to = moved(next(end), ('after' in during ? during.after : during.with_after) as Length, 1, end);
  if (to === null) return OPEN;
  return ['after' in during ? next(end) : start, next(to, -1)];
}

const stands = (fact: Fact, asOf: string): boolean =>
  fact.recordedOn <= asOf &&
  (fact.endedOn === undefined || fact.endedOn > asOf) &&
  !(fact.confirmation?.outcome === 'rejected' && fact.confirmation.on <= asOf);

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function isOn({ from, to }: Days, on: On = 'any-day', [start, end]: readonly [string, string]) {
  const there = (first: string, last: string) => (from ?? '') <= last && (to ?? '9999') >= first;
  if (on === 'every-day') return (from ?? '') <= start && (to ?? '9999') >= end;
  if (on === 'first-day') return there(start, start);
  return on === 'last-day' ? there(end, end) : there(start, end);
}

const same = (name: string): Words => ({ 'zh-CN': name, en: name });

function entries(set: PlainSet, days: readonly [string, string], place: Place): Found {
  const { world, asOf } = place;
  const form = set.form ?? '';
  const inForm = world.facts.filter(
    (fact) => fact.form === form && fact.date >= days[0] && fact.date <= days[1] && stands(fact, asOf),
  );
  const { about } = set;
  const isNaming = typeof about === 'object' && 'field' in about;
  const naming = isNaming ? namedIn(about, form, place, inForm) : null;
  const owners = isNaming ? [] : whose(about, form, place);
  const facts = naming?.facts ?? inForm.filter((fact) => owners.some((owner) => owns(owner, fact)));
  return {
    members: facts.map((fact) => ({
      fact,
      record: recordOf(fact.subject, world),
      name: title(form),
      ...(naming?.of ? { named: naming.of(fact) } : {}),
    })),
    doubt: naming?.doubt ?? [],
  };
}

const owns = ({ kind, id, from = '', to = '9999' }: Owner, { subject, date }: Fact): boolean =>
  subject.kind === kind && subject.id === id && from <= date && date <= to;

const recordOf = ({ kind, id }: SubjectRef, world: World): Member['record'] => {
  const all = { organisation: world.organisations, person: world.persons, posting: world.postings }[kind];
  return (all as readonly Member['record'][]).find((one) => one.id === id) ?? {};
};

function subjects(set: PlainSet, days: readonly [string, string], { world, organisation }: Place): Member[] {
  const places = below(world, organisation);
  const isBelow = (id: string) => places.some((one) => one.id === id);
  const nameOf = (person: string) => world.persons.find(({ id }) => id === person)?.name ?? person;
  if (set.organisations !== undefined)
    return places
      .filter((one) => one.kind === set.organisations && isOn(one, set.on, days))
      .map((record) => ({ fact: null, record, name: same(record.name) }));
  if (set.postings !== undefined)
    return world.postings
      .filter((one) => one.kind === set.postings && isBelow(one.organisation) && isOn(one, set.on, days))
      .map((record) => ({ fact: null, record, name: same(nameOf(record.person)) }));
  if (set.holders !== undefined)
    return world.tenures
      .filter((one) => one.post === set.holders && isBelow(one.organisation) && isOn(one, set.on, days))
      .map((tenure) => ({
        fact: null,
        tenure,
        record: recordOf({ kind: 'person', id: tenure.person }, world),
        name: same(nameOf(tenure.person)),
      }));
  return belongings(world)
    .filter((one) => isBelow(one.organisation) && isOn(one, set.on, days))
    .map(({ person }) => ({ fact: null, record: person, name: same(person.name) }));
}

/** Earlier days on which the organisation did not exist yet have nothing of it, which is not zero. */
function notThere({ during, about }: PlainSet, [start, end]: readonly [string, string], place: Place): Missing | null {
  const earlier = ['previous-period', 'previous-year', 'previous-year-to-date'].some((one) => one === during);
  const ofOthers = about === 'above' || (typeof about === 'object' && 'field' in about);
  const record = place.world.organisations.find(({ id }) => id === place.organisation);
  if (!earlier || ofOthers || record === undefined || record.from <= end) return null;
  return {
    what: 'organisation',
    words: {
      'zh-CN': `“${record.name}”自 ${record.from} 才有，${start} 至 ${end} 还没有它的记录`,
      en: `“${record.name}” exists since ${record.from}; there is nothing of it from ${start} to ${end}`,
    },
  };
}

/** A set before its condition. */
export function gathered(set: PlainSet, place: Place): Found {
  const days = windowOf(set.during, place);
  if ('what' in days) return { members: [], doubt: [days] };
  const absent = set.form === undefined ? null : notThere(set, days, place);
  if (absent !== null) return { members: [], doubt: [absent] };
  return set.form === undefined ? { members: subjects(set, days, place), doubt: [] } : entries(set, days, place);
}

/** What would have to be recorded so that something could be read of a member. */
export function lacking({ fact, name, ...member }: Member, { reads }: Read): Missing[] {
  const empty = reads.filter(([path]) => isEmpty({ fact, name, ...member }, path));
  return (empty.length > 0 ? empty : reads.slice(0, 1)).map(([path, zh, en]) => ({
    what: path.startsWith('data.') ? `form:${fact?.form}.${path.slice(5)}` : path,
    words: {
      'zh-CN': `${fact ? `${fact.date} ` : ''}${name['zh-CN']}：未填写“${zh}”`,
      en: `${fact ? `${fact.date} ` : ''}${name.en}: “${en}” is not recorded`,
    },
  }));
}

function isEmpty({ fact, record, tenure }: Member, path: string): boolean {
  const [root = '', key = '', deeper] = path.split('.');
  const from: Readonly<Record<string, unknown>> =
    root === 'data' ? (fact?.data ?? {}) : { ...(root === 'tenure' ? tenure : record) };
  const camel = key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const held = deeper === undefined ? from[camel] : (from[camel] as Record<string, unknown> | undefined)?.[deeper];
  return root !== 'param' && (held === undefined || held === null || held === '');
}

export function chosen(set: PlainSet, where: Condition | null, place: Place): Found {
  const { members, doubt } = gathered(set, place);
  if (where === null) return { members, doubt };
  return {
    members: members.filter((one) => where.holds(one, place) === true),
    doubt: [
      ...doubt,
      ...members.filter((one) => where.holds(one, place) === null).flatMap((one) => lacking(one, where)),
    ],
  };
}
