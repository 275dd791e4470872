import type { Organisation, World } from '@luoshi/engine';

type Succeeded = NonNullable<Organisation['succeeds']>[number];

/** Who is to carry on which records; with a name, an organisation that is to be founded beside those it comes from. */
export interface Heir {
  readonly organisation: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
  readonly of: readonly { readonly organisation: string; readonly share?: number | undefined }[];
}

/** A merger, a division or a succession, as it would be recorded. */
export interface SuccessionChange {
  /** The first day on which it holds. */
  readonly on: string;
  /** Those that end the day before. */
  readonly ends: readonly string[];
  readonly heirs: readonly Heir[];
}

/** The world as it would be. What lies below one that ends goes to the first who carries its record on. */
export function withSuccession(world: World, change: SuccessionChange): World {
  const { on, ends, heirs } = change;
  const ended = new Set(ends);
  const heirOf = (id: string) => heirs.find(({ of }) => of.some(({ organisation }) => organisation === id));
  const changed = world.organisations.map((one): Organisation => {
    const before = [...(one.succeeds ?? []), ...succeededBy(heirs, one.id, on)];
    const parent = one.parent !== null && ended.has(one.parent) && !ended.has(one.id) ? heirOf(one.parent) : undefined;
    return {
      ...one,
      ...(ended.has(one.id) ? { to: dayBefore(on) } : {}),
      ...(parent ? { parent: parent.organisation } : {}),
      ...(before.length > 0 ? { succeeds: before } : {}),
    };
  });
  return { ...world, organisations: [...changed, ...heirs.flatMap((heir) => founded(world, heir, on))] };
}

const succeededBy = (heirs: readonly Heir[], id: string, from: string) =>
  heirs
    .filter(({ organisation, name }) => organisation === id && name === undefined)
    .flatMap(({ of }) => of.map((one) => carried(one, from)));

const carried = ({ organisation, share }: Heir['of'][number], from: string): Succeeded => ({
  ...{ organisation, from },
  ...(share === undefined ? {} : { share }),
});

function founded(world: World, { organisation, name, kind, of }: Heir, on: string): Organisation[] {
  const source = world.organisations.find(({ id }) => id === of[0]?.organisation);
  if (name === undefined || !source) return [];
  const succeeds = of.filter(({ share }) => share !== undefined).map((one) => carried(one, on));
  return [
    {
      ...{ id: organisation, name, kind: kind ?? source.kind, parent: source.parent, from: on },
      ...(succeeds.length > 0 ? { succeeds } : {}),
    },
  ];
}

const DAY = 86_400_000;
const dayBefore = (on: string): string => new Date(Date.parse(`${on}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
