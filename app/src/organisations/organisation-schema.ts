import { closed, Day, NewId, Nullable, type Static, Type, Uuid } from '../platform/actions/schema.ts';

/** Building blocks of this domain's inputs and outputs. */
export const Kind = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', description: 'A kind named by a pack.' });
export const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
export const Code = Type.String({ minLength: 1, maxLength: 40, pattern: '^\\S+$' });
export const On = Day('The day from which it holds; today or earlier.');
/** Which part of an organisation's record is carried on. */
export const Share = Type.Number({
  exclusiveMinimum: 0,
  maximum: 1,
  description: 'Which part, 0 to 1; all when absent.',
});
export const EventId = Type.Optional(NewId());

export const Attributes = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9]*(_[a-z0-9]+)*$' }),
  Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean(), Type.Null()]),
);

const node = {
  id: Uuid(),
  parent: Nullable(Uuid()),
  kind: Type.String(),
  code: Nullable(Type.String()),
  name: Type.String(),
};
export const Node = Type.Object(node);
/** `level` is 0 at the top of what the caller may see. */
export const TreeNode = Type.Object({ ...node, level: Type.Integer() });

/** What an event did: the organisations that are changed by it. */
export const Changed = Type.Object({ changed: Type.Array(Uuid()) });

export { closed, Day, Nullable, type Static, Type, Uuid };
