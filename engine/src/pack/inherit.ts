import type { Parameter } from '../schema/pack.ts';
import type { Pack } from './pack.ts';

/** A parameter as one pack writes it. */
export interface Written {
  readonly pack: Pack;
  readonly parameter: Parameter;
}

/** Every writing of a parameter, the uppermost pack first. */
export function writingsOf(id: string, packs: readonly Pack[]): Written[] {
  const depth = (pack: Pack): number => packs.filter((other) => dependsOn(pack, other, packs)).length;
  return packs
    .flatMap((pack) => pack.parameters.filter((one) => one.id === id).map((parameter) => ({ pack, parameter })))
    .sort((a, b) => depth(a.pack) - depth(b.pack));
}

/** Whether a pack builds on another, directly or through others. */
export function dependsOn(pack: Pack, other: Pack, packs: readonly Pack[], seen = new Set<string>()): boolean {
  return (pack.manifest.depends_on ?? []).some((id) => {
    if (id === other.manifest.id) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const next = packs.find(({ manifest }) => manifest.id === id);
    return next !== undefined && dependsOn(next, other, packs, seen);
  });
}

/** The writing that a lower one may set anew: the nearest above it that declares limits. */
export const overridden = (written: Written, all: readonly Written[], packs: readonly Pack[]): Written | undefined =>
  all.findLast(
    ({ pack, parameter }) =>
      pack !== written.pack && parameter.limits !== undefined && dependsOn(written.pack, pack, packs),
  );

/** A parameter with the values of the lower pack from its first day on, and those of the upper before. */
export function inherited(upper: Parameter, lower: Parameter): Parameter {
  const [first = '9999-12-31'] = Object.keys(lower.values).sort();
  const before = Object.entries(upper.values).filter(([day]) => day < first);
  return { ...lower, values: { ...Object.fromEntries(before), ...lower.values } };
}
