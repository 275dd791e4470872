/** Whose entries concern a subject, by the words of `about`. */
import type { Fact, SubjectKind, World } from '../../src/facts.ts';
import type { About, Naming as AboutNaming } from '../../src/schema/set.ts';
import type { Missing } from '../../src/value.ts';
import { belongings, below, type Place, title } from './there.ts';

export interface Owner {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Whose = Exclude<About, { field: string }>;

const persons = (of: readonly { readonly person: string; readonly from?: string; readonly to?: string }[]): Owner[] =>
  of.map(({ person, from, to }) => ({ kind: 'person', id: person, from, to }));
const holders = ({ tenures }: World, organisation: string, post?: string): Owner[] =>
  persons(tenures.filter((one) => one.organisation === organisation && (post === undefined || one.post === post)));
const members = (world: World, organisation: string): Owner[] =>
  belongings(world)
    .filter((one) => one.organisation === organisation)
    .map(({ person, from, to }) => ({ kind: 'person', id: person.id, from, to }));
const posted = (all: World['postings']): Owner[] => [
  ...all.map(({ id }): Owner => ({ kind: 'posting', id })),
  ...persons(all),
];
const people = (world: World, organisation: string): Owner[] => [
  ...members(world, organisation),
  ...holders(world, organisation),
  ...posted(world.postings.filter((one) => one.organisation === organisation)),
];

export function whose(about: Whose | undefined, form: string, { world, subject, organisation }: Place): Owner[] {
  if (about === undefined) return byForm(form, { world, subject, organisation });
  if (typeof about === 'object' && 'where_it_holds' in about) {
    return held(about.where_it_holds, subject, world);
  }
  if (typeof about === 'object') return holders(world, organisation, about.holders);
  const own: Owner = { kind: 'organisation', id: organisation };
  switch (about) {
    case 'self':
      return selves(world, subject);
    case 'organisation':
      return [own];
    case 'members':
      return members(world, organisation);
    case 'postings':
      return posted(world.postings.filter((one) => one.organisation === organisation));
    case 'sent':
      return posted(world.postings.filter((one) => one.sendingOrganisation === organisation));
    case 'people':
      return people(world, organisation);
    case 'above':
      return world.organisations
        .filter(({ id }) => below(world, id).some((one) => one.id === organisation))
        .map(({ id }) => ({ kind: 'organisation', id }));
    case 'below':
      return below(world, organisation).flatMap(({ id }) => [{ kind: 'organisation', id }, ...people(world, id)]);
  }
}

/** Where the person, or whoever is posted, held these posts, while they did. */
const held = (posts: readonly string[], subject: Place['subject'], world: World): Owner[] => {
  const persons = selves(world, subject).filter(({ kind }) => kind === 'person');
  return world.tenures
    .filter((one) => posts.includes(one.post) && persons.some(({ id }) => id === one.person))
    .map(({ organisation, from, to }) => ({ kind: 'organisation', id: organisation, from, to }));
};

/** The subject, and the person or postings that are the same one. */
const selves = ({ postings }: World, { kind, id }: Place['subject']): Owner[] => [
  { kind, id },
  ...postings.flatMap((one): Owner[] => {
    if (kind === 'posting' && one.id === id) return [{ kind: 'person', id: one.person }];
    return kind === 'person' && one.person === id ? [{ kind: 'posting', id: one.id }] : [];
  }),
];

/** Entries about villages are read of the village, those of posted people of them, those of members of them. */
function byForm(
  form: string,
  { world, subject, organisation }: Pick<Place, 'world' | 'subject' | 'organisation'>,
): Owner[] {
  if (form === 'check') return [{ kind: 'organisation', id: organisation }];
  const kind = form === 'visit' ? 'posting' : 'person';
  if (subject.kind !== 'organisation') return selves(world, subject).filter((one) => one.kind === kind);
  if (kind === 'posting')
    return world.postings.filter((one) => one.organisation === organisation).map(({ id }) => ({ kind, id }));
  return belongings(world)
    .filter((one) => one.organisation === organisation)
    .map(({ person, from, to, dated }) => ({ kind, id: person.id, ...(dated ? { from, to } : {}) }));
}

/** How an entry names a subject among others. */
export interface Naming {
  readonly count: number;
  readonly own: number;
  readonly place: number;
  readonly number: number;
  readonly total: number;
}

interface NamedIn {
  readonly facts: readonly Fact[];
  readonly doubt: readonly Missing[];
  readonly of: ((fact: Fact) => Naming) | null;
}

const idsIn = (value: Fact['data'][string] | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? value : Object.keys(value);
};

/** Entries in which a field names whoever `names` says, by id, or by a name that nobody else bears. */
export function namedIn(about: AboutNaming, form: string, place: Place, facts: readonly Fact[]): NamedIn {
  const { world } = place;
  const { field, names = 'subject' } = about;
  const whom = names === 'subject' ? [place.subject as Owner] : whose(names, form, place);
  const isThere = ({ from = '', to = '9999' }: Owner, { date }: Fact): boolean => from <= date && date <= to;
  const isNamed = (owner: Owner, fact: Fact): boolean =>
    isThere(owner, fact) && idsIn(fact.data[field]).some((id) => idsOf(owner, world).includes(id));
  const byId = facts.filter((fact) => whom.some((owner) => isNamed(owner, fact)));
  if (field !== 'named') return { facts: byId, doubt: [], of: field === 'whom' ? null : reader(field, whom, world) };
  const found = new Set(byId);
  const doubt: Missing[] = [];
  for (const owner of whom) {
    const name = nameOf(owner, world);
    const all: readonly { readonly name: string }[] =
      owner.kind === 'organisation' ? world.organisations : world.persons;
    const isUnique = all.filter((one) => one.name === name).length <= 1;
    for (const fact of facts) {
      if (fact.data[field] !== name || !isThere(owner, fact) || found.has(fact)) continue;
      if (isUnique) found.add(fact);
      else doubt.push(several(name, form, fact.date));
    }
  }
  return { facts: [...found], doubt, of: null };
}

const several = (name: string, form: string, date: string): Missing => ({
  what: `form:${form}`,
  words: {
    'zh-CN': `${date} ${title(form)['zh-CN']}：“${name}”有多个，不知指谁`,
    en: `${date} ${title(form).en}: several bear the name “${name}”`,
  },
});

/** A posting is its person, and a person their postings. */
const idsOf = ({ kind, id }: Owner, world: World): string[] => selves(world, { kind, id }).map((one) => one.id);

function nameOf({ kind, id }: Owner, world: World): string {
  const person = kind === 'posting' ? world.postings.find((one) => one.id === id)?.person : id;
  const all: readonly { readonly id: string; readonly name: string }[] =
    kind === 'organisation' ? world.organisations : world.persons;
  return all.find((one) => one.id === (kind === 'organisation' ? id : person))?.name ?? id;
}

const reader =
  (field: string, whom: readonly Owner[], world: World) =>
  ({ data, date }: Fact): Naming => {
    const ids = idsIn(data[field]);
    const own = ids.filter((id) =>
      whom.some(
        (owner) => idsOf(owner, world).includes(id) && (owner.from ?? '') <= date && date <= (owner.to ?? '9999'),
      ),
    );
    const numbers = data[field] as Readonly<Record<string, number>>;
    const sum = (of: readonly string[]): number =>
      of.reduce((so, id) => so + Math.round((numbers[id] ?? 0) * 10), 0) / 10;
    return {
      count: ids.length,
      own: own.length,
      place: ids.findIndex((id) => own.includes(id)) + 1,
      number: field === 'parts' ? sum(own) : 0,
      total: field === 'parts' ? sum(ids) : 0,
    };
  };
