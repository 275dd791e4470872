import { closed, Day, FieldName, FormId, Id, Source, type Static, Type, Words } from './common.ts';
import { Count } from './count.ts';
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

/** `assignments/*.yaml`: rules on who may or must be sent where, checked over the whole set of postings. */
export const Assignment = Type.Object(
  {
    id: Id,
    title: Words,
    source: Source,
    postings: told(Id, '哪一类派驻', 'The kind of postings'),
    each: Type.Optional(
      Type.Array(
        Type.Object(
          {
            check: Type.String(
              says(
                '条件：可用 `posting`、`person`、`village`、`unit`',
                'A condition over `posting`, `person`, `village`, `unit`',
              ),
            ),
            message: told(Words, '不符合时怎么说', 'What is said when it does not hold'),
            excused_by: Type.Optional(Exemption),
          },
          closed,
        ),
        says('每一个在任派驻都须符合', 'What must hold for every posting that runs'),
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
            at_least: Type.Optional(Count({ minimum: 0 }, says('至少几个', 'At least so many'))),
            at_most: Type.Optional(Count({ minimum: 1 }, says('至多几个', 'At most so many'))),
            among: Type.Optional(
              Type.Object(
                {
                  kinds: Type.Array(Id, says('哪些类组织', 'Kinds of organisations')),
                  where: Type.Optional(
                    Type.String(
                      says(
                        '条件：可用 `village`（按派出单位数时用 `unit`）',
                        'A condition over `village` (or `unit`, when counted by sending organisation)',
                      ),
                    ),
                  ),
                },
                { ...closed, ...says('在哪些组织之中', 'Among which organisations') },
              ),
            ),
            message: told(Words, '不符合时怎么说', 'What is said when it does not hold'),
          },
          closed,
        ),
        says('每个组织或个人至多、至少几个派驻', 'At most or at least so many postings for each'),
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
    ...says('派驻的规则：条件、覆盖、一人一村', 'A rule over postings: eligibility, coverage, one village a person'),
  },
);

export type Exemption = Static<typeof Exemption>;
export type Assignment = Static<typeof Assignment>;
