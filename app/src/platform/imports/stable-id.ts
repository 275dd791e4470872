import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '5b3c1c5e-6d3f-5e0b-9a55-7f1f0a6d9c21';

/**
 * The id of an imported row that brings none: UUIDv5 of `jurisdiction/kind/key`. The same row of the same
 * jurisdiction always gets the same id, so that importing it again finds it.
 */
export const stableId = (jurisdiction: string, kind: string, key: string): string =>
  uuidv5(`${jurisdiction}/${kind}/${key}`, NAMESPACE);
