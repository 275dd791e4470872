import { Nullable, Type, Uuid } from '../platform/actions/schema.ts';
import { NamedSchema, SpanFields } from './person-schema.ts';

export const PostingSchema = Type.Object({
  id: Uuid(),
  kind: Type.String({ description: 'Named by a pack: first-secretary, resident-team.' }),
  level: Type.String({ description: 'Named by a pack: who sends: county, city …' }),
  orderNumber: Nullable(Type.String()),
  person: NamedSchema,
  organisation: NamedSchema,
  sendingOrganisation: NamedSchema,
  ...SpanFields,
});
