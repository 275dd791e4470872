import { closed, Day, Decimal, FieldId, FormId, Id, ParameterId, type Static, Type, Words } from './common.ts';
import { says, told } from './says.ts';

const scalar = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Null(),
  Type.Array(Type.String()),
  Type.Record(Type.String(), Type.Number()),
]);

const named = (zh: string, en: string) => Type.String(says(zh, en));
const attributes = Type.Optional(
  Type.Record(
    Type.String(),
    scalar,
    says('记载的属性：`{ terrain: hill }`', 'What is recorded of it: `{ terrain: hill }`'),
  ),
);
const succeeds = Type.Optional(
  Type.Array(
    Type.Union([
      named('由谁而来', 'From whom'),
      Type.Object(
        {
          organisation: named('由谁而来', 'From whom'),
          from: Type.Optional(
            told(Day, '自这一天；不写为原组织撤销之次日', 'Since; the day after its last when absent'),
          ),
          share: Type.Optional(
            told(
              Decimal,
              '拆分时承继几成，0 到 1；不写为全部',
              'Which part of it where it was divided, 0 to 1; all when absent',
            ),
          ),
        },
        closed,
      ),
    ]),
    { minItems: 1, ...says('由哪些组织合并、拆分而来', 'The organisations it came from, by merger or division') },
  ),
);
const subject = named('谁：组织、派驻或个人', 'Whose result: an organisation, posting or person');
/** YAML reads `2026` and `10` as numbers: they are taken as the text they are (`numbersAsText`). */
const number = (zh: string, en: string) =>
  Type.Unsafe<string>(Type.Union([Type.String(), Type.Number()], says(zh, en)));
const period = number('哪一期：`2026`、`2026-Q1`、`2026-03`', 'Which period: `2026`, `2026-Q1`, `2026-03`');
const light = Type.Unsafe<string>(
  Type.Union(
    [
      Type.Literal('met', says('按时完成', 'done in time')),
      Type.Literal('late', says('补办', 'caught up late')),
      Type.Literal('overdue', says('逾期', 'overdue')),
      Type.Literal('due-soon', says('临期', 'due soon')),
      Type.Literal('open', says('未到期', 'not yet due')),
      Type.Literal('excused', says('免除', 'excused')),
      Type.Literal('not-applicable', says('不适用', 'does not apply')),
      Type.Literal('not-known', says('未知', 'not known')),
      Type.Literal('none', says('没有这一期', 'there is no such period')),
    ],
    says('灯', 'The light'),
  ),
);
const because = Type.Optional(
  Type.Array(
    Type.String(),
    says('理由：每句都要出现在说明里，中英文均可', 'Reasons: each must occur in the zh-CN or English explanation'),
  ),
);

/**
 * `examples/*.yaml` of a pack and of the engine's constructs: facts → expected results and reasons.
 * Names stand for ids: `village: 王庄村`, `posting: 李明`.
 */
