import { closed, Id, type Static, Type } from './common.ts';
import { says } from './says.ts';

/** Kinds of postings or organisations, or persons: exactly one. */
export const whom = {
  posting: Type.Optional(Type.Array(Id, { minItems: 1, ...says('这些类派驻', 'Postings of these kinds') })),
  organisation: Type.Optional(Type.Array(Id, { minItems: 1, ...says('这些类组织', 'Organisations of these kinds') })),
  person: Type.Optional(Type.Boolean(says('一个人', 'A person'))),
};

/** Whom a field may name. */
export const Of = Type.Object(whom, {
  ...closed,
  ...says(
    '从名册中选谁：派驻、组织或个人，恰好一种，如 `{ organisation: [village] }`',
    'Chosen from the register: postings, organisations or persons, exactly one kind, such as `{ organisation: [village] }`',
  ),
});

/** A number stated for each of those a field names. */
export const Share = Type.Object(
  {
    unit: Type.String(says('单位：`percent`', 'The unit: `percent`')),
    decimals: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 6, ...says('几位小数；不写为整数', 'How many decimals; none when absent') }),
    ),
    total: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, ...says('各数之和必须是多少：`100`', 'What they must add up to: `100`') }),
    ),
  },
  {
    ...closed,
    ...says(
      '为每一个对象各填一个数，如分成比例',
      'A number is filled in for each of them, such as its share of what was agreed',
    ),
  },
);

export type Whom = Static<typeof Of>;
export type Share = Static<typeof Share>;
