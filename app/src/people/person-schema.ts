import { closed, Day, Nullable, Type, Uuid, WordsSchema } from '../platform/actions/schema.ts';

/** Shapes that several actions on people share. */
export const KEEPING = ['county-officer', 'township-officer'] as const;
export const READING = [
  'county-officer',
  'township-officer',
  'village-clerk',
  'first-secretary',
  'sending-unit',
] as const;

export const PersonName = () => Type.String({ minLength: 1, maxLength: 100, description: '姓名 · Name.' });

/** A kind, post or level named by a pack. */
export const PackId = (description: string) =>
  Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 100, description });

export const AttributesSchema = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9]*(_[a-z0-9]+)*$' }),
  Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()]),
  { description: 'Attributes the packs use: rank, work_unit … Never ID numbers, phones, opinions or whereabouts.' },
);

export const CsvText = (columns: string) =>
  Type.String({
    minLength: 1,
    maxLength: 64 * 1024 * 1024,
    description: `CSV (UTF-8, header first). Columns: ${columns}.`,
  });

export const FileName = () =>
  Type.Optional(Type.String({ maxLength: 200, description: 'Name of the file, kept in the receipt.' }));

export const IMPORT_LIMIT = 64 * 1024 * 1024;

export const NamedSchema = Type.Object({ id: Uuid(), name: Type.String() });
export type Named = { readonly id: string; readonly name: string };

export const NoteSchema = Type.Object({ field: Type.String(), words: WordsSchema }, closed);

export const SpanFields = { from: Day('First day.'), to: Nullable(Day('Last day; null while it runs.')) };

export const Limit = () => Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 }));
export const After = () => Type.Optional(Uuid('Id of the last one seen; the list goes on behind it.'));
export const Search = () =>
  Type.Optional(Type.String({ maxLength: 50, description: 'Part of a name, pinyin or initials.' }));
