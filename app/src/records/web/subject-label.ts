import type { OutputOf } from '../../platform/web/client.ts';

/** A name, with where it belongs when the name does not say. */
export const labelOf = ({ name, organisation }: OutputOf<'records.subjects'>['subjects'][number]): string =>
  name.includes(organisation.name) ? name : `${name} · ${organisation.name}`;
