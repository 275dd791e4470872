import { Share } from './amount.ts';
import { Choice } from './choice.ts';
import { closed, Day, FieldName, FormId, Id, ParameterId, Source, type Static, Type, Words } from './common.ts';
import { Duration } from './duration.ts';
import { zh } from './rating/shared.ts';
import { says, told } from './says.ts';

/** An accepted entry about a person or posting that lifts a rule over postings, until a day the form states. */
export const Exemption = Type.Object(
  {
    form: FormId,
    until: Type.Union(
      [
        Type.Object(
          { field: FieldName },
          {
            ...closed,
            ...says('记录写明的最后一天，该字段须必填', 'The date field that holds the last day; required'),
          },
        ),
        Type.Literal('withdrawn', says('到记录撤回为止', 'It holds until the entry is withdrawn')),
      ],
      says('到何时为止', 'Until when'),
    ),
  },
  {
    ...closed,
    ...says(
      '有一条被接受的这种记录，即予豁免',
      'Who holds an accepted entry of this form is exempted, until the day stated',
    ),
  },
);

const Among = Type.Object(
  {
    kinds: Type.Array(Id, says('哪些类组织', 'Kinds of organisations')),
    where: Type.Optional(
      Type.String(
        says(
          '条件：可用 `organisation`（派驻也可用 `village`，按派出单位数时用 `unit`）',
          'A condition over `organisation` (for postings also `village`, or `unit` when counted by sending organisation)',
        ),
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '在哪些组织之中；任职、成员不写为 `of`、`members` 所列各类',
      'Among which organisations; for holders and members those of the kinds of the rule when absent',
    ),
  },
);

/** How many: a whole number, a parameter, or worked out for the organisation. */
const Bound = (minimum: number, zh: string, en: string) =>
  Type.Union(
    [
      Type.Integer({ minimum }),
      Type.Object({ parameter: ParameterId }, { ...closed, whole: { minimum } }),
      Type.String(
        says(
          '按组织算出的数：`min(5, ceil(organisation.attributes.residents / 800))`',
          'Worked out for the organisation: `min(5, ceil(organisation.attributes.residents / 800))`',
        ),
      ),
    ],
    says(zh, en),
  );

/** `assignments/*.yaml`: rules on who may or must be sent where, or serve together, checked over all who do. */
export const Assignment = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    postings: Type.Optional(told(Id, '哪一类派驻', 'The kind of postings')),
    holders: Type.Optional(
      Type.Union(
        [Id, Type.Array(Id, { minItems: 1 })],
        says(
          '任这些职务的人；一人在一个组织兼几个职务，只算一个人',
          'Holders of these posts; who holds several in one organisation is one person',
        ),
      ),
    ),
    of: Type.Optional(
      Type.Array(Id, { minItems: 1, ...says('`holders` 在哪些类组织', 'The kinds of organisations of `holders`') }),
    ),
    members: Type.Optional(
      Type.Array(Id, { minItems: 1, ...says('这些类组织的成员', 'Members of organisations of these kinds') }),
    ),
    each: Type.Optional(
      Type.Array(
        Type.Object(
          {
            check: Type.String(
              says(
                '条件：派驻可用 `posting`、`person`、`village`、`unit`；任职、成员可用 `person`、`organisation`，任职还可用 `posts`（在该组织所任的职务）、`since`；都可用 `as_of`：`years_between(since, as_of) < 5`',
                'A condition over `posting`, `person`, `village`, `unit`; over `person`, `organisation` for holders and members, and for holders `posts` (those held there) and `since`; over `as_of` for all: `years_between(since, as_of) < 5`',
              ),
            ),
            message: told(Words, '不符合时怎么说', 'What is said when it does not hold'),
            excused_by: Type.Optional(Exemption),
          },
          closed,
        ),
        says(
          '每一个在任的派驻、任职的人或成员都须符合',
          'What must hold for every posting that runs, every holder or member',
        ),
      ),
    ),
    per: Type.Optional(
      Type.Array(
        Type.Object(
          {
            key: Type.Union(
              [
                Type.Literal('organisation', says('每个接收组织', 'each organisation that receives')),
                Type.Literal('person', says('每个人', 'each person')),
                Type.Literal('sending-organisation', says('每个派出单位', 'each sending organisation')),
              ],
              says('按什么数', 'By what they are counted'),
            ),
            that: Type.Optional(
              Type.String(
                says(
                  '只数符合条件的，条件同 `each`：`person.attributes.sex == "f"`；一肩挑写 `"director" in posts`',
                  'Only those for which this holds, over the same names as `each`: `person.attributes.sex == "f"`',
                ),
              ),
            ),
            mean: Type.Optional(
              Type.String(
                says(
                  '不数人数，而看每人这个数的平均：平均年龄 `person.attributes.age`',
                  'Instead of how many, the mean of this number of each: `person.attributes.age`',
                ),
              ),
            ),
            at_least: Type.Optional(Bound(0, '至少几个（或平均）', 'At least so many, or such a mean')),
            at_most: Type.Optional(Bound(1, '至多几个（或平均）', 'At most so many, or such a mean')),
            at_least_share: Type.Optional(
              told(Share, '符合 `that` 的至少占几成', 'The least share of those for whom `that` holds'),
            ),
            at_most_share: Type.Optional(
              told(Share, '符合 `that` 的至多占几成', 'The greatest share of those for whom `that` holds'),
            ),
            among: Type.Optional(Among),
            message: told(Words, '不符合时怎么说', 'What is said when it does not hold'),
          },
          closed,
        ),
        says(
          '每个组织或个人至多、至少几个派驻、任职的人或成员',
          'At most or at least so many postings, holders or members for each',
        ),
      ),
    ),
    vacant: Type.Optional(
      Type.Object(
        {
          at_most: told(Duration, '空缺至多多久', 'The longest that it may stand empty'),
          posts: Type.Optional(
            Type.Array(Id, { minItems: 1, ...says('只看这些职务；不写为全部', 'Only these posts; all when absent') }),
          ),
          among: Type.Optional(Among),
          message: told(Words, '空缺过久时怎么说', 'What is said when it has stood empty too long'),
        },
        {
          ...closed,
          ...says(
            '每个组织的每个职务（派驻）空缺不得超过多久：三个月内补齐',
            'How long each post, or posting, of each organisation may stand empty',
          ),
        },
      ),
    ),
    stay: Type.Optional(
      Type.Object(
        {
          at_most: told(Duration, '至多连续多久', 'The longest without a break'),
          counted: Choice(zh('什么算连续', 'What is one stay'), {
            post: zh('在同一组织任同一职务', 'the same post of the same organisation'),
            organisation: zh('在同一组织任所列的任何职务', 'any of the posts of the same organisation'),
          }),
          message: told(Words, '超过时怎么说', 'What is said when it is longer'),
        },
        {
          ...closed,
          ...says(
            '一人连续任职（派驻）不得超过多久：同一职务连续任职不超过十年',
            'How long a person may stay without a break: ten years in one post',
          ),
        },
      ),
    ),
    apart: Type.Optional(
      Type.Object(
        {
          form: FormId,
          field: told(
            FieldName,
            '点名他人的字段（`type: subjects`，`of: { person: true }`）',
            'The field that names the other: of type `subjects`, `of: { person: true }`',
          ),
          message: told(Words, '同在一个组织时怎么说', 'What is said when both are in one organisation'),
        },
        {
          ...closed,
          ...says(
            '须回避的人不得同在一个组织：一人的记录（如回避申报）点了另一人的名',
            'Who must keep apart may not serve in one organisation: an entry about one, such as a declaration, names the other',
          ),
        },
      ),
    ),
    all_posted: Type.Optional(
      Type.Object(
        {
          who: Type.String(says('条件：可用 `person`', 'A condition over `person`')),
          by: Type.Optional(told(Day, '最迟哪一天', 'The last day')),
          exempted_by: Type.Optional(Exemption),
          message: told(Words, '没有派驻时怎么说', 'What is said when somebody is not posted'),
        },
        {
          ...closed,
          ...says('符合条件的人都须派驻，或有豁免', 'Everyone who fulfils `who` must be posted, or hold an exemption'),
        },
      ),
    ),
  },
  {
    ...closed,
    ...says(
      '派驻、班子的规则：条件、覆盖、人数、结构、空缺、任期、回避',
      'A rule over postings, holders of posts or members: eligibility, coverage, numbers, structure, vacancies, terms, who must keep apart',
    ),
  },
);

export type Exemption = Static<typeof Exemption>;
export type Assignment = Static<typeof Assignment>;
