import { type Static, type TSchema, Type } from 'typebox';

const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** The building blocks of action inputs and outputs; all objects are closed. */
export const Uuid = (description?: string) =>
  Type.String({ pattern: uuidPattern, format: 'uuid', ...(description ? { description } : {}) });

/** The id of something that exists already; stands in the route's path. */
export const PathId = (description: string) =>
  Type.String({ pattern: uuidPattern, format: 'uuid', pathId: true, description });

/**
 * The id of something this call makes: a UUIDv7 made by the caller, so that a repeated call is the same one.
 * The command line makes one when none is given.
 */
export const NewId = () =>
  Type.String({
    pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
    format: 'uuid',
    newId: true,
    description: 'UUIDv7 made by the caller; repeating the call with the same id and content changes nothing.',
  });

export const Day = (description?: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date', ...(description ? { description } : {}) });

export const WordsSchema = Type.Object({ 'zh-CN': Type.String(), en: Type.String() });

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

export const closed = { additionalProperties: false } as const;

export { type Static, Type };
