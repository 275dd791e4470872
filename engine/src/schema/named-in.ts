import { closed, FieldName, type Static, Type } from './common.ts';
import { says } from './says.ts';

/** Entries that name a duty’s subject in a field. */
export const NamedIn = Type.Object(
  {
    field: FieldName,
    names: Type.Optional(
      Type.Union(
        [
          Type.Literal('subject', says('对象本身', 'the subject')),
          Type.Literal('organisation', says('它所属的组织', 'the organisation it belongs to')),
        ],
        says('这个字段须写着谁；不写为对象本身', 'Whom the field must name; the subject when absent'),
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '不论关于谁，只要这个 `subject` 或 `subjects` 字段点了对象的名：一份通报点名几个村，对每个村都是',
      'Whoever the entry is about, when this field of type `subject` or `subjects` names the subject: one notice concerns each village it names',
    ),
  },
);

export type NamedIn = Static<typeof NamedIn>;
