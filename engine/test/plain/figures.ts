/** What figures over sets come to, worked out from lists; and how they roll up from place to place. */
import { Decimal, divide } from '../../src/decimal.ts';
import type { Organisation } from '../../src/facts.ts';
import type { Missing } from '../../src/value.ts';
import {
  type Condition,
  chosen,
  gathered,
  lacking,
  type Member,
  type PlainSet,
  type Reading,
  valueOn,
} from './sets.ts';
import { below, type Place } from './there.ts';

export type PlainValue =
  | { readonly state: 'known'; readonly value: string | boolean }
  | { readonly state: 'not-known'; readonly missing: readonly Missing[] }
  | { readonly state: 'not-applicable'; readonly why: string };

export type Kind =
  | 'count'
  | 'sum'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'distinct'
  | 'latest'
  | 'share'
  | 'any'
  | 'all';

export interface PlainFigure {
  readonly kind: Kind;
  readonly set: PlainSet;
  readonly where: Condition | null;
  readonly of: Reading | null;
  readonly that: Condition | null;
  readonly carries?: boolean;
  readonly except?: { readonly set: PlainSet; readonly where: Condition | null; readonly of: Reading };
}

type Scalar = string | number | boolean;

interface Taken {
  readonly member: Member;
  readonly worth: Scalar | readonly Scalar[];
}

const known = (value: Decimal | boolean | string): PlainValue => ({
  state: 'known',
  value: typeof value === 'object' ? value.toFixed() : value,
});
const inapplicable = (why: string): PlainValue => ({ state: 'not-applicable', why });
const notKnown = (missing: readonly Missing[]): PlainValue => ({ state: 'not-known', missing });

const none = ({ set }: PlainFigure, until: boolean): PlainValue => {
  const title = TITLES[set.form ?? set.postings ?? set.organisations ?? set.holders ?? 'members'] ?? ['', ''];
  return notKnown([
    {
      what: set.form === undefined ? 'members' : `form:${set.form}`,
      words: {
        'zh-CN': `${until ? '截至期末' : '期间内'}没有“${title[0]}”`,
        en: `There is no “${title[1]}” ${until ? 'up to the end of' : 'in'} the period`,
      },
    },
  ]);
};

const TITLES: Readonly<Record<string, readonly [string, string]>> = {
  check: ['检查', 'check'],
  note: ['笔记', 'note'],
  visit: ['走访', 'visit'],
  village: ['村', 'village'],
  sent: ['派驻sent', 'posted as sent'],
  team: ['派驻team', 'posted as team'],
  clerk: ['文书', 'clerk'],
  members: ['党员', 'members'],
};

/** What is read of each member, and what is missing where it cannot be read. */
function read({ of, that }: PlainFigure, members: readonly Member[], place: Place) {
  const taken: Taken[] = [];
  const doubt: Missing[] = [];
  for (const member of members) {
    const worth = that ? that.holds(member, place) : of ? of.read(member, place) : 1;
    if (worth !== null) taken.push({ member, worth });
    else doubt.push(...lacking(member, (that ?? of) as Condition | Reading));
  }
  return { taken, doubt };
}

export interface Worked {
  readonly value: PlainValue;
  /** The entries that count. */
  readonly entries: readonly string[];
}

export function worked(figure: PlainFigure, place: Place): Worked {
  const found = figure.kind === 'latest' ? latestOnly(figure, place) : chosen(figure.set, figure.where, place);
  const { taken, doubt } = read(figure, found.members, place);
  const other = figure.except && others(figure.except, place);
  const left = other
    ? taken
        .map(({ member, worth }) => ({ member, worth: listed(worth).filter((one) => !other.gone.has(one)) }))
        .filter(({ worth }) => worth.length > 0)
    : taken;
  const own = [...found.doubt, ...doubt];
  // From nothing at all nothing can be taken, whatever is open elsewhere.
  const isNone = own.length === 0 && taken.every(({ worth }) => listed(worth).length === 0);
  const missing = [...own, ...(isNone ? [] : (other?.doubt ?? []))];
  return {
    value: missing.length === 0 ? reduced(figure, left) : (decided(figure, left) ?? notKnown(missing)),
    entries: left.flatMap(({ member: { fact } }) => fact?.id ?? []),
  };
}

