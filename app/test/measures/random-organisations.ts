import fc from 'fast-check';

/** An organisation of a random county; `places` says below whom it stood from which day on. */
export interface RandomOrganisation {
  readonly id: string;
  readonly kind: string;
  readonly founded: string;
  /** Last day. */
  readonly dissolved: string | null;
  readonly attributes: Readonly<Record<string, boolean>>;
  readonly places: readonly { readonly parent: string | null; readonly from: string }[];
}

export const LONG_AGO = '2020-01-01';

/** The id of the n-th row of a kind of rows; the same in every world, so that a failing world reads alike. */
export const idOf = (kind: number, number: number): string =>
  `00000000-0000-7${String(kind).padStart(3, '0')}-8000-${String(number).padStart(12, '0')}`;

const village = fc.record({
  kind: fc.constantFrom('village', 'village', 'community'),
  home: fc.nat(5),
  target: fc.constantFrom<boolean | null>(true, true, false, null),
  founded: fc.constantFrom(LONG_AGO, LONG_AGO, LONG_AGO, '2026-02-01', '2026-07-01'),
  dissolved: fc.constantFrom<string | null>(null, null, null, null, '2026-06-30', '2026-08-14'),
  moved: fc.option(fc.record({ to: fc.nat(5), from: fc.constantFrom('2026-04-01', '2026-08-20') }), { freq: 4 }),
});

const shape = fc.record({
  townships: fc.array(fc.constantFrom('township', 'township', 'subdistrict'), { minLength: 2, maxLength: 3 }),
  villages: fc.array(village, { minLength: 4, maxLength: 8 }),
  park: fc.boolean(),
  departments: fc.integer({ min: 1, max: 3 }),
  /** The first township became part of a new one on this day. */
  merged: fc.option(fc.constantFrom('2026-03-15', '2026-07-01'), { freq: 3 }),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
type RandomVillage = Shape['villages'][number];

/** A county with townships, villages, departments: founded, moved, merged and dissolved as it happens in a year. */
export const organisations: fc.Arbitrary<readonly RandomOrganisation[]> = shape.map((drawn) => {
  const county = one('county', 0, null);
  const townships = drawn.townships.map((kind, i) => one(kind, 1 + i, county.id));
  const merged = drawn.merged === null ? null : { on: drawn.merged, into: 9 };
  const successor = merged ? [one('township', merged.into, county.id, merged.on)] : [];
  const park = drawn.park && townships[1] ? [one('industrial-park', 8, townships[1].id)] : [];
  const departments = Array.from({ length: drawn.departments }, (_, i) => one('county-department', 20 + i, county.id));
  const homes = [...townships, ...park];
  const villages = drawn.villages.map((each, i) => villageOf(each, 40 + i, homes, merged));
  const first = townships[0]?.id;
  const ended = townships.map((each) =>
    merged && each.id === first ? { ...each, dissolved: dayBefore(merged.on) } : each,
  );
  return [county, ...ended, ...successor, ...park, ...departments, ...villages];
});

function one(kind: string, number: number, parent: string | null, founded = LONG_AGO): RandomOrganisation {
  const places = [{ parent, from: founded }];
  return { id: idOf(1, number), kind, founded, dissolved: null, attributes: {}, places };
}

/** A village in the homes it is given; where its township became part of the new one, below that. */
function villageOf(
  { kind, home, target, founded, dissolved, moved }: RandomVillage,
  number: number,
  homes: readonly RandomOrganisation[],
  merged: { readonly on: string; readonly into: number } | null,
): RandomOrganisation {
  const parentOn = (day: string): string => {
    const index = (moved && day >= moved.from ? moved.to : home) % homes.length;
    if (merged && index === 0 && day >= merged.on) return idOf(1, merged.into);
    return homes[index]?.id ?? '';
  };
  const to = dissolved !== null && dissolved >= founded ? dissolved : null;
  const turns = [moved?.from, merged?.on].filter((day) => day !== undefined && day > founded && day <= (to ?? day));
  const places = [founded, ...new Set(turns as string[])].sort().map((from) => ({ from, parent: parentOn(from) }));
  const attributes = target === null ? {} : { dispatch_target: target };
  return { id: idOf(1, number), kind, founded, dissolved: to, attributes, places };
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export const dayBefore = (day: string): string => dayAfter(day, -1);
