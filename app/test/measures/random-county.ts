import type { Form } from '@luoshi/engine';
import fc from 'fast-check';
import { entriesOf, type Life, type RandomEntry, untidiness } from './random-entries.ts';
import { dayAfter, idOf, organisations, type RandomOrganisation } from './random-organisations.ts';

export interface RandomPosting {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly organisation: string;
  readonly sender: string;
  readonly level: string;
  readonly from: string;
  readonly to: string | null;
  readonly endKnownOn: string | null;
}

export interface RandomCounty {
  readonly organisations: readonly RandomOrganisation[];
  readonly postings: readonly RandomPosting[];
  readonly entries: readonly RandomEntry[];
}

const FROM = [
  '2025-03-01',
  '2025-11-17',
  '2026-01-01',
  '2026-03-02',
  '2026-05-20',
  '2026-06-10',
  '2026-06-11',
  '2026-08-05',
];

const span = fc.record({
  kind: fc.constantFrom('first-secretary', 'first-secretary', 'first-secretary', 'resident-team', 'village-helper'),
  at: fc.nat(20),
  by: fc.nat(20),
  level: fc.constantFrom('province', 'city', 'county', 'township'),
  from: fc.oneof(
    fc.constantFrom(...FROM),
    fc.nat(300).map((days) => dayAfter('2025-12-01', days)),
  ),
  days: fc.option(fc.oneof(fc.nat(40), fc.nat(400)), { freq: 2 }),
  /** The end was written down so many days after (or before) it. */
  endKnown: fc.option(fc.integer({ min: -30, max: 30 }), { freq: 2 }),
  /** Sent to the same village again, so many days after the end. */
  again: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 3 }),
});

type Span = typeof span extends fc.Arbitrary<infer T> ? T : never;

const SENDERS = ['county', 'county-department', 'township', 'subdistrict'];

function postingsOf(drawn: Span, number: number, all: readonly RandomOrganisation[]): RandomPosting[] {
  const villages = all.filter(({ kind }) => kind === 'village' || kind === 'community');
  const senders = all.filter(({ kind }) => SENDERS.includes(kind));
  const [village, sender] = [villages[drawn.at % villages.length], senders[drawn.by % senders.length]];
  if (!village || !sender) return [];
  const { kind, level, days, endKnown, again } = drawn;
  const from = drawn.from < village.founded ? village.founded : drawn.from;
  const to = days === null ? null : dayAfter(from, days);
  const endKnownOn = to !== null && endKnown !== null ? dayAfter(to, endKnown) : null;
  const between = { kind, level, person: idOf(2, number), organisation: village.id, sender: sender.id };
  const first = { id: idOf(3, number), ...between, from, to, endKnownOn };
  if (to === null || again === null) return [first];
  return [first, { ...first, id: idOf(3, number + 100), from: dayAfter(to, again), to: null, endKnownOn: null }];
}

/** Entries wanted about each subject of a form, at least and at most. */
type Wanted = (form: Form) => { readonly min: number; readonly max: number; readonly dates?: fc.Arbitrary<string> };

function entriesAbout(
  lives: readonly Life[],
  kindOf: ReadonlyMap<string, string>,
  forms: readonly Form[],
  untidy: number,
  wanted: Wanted,
): fc.Arbitrary<readonly RandomEntry[]> {
  const each = lives.flatMap((life) =>
    forms
      .filter(({ subject }) =>
        [...(subject.organisation ?? []), ...(subject.posting ?? [])].includes(kindOf.get(life.id) ?? ''),
      )
      .map((form) => entriesOf(form, life, untidy, wanted(form))),
  );
  return fc.tuple(...each).map((all) => all.flat());
}

const organisationLife = ({ id, founded, dissolved }: RandomOrganisation): Life => ({
  kind: 'organisation',
  ...{ id, place: id, from: founded, to: dissolved },
});

const postingLife = ({ id, organisation, from, to }: RandomPosting): Life => ({
  kind: 'posting',
  ...{ id, place: organisation, from, to },
});

/** A duty of days needs many entries close together; others happen a few times a year. */
const MANY: Readonly<Record<string, number>> = { 'village-day': 45, 'study-activity': 9, leave: 3 };

function wantedOf(postings: readonly RandomPosting[], forms: 'state' | 'sparse'): Wanted {
  const from = postings[0]?.from ?? '2026-01-01';
  const close = fc.nat(100).map((days) => dayAfter(from, days));
  return ({ id }) =>
    id === 'village-day'
      ? { min: 0, max: MANY[id] ?? 0, dates: close }
      : { min: forms === 'state' ? 1 : 0, max: MANY[id] ?? 3 };
}

/** In a failure a county is named by its size: seed and path make it again, and the difference says where to look. */
const named = (county: RandomCounty): RandomCounty =>
  Object.defineProperty(county, fc.toStringMethod, {
    value: () => `a county of ${county.organisations.length} organisations and ${county.entries.length} entries`,
  });

/** A county of a few villages, with postings of all kinds and entries of the forms that are given. */
export function randomCounty(forms: readonly Form[]): fc.Arbitrary<RandomCounty> {
  return fc
    .record({
      organisations,
      spans: fc.array(span, { minLength: 3, maxLength: 7 }),
      untidy: untidiness,
      wanted: fc.constantFrom('state' as const, 'sparse' as const),
    })
    .chain(({ organisations: all, spans, untidy, wanted }) => {
      const postings = spans.flatMap((one, i) => postingsOf(one, i, all));
      const kindOf = new Map([...all, ...postings].map(({ id, kind }) => [id, kind]));
      const about = (lives: readonly Life[], wish: Wanted) => entriesAbout(lives, kindOf, forms, untidy, wish);
      return fc
        .tuple(
          about(all.map(organisationLife), wantedOf([], wanted)),
          ...postings.map((posting) => about([postingLife(posting)], wantedOf([posting], 'sparse'))),
        )
        .map((entries) => named({ organisations: all, postings, entries: entries.flat() }));
    });
}
