/** Rules over who serves where, judged day by day from lists. */
import type { Fact, Organisation, Person, World } from '../../src/facts.ts';
import { addMonths, dayOf, textOf } from './days.ts';
import { belongings } from './there.ts';

export interface Stay {
  readonly what: string;
  readonly person: string;
  readonly organisation: string;
  readonly from: string;
  readonly to?: string | undefined;
}

export interface Serving {
  /** `posting:x1` or `person:p1`. */
  readonly about: string;
  readonly person: string;
  readonly organisation: string;
  readonly sending?: string;
  readonly level?: string;
  readonly posts: readonly string[];
  readonly since: string;
}

export interface Looked {
  readonly world: World;
  readonly day: string;
  readonly stays: readonly Stay[];
  readonly serving: readonly Serving[];
}

type Truth = boolean | null;
export type Found = `${string} ${string}`;

export const isOn = ({ from = '', to = '9999' }: { from?: string | undefined; to?: string | undefined }, day: string) =>
  from <= day && day <= to;

export const personOf = (id: string, { persons }: World): Person | undefined => persons.find((one) => one.id === id);
const placeOf = (id: string, { organisations }: World): Organisation | undefined =>
  organisations.find((one) => one.id === id);
const nameOf = (id: string, world: World): string => personOf(id, world)?.name ?? placeOf(id, world)?.name ?? id;

/** Somebody with the place where that one serves. */
const whoAt = ({ person, organisation }: Pick<Serving, 'person' | 'organisation'>, world: World) => [
  `${nameOf(person, world)}（${nameOf(organisation, world)}）`,
  `${nameOf(person, world)} (${nameOf(organisation, world)})`,
];

const found = (about: string, [zh, en]: readonly string[], [saysZh, saysEn]: readonly string[]): Found =>
  `${about} ${zh}：${saysZh} | ${en}: ${saysEn}`;
const alike = (text: string): readonly string[] => [text, text];

/** The first day of those without a break up to a day; null when that day is none of them. */
export function since(stays: readonly Pick<Stay, 'from' | 'to'>[], day: string): string | null {
  if (!stays.some((one) => isOn(one, day))) return null;
  let first = dayOf(day);
  const earliest = Math.min(...stays.map(({ from }) => dayOf(from)));
  while (first > earliest && stays.some((one) => isOn(one, textOf(first - 1)))) first--;
  return textOf(first);
}

export const posted = (world: World, kind: string, day: string): Looked => {
  const all = world.postings.filter((one) => one.kind === kind);
  return {
    world,
    day,
    stays: all.map(({ person, organisation, from, to }) => ({ what: kind, person, organisation, from, to })),
    serving: all
      .filter((one) => isOn(one, day))
      .map(({ id, person, organisation, sendingOrganisation: sending, level, from }) => ({
        about: `posting:${id}`,
        person,
        organisation,
        sending,
        level,
        posts: [],
        since: from,
      })),
  };
};

export function inOffice(world: World, posts: readonly string[], day: string): Looked {
  const stays = world.tenures
    .filter(({ post }) => posts.includes(post))
    .map(({ post, person, organisation, from, to }) => ({ what: post, person, organisation, from, to }));
  const places = new Set(stays.map(({ person, organisation }) => `${person} ${organisation}`));
  const serving = [...places].flatMap((key): Serving[] => {
    const [person = '', organisation = ''] = key.split(' ');
    const own = stays.filter((one) => one.person === person && one.organisation === organisation);
    const first = since(own, day);
    const held = posts.filter((post) => own.some((one) => one.what === post && isOn(one, day)));
    return first === null ? [] : [{ about: `person:${person}`, person, organisation, posts: held, since: first }];
  });
  return { world, day, stays, serving };
}

export const belonging = (world: World, day: string): Looked => ({
  world,
  day,
  stays: [],
  serving: belongings(world)
    .filter((one) => isOn(one, day) && placeOf(one.organisation, world)?.kind === 'village')
    .map(({ person: { id }, organisation }) => ({
      about: `person:${id}`,
      person: id,
      organisation,
      posts: [],
      since: '',
    })),
});

/** Those for whom something does not hold, or of whom it is not known, but for whom an exemption holds. */
export const unfit = (
  { world, serving }: Looked,
  holds: (one: Serving) => Truth,
  unknown: readonly [string, string],
  exempt: (one: Serving) => boolean = () => false,
): Found[] =>
  serving
    .filter((one) => holds(one) !== true && !exempt(one))
    .map((one) =>
      found(
        one.about,
        whoAt(one, world),
        holds(one) === false
          ? alike('不符')
          : [`无法判定（未填写 ${unknown[0]}）：不符`, `It cannot be judged (${unknown[1]} is not recorded): 不符`],
      ),
    );

export const accepted = (facts: readonly Fact[], day: string): Fact[] =>
  facts.filter(
    ({ date, recordedOn, endedOn, confirmation }) =>
      date <= day &&
      recordedOn <= day &&
      (endedOn === undefined || endedOn > day) &&
      confirmation?.outcome === 'confirmed' &&
      confirmation.on <= day,
  );

interface Bounds {
  readonly least?: number;
  readonly most?: number;
  readonly that?: (one: Serving) => Truth;
  readonly unknown?: readonly [string, string];
}