const listed = (worth: Taken['worth']): readonly Scalar[] => (typeof worth === 'object' ? worth : [worth]);

function others({ set, where, of }: NonNullable<PlainFigure['except']>, place: Place) {
  const found = chosen(set, where, place);
  const { taken, doubt } = read({ kind: 'distinct', set, where, of, that: null }, found.members, place);
  return { gone: new Set(taken.flatMap(({ worth }) => listed(worth))), doubt: [...found.doubt, ...doubt] };
}

/** The newest entry that belongs; one of which that is not known stands in the way of older ones. */
function latestOnly({ set, where, carries }: PlainFigure, place: Place) {
  const { members, doubt } = gathered(set, carries ? { ...place, start: '0001-01-01' } : place);
  const order = ({ fact }: Member): string => `${fact?.date} ${fact?.recordedAt} ${fact?.id}`;
  for (const member of members.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))) {
    const belongs = where === null ? true : where.holds(member, place);
    if (belongs === true) return { members: [member], doubt };
    if (belongs === null && where) return { members: [], doubt: [...doubt, ...lacking(member, where)] };
  }
  return { members: [], doubt };
}

/** One yes is enough for `any`, one no for `all`, whatever else is open. */
function decided({ kind }: PlainFigure, taken: readonly Taken[]): PlainValue | null {
  if (kind === 'any' && taken.some(({ worth }) => worth === true)) return known(true);
  return kind === 'all' && taken.some(({ worth }) => worth === false) ? known(false) : null;
}

function reduced(figure: PlainFigure, taken: readonly Taken[]): PlainValue {
  const numbers = taken.map(({ worth }) => new Decimal(typeof worth === 'number' ? worth : 0));
  const sum = numbers.reduce((a, b) => a.plus(b), new Decimal(0));
  const fulfilling = taken.filter(({ worth }) => worth === true).length;
  const sorted = numbers.toSorted((a, b) => a.comparedTo(b));
  const size = taken.length;
  switch (figure.kind) {
    case 'count':
      return known(new Decimal(size));
    case 'sum':
      return known(sum);
    case 'distinct':
      return known(new Decimal(new Set(taken.flatMap(({ worth }) => listed(worth))).size));
    case 'any':
      return known(fulfilling > 0);
    case 'all':
      return size === 0 ? inapplicable('期间内没有可判断的对象') : known(fulfilling === size);
    case 'share':
      return size === 0
        ? inapplicable('基数为零：期间内没有可计的对象')
        : known(divide(new Decimal(fulfilling), new Decimal(size)));
    case 'latest':
      return size === 0 ? none(figure, figure.carries === true) : shown(taken[0]?.worth ?? '');
    case 'mean':
      return size === 0 ? none(figure, false) : known(divide(sum, new Decimal(size)));
    case 'median':
      return size === 0 ? none(figure, false) : known(middle(sorted));
    case 'min':
      return sorted[0] ? known(sorted[0]) : none(figure, false);
    case 'max':
      return sorted[0] ? known(sorted.at(-1) ?? sorted[0]) : none(figure, false);
  }
}

const shown = (worth: Taken['worth']): PlainValue =>
  typeof worth === 'number'
    ? known(new Decimal(worth))
    : known(typeof worth === 'object' ? worth.join(', ') : String(worth));

function middle(sorted: readonly Decimal[]): Decimal {
  const half = Math.floor(sorted.length / 2);
  const high = sorted[half] ?? new Decimal(0);
  return sorted.length % 2 === 1 ? high : high.plus(sorted[half - 1] ?? high).div(2);
}

export interface PlainMeasure {
  readonly at: readonly string[];
  readonly figure: PlainFigure;
  readonly rollup:
    | 'none'
    | 'sum'
    | { readonly share_meeting: { readonly is: 'at-least' | 'at-most' | 'equal'; readonly than: Than } };
  readonly toDate: boolean;
}
type Than = number | { readonly parameter: string };

