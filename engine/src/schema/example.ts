import { closed, Day, FieldId, Id, ParameterId, type Static, Type, Words } from './common.ts';
import { says } from './says.ts';

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null(), Type.Array(Type.String())]);

/**
 * `examples/*.yaml` of a pack and of the engine's constructs: facts → expected results and reasons.
 * Names stand for ids: `village: 王庄村`, `posting: 李明`.
 */
export const Example = Type.Object(
  {
    example: Words,
    as_of: Day,
    /**
     * Only in `engine/examples`: the parts under test, inline, as lists under the names of the pack's
     * folders (`forms`, `measures`, `values` …). What an example does not test may be left out.
     */
    pack: Type.Optional(Type.Any()),
    organisations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            kind: Id,
            name: Type.Optional(Type.String()),
            parent: Type.Optional(Type.String()),
            from: Type.Optional(Day),
            to: Type.Optional(Day),
            attributes: Type.Optional(Type.Record(Type.String(), scalar)),
          },
          closed,
        ),
      ),
    ),
    persons: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            name: Type.Optional(Type.String()),
            member_of: Type.Optional(Type.String()),
            member_since: Type.Optional(Day),
            attributes: Type.Optional(Type.Record(Type.String(), scalar)),
          },
          closed,
        ),
      ),
    ),
    postings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            kind: Id,
            person: Type.Optional(Type.String()),
            organisation: Type.String(),
            sending_organisation: Type.Optional(Type.String()),
            level: Type.Optional(Id),
            from: Day,
            to: Type.Optional(Day),
            attributes: Type.Optional(Type.Record(Type.String(), scalar)),
          },
          closed,
        ),
      ),
    ),
    tenures: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.String(),
            post: Id,
            organisation: Type.String(),
            person: Type.String(),
            from: Day,
            to: Type.Optional(Day),
          },
          closed,
        ),
      ),
    ),
    facts: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.Optional(Type.String()),
            form: Id,
            subject: Type.String({ description: 'Id of a posting, organisation or person above.' }),
            date: Type.Optional(Day),
            recorded_on: Type.Optional(Day),
            confirmed_on: Type.Optional(Day),
            rejected_on: Type.Optional(Day),
            ended_on: Type.Optional(Day),
            data: Type.Optional(Type.Record(FieldId, scalar)),
            repeat: Type.Optional(
              Type.Object(
                { on: Type.Array(Day, { minItems: 1 }) },
                { ...closed, description: 'Makes one entry for each of these days; needed when there is no `date`.' },
              ),
            ),
          },
          closed,
        ),
      ),
    ),
    parameters: Type.Optional(
      Type.Record(ParameterId, Type.Union([Type.Number(), Type.String(), Type.Null()]), {
        description: 'Parameter values this example assumes instead of the pack’s.',
      }),
    ),
    expect: Type.Array(
      Type.Union([
        Type.Object(
          {
            obligation: Id,
            subject: Type.String(),
            period: Type.Optional(Type.String()),
            light: Type.String(),
            need: Type.Optional(Type.String()),
            done: Type.Optional(Type.String()),
            due: Type.Optional(Day),
            changes_on: Type.Optional(Type.Union([Day, Type.Null()])),
            because: Type.Optional(
              Type.Array(Type.String(), { description: 'Each must occur in the zh-CN or English explanation.' }),
            ),
          },
          closed,
        ),
        Type.Object(
          {
            measure: Id,
            organisation: Type.String(),
            period: Type.String(),
            value: Type.Optional(Type.Union([Type.String(), Type.Boolean()])),
            state: Type.Optional(Type.Union([Type.Literal('not-known'), Type.Literal('not-applicable')])),
            because: Type.Optional(Type.Array(Type.String())),
          },
          closed,
        ),
        Type.Object(
          {
            rating: Id,
            subject: Type.String(),
            period: Type.String(),
            steps: Type.Optional(
              Type.Record(
                FieldId,
                Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
                says(
                  '各步骤的值：数、等次、是否，或 `not-known`、`not-applicable`',
                  'Value of steps: a number, a grade, yes or no; or `not-known`, `not-applicable`.',
                ),
              ),
            ),
            rated: Type.Optional(
              Type.Boolean(says('`false`：该对象不参评', '`false`: the subject is not rated at all')),
            ),
            consequences: Type.Optional(
              Type.Array(
                FieldId,
                says(
                  '随之而来的后果，一个不多、一个不少；没有则写 []',
                  'Exactly the consequences that follow; [] for none',
                ),
              ),
            ),
            findings: Type.Optional(
              Type.Array(
                Type.String(),
                says(
                  '结果须提示的问题，每项须出现在提示中；写 [] 表示没有提示',
                  'Each must occur in what the result finds wanting; [] when it finds nothing',
                ),
              ),
            ),
            because: Type.Optional(Type.Array(Type.String())),
            change: Type.Optional(
              Type.Array(Type.String(), { description: 'Each must occur in what would change the result.' }),
            ),
          },
          closed,
        ),
        Type.Object(
          {
            assignment: Id,
            findings: Type.Array(Type.String(), {
              description: 'Ids of postings, persons or organisations found wanting; empty when none.',
            }),
            because: Type.Optional(Type.Array(Type.String())),
          },
          closed,
        ),
      ]),
      { minItems: 1 },
    ),
  },
  closed,
);

export type Example = Static<typeof Example>;