/** Groups with too many or too few; where it hangs on who is not known, that is said. */
export function miscounted(
  { world, serving }: Looked,
  keyOf: (one: Serving) => string,
  groups: readonly string[] | null,
  { least = 0, most = 1e9, that = () => true, unknown = ['', ''] }: Bounds,
): Found[] {
  const ids = groups ?? [...new Set(serving.map(keyOf))];
  return ids.flatMap((id): Found[] => {
    const answers = serving.filter((one) => keyOf(one) === id).map(that);
    const count = answers.filter((one) => one === true).length;
    const could = count + answers.filter((one) => one === null).length;
    const words = [`不符（现有 ${count}）`, `不符 (${count === 1 ? 'there is' : 'there are'} ${count})`];
    const about = `${personOf(id, world) ? 'person' : 'organisation'}:${id}`;
    if (count > most || could < least) return [found(about, alike(nameOf(id, world)), words)];
    if (count >= least && could <= most) return [];
    const open = [
      `无法判定（未填写 ${unknown[0]}）：${words[0]}`,
      `It cannot be judged (${unknown[1]} is not recorded): ${words[1]}`,
    ];
    return [found(about, alike(nameOf(id, world)), open)];
  });
}

export type Length = { readonly days: number } | { readonly months: number } | { readonly years: number };
const later = (day: string, length: Length): string => {
  if ('days' in length) return textOf(dayOf(day) + length.days);
  return textOf(addMonths(dayOf(day), 'months' in length ? length.months : length.years * 12));
};
type Titles = Readonly<Record<string, readonly [string, string]>>;

export function vacant(
  { world, day, stays }: Looked,
  posts: readonly (readonly [string, readonly string[]])[],
  most: Length,
  titles: Titles,
): Found[] {
  return world.organisations
    .filter((one) => isOn(one, day))
    .flatMap((place) =>
      posts
        .filter(([, kinds]) => kinds.includes(place.kind))
        .flatMap(([post]): Found[] => {
          const held = stays.filter((one) => one.what === post && one.organisation === place.id);
          if (held.some((one) => isOn(one, day))) return [];
          const last = held
            .flatMap(({ to }) => (to !== undefined && to < day ? [to] : []))
            .sort()
            .at(-1);
          const first = last === undefined ? place.from : textOf(dayOf(last) + 1);
          if (later(first, most) > day) return [];
          const [zh, en] = titles[post] ?? ['', ''];
          const days = dayOf(day) - dayOf(first) + 1;
          const words =
            last === undefined
              ? [`不符（没有${zh}的任何记载）`, `不符 (nobody was ever recorded as ${en})`]
              : [
                  `不符（${zh}自 ${first} 起空缺 ${days} 天）`,
                  `不符 (${en} has stood empty since ${first}, for ${days} days)`,
                ];
          return [found(`organisation:${place.id}`, alike(place.name), words)];
        }),
    );
}

export function stayed(
  { world, day, stays, serving }: Looked,
  counted: 'post' | 'organisation',
  most: Length,
  [mostZh, mostEn]: readonly [string, string],
  titles: Titles,
): Found[] {
  const here = stays.filter((one) =>
    serving.some(({ person, organisation }) => person === one.person && organisation === one.organisation),
  );
  const keyOf = ({ person, organisation, what }: Stay) =>
    `${person} ${organisation}${counted === 'post' ? ` ${what}` : ''}`;
  return [...new Set(here.map(keyOf))].flatMap((key): Found[] => {
    const own = here.filter((one) => keyOf(one) === key);
    const first = since(own, day);
    const [one] = own;
    if (first === null || !one || later(first, most) > day) return [];
    const [zh, en] = counted === 'post' ? (titles[one.what] ?? ['', '']) : ['在任', 'there'];
    const words = [
      `不符（${zh}自 ${first} 起连续，已满 ${mostZh}）`,
      `不符 (${en} without a break since ${first}, ${mostEn} are over)`,
    ];
    return [found(`person:${one.person}`, whoAt(one, world), words)];
  });
}

/** Pairs of whom an accepted entry about one names the other, in one place. */
export function together({ world, serving }: Looked, facts: readonly Fact[]): Found[] {
  const names = (a: string, b: string) =>
    facts.some(({ subject, data }) => subject.id === a && (data['relatives'] as string[] | null)?.includes(b));
  const places = [...new Set(serving.map(({ organisation }) => organisation))];
  return places.flatMap((place) => {
    const people = [...new Set(serving.filter((one) => one.organisation === place).map(({ person }) => person))];
    return people.flatMap((a, i) =>
      people
        .slice(i + 1)
        .filter((b) => names(a, b) || names(b, a))
        .map((b) => {
          const [one, other] = [nameOf(a, world), nameOf(b, world)];
          return found(`organisation:${place}`, alike(nameOf(place, world)), [
            `不符（${one}、${other}）`,
            `不符 (${one}, ${other})`,
          ]);
        }),
    );
  });
}

/** Persons in question who neither serve nor are exempted, with the last day of an exemption that ran out. */
export const notPosted = (
  { world, serving }: Looked,
  who: (person: Person) => boolean,
  exemption: (person: string) => string | null | true,
): Found[] =>
  world.persons
    .filter((one) => who(one) && !serving.some(({ person }) => person === one.id))
    .flatMap(({ id, name }): Found[] => {
      const held = exemption(id);
      if (held === true) return [];
      const words =
        held === null ? alike('不符') : [`不符（豁免已于 ${held} 到期）`, `不符 (the exemption ended on ${held})`];
      return [found(`person:${id}`, alike(name), words)];
    });
