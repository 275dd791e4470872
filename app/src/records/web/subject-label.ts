import type { OutputOf } from '../../platform/web/client.ts';

type Found = OutputOf<'records.subjects'>['subjects'][number];

/** A name, with where it belongs when the name does not say. */
export const labelOf = ({ name, organisation }: Pick<Found, 'name' | 'organisation'>): string =>
  name.includes(organisation.name) ? name : `${name} · ${organisation.name}`;

/** With what it stands under, for one that is shown alone: others may be called alike. */
export const fullLabelOf = (subject: Found): string =>
  subject.under ? `${labelOf(subject)}（${subject.under}）` : labelOf(subject);

/** Labels by id; of those that are called alike each says what it stands under. */
export function labelsOf(subjects: readonly Found[]): ReadonlyMap<string, string> {
  const alike = Map.groupBy(new Map(subjects.map((one) => [one.id, one])).values(), labelOf);
  return new Map(
    [...alike].flatMap(([label, some]) =>
      some.map((one) => [one.id, some.length > 1 ? fullLabelOf(one) : label] as const),
    ),
  );
}
