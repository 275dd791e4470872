import { closed, Type } from '../platform/actions/schema.ts';

/** Bytes of a call that carries a pack folder. */
export const PACK_BODY_LIMIT = 16 * 1024 * 1024;

/** The files of a pack folder as they travel: its YAML and CHANGES.md, paths relative to the folder. */
export const PackFiles = () =>
  Type.Array(
    Type.Object({ path: Type.String({ maxLength: 200 }), text: Type.String({ maxLength: 1_000_000 }) }, closed),
    { minItems: 1, maxItems: 2000, description: 'The files of the pack folder.' },
  );