export const Example = Type.Object(
  {
    example: told(Words, '例子说明什么', 'What the example shows'),
    as_of: told(Day, '哪一天看', 'The day on which it is asked'),
    pack: Type.Optional(
      Type.Any(
        says(
          '只用于 engine/examples：被试的各部分，以包的目录名为键；不试的可省。`above` 是其上级包的各部分',
          'Only in `engine/examples`: the parts under test, as lists under the names of the pack’s folders. What an example does not test may be left out. `above` holds those of the pack it builds on',
        ),
      ),
    ),
    organisations: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: named('名称，供其他地方引用：`王庄`', 'Its name, by which the rest calls it'),
            kind: told(Id, '哪一类组织', 'Its kind'),
            name: Type.Optional(named('另有名称时', 'When its name is another')),
            parent: Type.Optional(named('上级', 'The one above it')),
            from: Type.Optional(told(Day, '自这一天存在', 'Its first day')),
            to: Type.Optional(told(Day, '到这一天', 'Its last day')),
            succeeds,
            attributes,
          },
          closed,
        ),
        says('组织', 'Organisations'),
      ),
    ),
    persons: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: named('姓名（虚构），供其他地方引用', 'A name, invented, by which the rest calls the person'),
            name: Type.Optional(named('另有姓名时', 'When the name is another')),
            member_of: Type.Optional(named('所在党组织', 'The organisation the person is a member of')),
            member_since: Type.Optional(told(Day, '入党之日', 'Member since')),
            attributes,
          },
          closed,
        ),
        says('个人', 'Persons'),
      ),
    ),
    memberships: Type.Optional(
      Type.Array(
        Type.Object(
          {
            person: named('谁', 'Who'),
            organisation: named('在哪个组织', 'In which organisation'),
            from: Type.Optional(told(Day, '自这一天；不知则不写', 'The first day; absent when not known')),
            to: Type.Optional(told(Day, '到这一天', 'The last day')),
          },
          closed,
        ),
        says(
          '转入转出的组织关系：写了的人，以此为准，不看 `member_of`',
          'Memberships of persons who moved or left: for these it holds instead of `member_of`',
        ),
      ),
    ),
    postings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: named('名称，供其他地方引用', 'Its name, by which the rest calls it'),
            kind: told(Id, '哪一类派驻', 'Its kind'),
            person: Type.Optional(named('谁', 'Who')),
            organisation: named('派到哪里', 'Where'),
            sending_organisation: Type.Optional(named('派出单位', 'Who sent')),
            level: Type.Optional(told(Id, '由哪一级派出', 'The level that sent')),
            from: told(Day, '自这一天', 'The first day'),
            to: Type.Optional(told(Day, '到这一天', 'The last day')),
            attributes,
          },
          closed,
        ),
        says('派驻', 'Postings'),
      ),
    ),
    tenures: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: named('名称，供其他地方引用', 'Its name, by which the rest calls it'),
            post: told(Id, '什么职务', 'Which post'),
            organisation: named('在哪里', 'Where'),
            person: named('谁', 'Who'),
            from: told(Day, '自这一天', 'The first day'),
            to: Type.Optional(told(Day, '到这一天', 'The last day')),
          },
          closed,
        ),
        says('任职', 'Tenures'),
      ),
    ),
    facts: Type.Optional(
      Type.Array(
        Type.Object(
          {
            id: Type.Optional(named('名称', 'A name')),
            form: FormId,
            subject: named('关于谁：上面的组织、派驻或个人', 'About whom: a posting, organisation or person above'),
            date: Type.Optional(told(Day, '发生之日', 'The day it happened')),
            recorded_on: Type.Optional(told(Day, '填报之日', 'The day it was recorded')),
            confirmed_on: Type.Optional(told(Day, '经第二人确认之日', 'The day a second person confirmed it')),
            rejected_on: Type.Optional(told(Day, '被驳回之日', 'The day it was rejected')),
            ended_on: Type.Optional(told(Day, '撤回之日', 'The day it was withdrawn')),
            data: Type.Optional(Type.Record(FieldId, scalar, says('各字段的值', 'The values of its fields'))),
            repeat: Type.Optional(
              Type.Union(
                [
                  Type.Object(
                    { on: Type.Array(Day, { minItems: 1, ...says('哪些天', 'The days') }) },
                    { ...closed, ...says('这些天各一条', 'One for each of these days') },
                  ),
                  Type.Object(
                    {
                      every: Type.Union(
                        [
                          Type.Literal('day', says('天', 'day')),
                          Type.Literal('week', says('周', 'week')),
                          Type.Literal('month', says('月', 'month')),
                          Type.Literal('quarter', says('季度', 'quarter')),
                        ],
                        says('隔多久', 'How often'),
                      ),
                      from: told(Day, '第一条在哪天', 'The day of the first'),
                      to: told(Day, '到哪天为止', 'The last day'),
                    },
                    {
                      ...closed,
                      ...says(
                        '每天、每周、每月或每季的同一日：`{ every: month, from: 2026-01-20, to: 2026-12-31 }`',
                        'The same day of each week, month or quarter, or every day: `{ every: month, from: 2026-01-20, to: 2026-12-31 }`',
                      ),
                    },
                  ),
                ],
                says(
                  '同样的记录记几条；没有 `date` 时须写',
                  'The same entry several times; needed when there is no `date`',
                ),
              ),
            ),
          },
          closed,
        ),
        says('事实：记录', 'Facts: the entries'),
      ),
    ),
    published: Type.Optional(
      Type.Array(
        Type.Object(
          {
            rating: told(Id, '评分办法的 id', 'Id of the rating'),
            period,
            subject,
            on: told(Day, '自哪天公布', 'Public from this day'),
            steps: Type.Record(
              FieldId,
              Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
              says('各步骤的值：`{ grade: weak }`', 'Value of steps: `{ grade: weak }`'),
            ),
          },
          closed,
        ),
        says('已公布的评定结果，供 `published` 读取', 'Published results, which `published` reads'),
      ),
    ),
    parameters: Type.Optional(
      Type.Record(
        ParameterId,
        Type.Union([Type.Number(), Type.String(), Type.Null()]),
        says('本例另定的参数', 'Parameter values this example assumes instead of the pack’s'),
      ),
    ),
    expect: Type.Array(
      Type.Union([
        Type.Object(
          {
            obligation: told(Id, '职责的 id', 'Id of the duty'),
            subject,
            period: Type.Optional(period),
            light,
            need: Type.Optional(number('应办多少', 'What is owed')),
            done: Type.Optional(number('已办多少', 'What is done')),
            due: Type.Optional(told(Day, '何时到期', 'When it is due')),
            changes_on: Type.Optional(
              Type.Union(
                [Day, Type.Null()],
                says('灯何时自己会变；不变为 null', 'When the light changes by itself; null when it does not'),
              ),
            ),
            because,
          },
          closed,
        ),
        Type.Object(
          {
            measure: told(Id, '指标的 id', 'Id of the measure'),
            organisation: named('哪个组织', 'Which organisation'),
            period,
            value: Type.Optional(
              Type.Unsafe<string | boolean>(
                Type.Union([Type.String(), Type.Number(), Type.Boolean()], says('值', 'The value')),
              ),
            ),
            state: Type.Optional(
              Type.Union(
                [
                  Type.Literal('not-known', says('未知', 'not known')),
                  Type.Literal('not-applicable', says('不适用', 'does not apply')),
                ],
                says('没有值时：未知或不适用', 'Without a value: not known, or does not apply'),
              ),
            ),
            because,
          },
          closed,
        ),
        Type.Object(
          {
            rating: told(Id, '评分办法的 id', 'Id of the rating'),
            subject,
            period,
            steps: Type.Optional(
              Type.Record(
                FieldId,
                Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
                says(
                  '各步骤的值：数、等次、是否，或 `not-known`、`not-applicable`',
                  'Value of steps: a number, a grade, yes or no; or `not-known`, `not-applicable`',
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
            because,
            change: Type.Optional(
              Type.Array(
                Type.String(),
                says('怎样才会不同：每句都要出现', 'What would change the result: each must occur'),
              ),
            ),
          },
          closed,
        ),
        Type.Object(
          {
            assignment: told(Id, '派驻规则的 id', 'Id of the rule over postings'),
            findings: Type.Array(
              Type.String(),
              says(
                '哪些派驻、个人、组织不符合；没有则空',
                'Postings, persons or organisations found wanting; empty when none',
              ),
            ),
            because,
          },
          closed,
        ),
      ]),
      { minItems: 1, ...says('应得的结果和理由', 'The expected results and reasons') },
    ),
  },
  { ...closed, ...says('一个例子：事实、应得的结果和理由', 'An example: facts, the expected results and reasons') },
);

export type Example = Static<typeof Example>;
