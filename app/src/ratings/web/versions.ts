import type { OutputOf } from '../../platform/web/client.ts';

type Version = OutputOf<'packs.list'>['packs'][number];

/** A pack with the version in force and the others there were or will be. */
interface VersionsOfPack {
  readonly id: string;
  readonly title: Version['title'];
  readonly now: Version;
  readonly others: readonly Version[];
}

/** Packs in force on a day of which there is another version, each version once. */
export function versionsToChoose(versions: readonly Version[], day: string): VersionsOfPack[] {
  return [...Map.groupBy(versions, ({ id }) => id)].flatMap(([id, all]) => {
    const now = all.find(({ from, to }) => from <= day && (to === null || to >= day));
    const others = [...new Map(all.map((one) => [one.hash, one])).values()].filter(({ hash }) => hash !== now?.hash);
    return now && others.length > 0 ? [{ id, title: now.title, now, others }] : [];
  });
}
