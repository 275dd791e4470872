import type { Form } from '@luoshi/engine';
import { Type } from 'typebox';

/** A form as the pack says it. Its shape is the pack language's; here it only travels. */
export const FormSchema = Type.Unsafe<Form>(
  Type.Object({}, { description: 'A form of the pack language; see packs.get for its JSON Schema.' }),
);