const NO_UNITS = inapplicable('下级没有计算该指标的组织');

/** The value of a measure at a place, of its own figures and those below it. */
export function measured(measure: PlainMeasure, place: Place): PlainValue {
  const { world, organisation } = place;
  const record = world.organisations.find(({ id }) => id === organisation);
  if (!record || !isThere(record, measure, place)) return inapplicable('该组织在此期间不存在');
  const own = ownOf(measure, place);
  const units = below(world, organisation).filter(({ id, kind }) => id !== organisation && measure.at.includes(kind));
  if (own && (measure.rollup !== 'sum' || units.length === 0)) return own;
  if (measure.rollup === 'none') return inapplicable('该指标不向上汇总');
  if (units.length === 0) return NO_UNITS;
  return measure.rollup === 'sum' ? summed(measure, own, place) : meeting(measure, measure.rollup.share_meeting, place);
}

/** A figure to date is asked of who is there on the day. */
const isThere = ({ from, to }: Organisation, { toDate }: PlainMeasure, { start, end }: Place): boolean =>
  from <= end && (to === undefined || to >= (toDate ? end : start));

export function ownOf(measure: PlainMeasure, place: Place): PlainValue | null {
  const { world, organisation } = place;
  const record = world.organisations.find(({ id }) => id === organisation);
  if (!record || !measure.at.includes(record.kind) || !isThere(record, measure, place)) return null;
  return worked(measure.figure, place).value;
}

const placeOf = (id: string, place: Place): Place => ({
  ...place,
  organisation: id,
  subject: { kind: 'organisation', id },
});

function summed(measure: PlainMeasure, own: PlainValue | null, place: Place): PlainValue {
  const terms = [...(own ? [own] : []), ...partsBelow(measure, place)].filter(
    ({ state }) => state !== 'not-applicable',
  );
  if (terms.length === 0) return NO_UNITS;
  if (terms.some(({ state }) => state === 'not-known'))
    return notKnown(terms.flatMap((one) => (one.state === 'not-known' ? one.missing : [])));
  return known(terms.reduce((sum, one) => sum.plus(numberOf(one)), new Decimal(0)));
}

/** Those directly below; those below one that was not there belong to the whole all the same. */
const partsBelow = (measure: PlainMeasure, place: Place): PlainValue[] =>
  place.world.organisations
    .filter(({ parent }) => parent === place.organisation)
    .flatMap((child) =>
      isThere(child, measure, place)
        ? [measured(measure, placeOf(child.id, place))]
        : partsBelow(measure, placeOf(child.id, place)),
    );

const numberOf = (value: PlainValue): Decimal => {
  if (value.state !== 'known') return new Decimal(Number.NaN);
  return typeof value.value === 'boolean' ? new Decimal(value.value ? 1 : 0) : new Decimal(value.value);
};

type Meeting = Extract<PlainMeasure['rollup'], object>['share_meeting'];

function meeting(measure: PlainMeasure, { is, than }: Meeting, place: Place): PlainValue {
  const units = below(place.world, place.organisation).flatMap(({ id }) => ownOf(measure, placeOf(id, place)) ?? []);
  const judged = units.filter(({ state }) => state !== 'not-applicable');
  const settled = judged.filter(({ state }) => state === 'known');
  if (judged.length === 0) return NO_UNITS;
  const limit = new Decimal(typeof than === 'number' ? than : (valueOn(than.parameter, place.end) ?? Number.NaN));
  if (settled.length === 0) return notKnown(judged.flatMap((one) => (one.state === 'not-known' ? one.missing : [])));
  const meets = (value: PlainValue): boolean => {
    const order = numberOf(value).comparedTo(limit);
    return is === 'equal' ? order === 0 : is === 'at-least' ? order >= 0 : order <= 0;
  };
  return known(divide(new Decimal(settled.filter(meets).length), new Decimal(settled.length)));
}
