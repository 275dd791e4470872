import { Choice, ChoiceOr } from '../choice.ts';
import { closed, FieldId, Id, type Static, Type } from '../common.ts';
import { says, told } from '../says.ts';
import { That } from './below.ts';
import { Missing, zh } from './shared.ts';

const Kinds = Type.Array(Id, { minItems: 1 });

/** Construct `others`: the results of those it is tied to by office, posting or membership become its own. */
export const Others = Type.Object(
  {
    rating: Id,
    step: Type.Optional(FieldId),
    whose: Type.Union(
      [
        Type.Object(
          { where_it_holds: told(Kinds, '哪些职务', 'Which posts') },
          {
            ...closed,
            ...says(
              '该人在期内任这些职务的组织：所包的村',
              'The organisations where it holds these posts in the period.',
            ),
          },
        ),
        Type.Object(
          { where_it_works: told(Kinds, '哪些派驻', 'Which kinds of postings') },
          {
            ...closed,
            ...says(
              '该人以这些选派身份工作的组织：所驻的村',
              'The organisations where it works by postings of these kinds.',
            ),
          },
        ),
        Type.Object(
          { holders: told(Kinds, '哪些职务', 'Which posts') },
          {
            ...closed,
            ...says('该组织在期内任这些职务的人', 'Holders of these posts of the organisation in the period.'),
          },
        ),
        Type.Object(
          { postings: told(Kinds, '哪些派驻', 'Which kinds of postings') },
          { ...closed, ...says('在该组织工作的这些选派人员', 'Those posted to the organisation in these ways.') },
        ),
        Type.Object(
          { sent: told(Kinds, '哪些派驻', 'Which kinds of postings') },
          { ...closed, ...says('该单位派出的这些选派人员', 'Those whom the unit sent out in these ways.') },
        ),
        Type.Object(
          { members: Type.Literal(true, says('成员', 'Members')) },
          { ...closed, ...says('该组织的成员（党员）', 'The members of the organisation.') },
        ),
        Type.Object(
          {
            predecessors: Choice(zh('合并而来的组织本身算不算', 'Its own result'), {
              alone: zh('只取原各组织的', 'only theirs count'),
              'with-itself': zh('连同本身的', 'is among them'),
            }),
          },
          {
            ...closed,
            ...says(
              '期内合并、拆分为它的原各组织，天数为其期内存在的天数',
              'Those it came from in the period, by their days in it.',
            ),
          },
        ),
        Type.Object(
          {
            named: Type.Object(
              {
                form: told(Id, '哪种记录，如结对', 'Which entries, e.g. of pairings'),
                field: told(FieldId, '写明对方的字段：名称或选择的对象', 'The field that names the other'),
                entries: Choice(zh('看哪些记录', 'Which entries count'), {
                  latest: zh('到期末为止最近的一条', 'the latest until the end of the period'),
                  'of-period': zh('期内的各条', 'all of the period'),
                }),
                both_ways: Type.Optional(
                  Type.Boolean(says('记录中点名它的一方也算', 'Those whose entries name it are taken too')),
                ),
              },
              { ...closed, ...says('哪种记录的哪个字段写明对方', 'Which field of which entries names the other') },
            ),
          },
          {
            ...closed,
            ...says(
              '其记录中点名的对象：结对村、帮扶单位',
              'Those its entries name: a partner village, a unit that helps',
            ),
          },
        ),
        Type.Object(
          {
            attribute: told(FieldId, '写明对方名称的属性：`partner`', 'The attribute that names the other: `partner`'),
          },
          {
            ...closed,
            ...says('属性中点名的对象，几个以顿号分开', 'Those an attribute of its names; several between commas'),
          },
        ),
        Type.Object(
          { same: told(FieldId, '什么属性相同：`zone`', 'The attribute they share: `zone`') },
          {
            ...closed,
            ...says(
              '属性与它相同的对象，不论在哪个乡镇：片区、流域',
              'Those with the same attribute as its own, in whichever township: zone, river',
            ),
          },
        ),
      ],
      says('取谁的结果', 'Whose results are taken.'),
    ),
    take: ChoiceOr(
      zh('他们的结果如何合成', 'What their results become'),
      {
        mean: zh('平均', 'their mean'),
        'mean-by-days': zh('按在任（在岗）天数加权平均', 'their mean, weighted by the days of the tie in the period'),
        longest: zh(
          '本期内任职（在岗）时间最长的一个；一样长的取平均',
          'that of the longest tie in the period; of equals the mean',
        ),
        sum: zh('合计', 'their sum'),
        least: zh('最低者', 'the lowest'),
        greatest: zh('最高者', 'the highest'),
        number: zh('个数', 'their number'),
      },
      Type.Union([
        Type.Object({ number_that: That }, { ...closed, ...says('满足条件的有几个', 'How many of them fulfil it.') }),
        Type.Object(
          { share_that: That },
          { ...closed, ...says('满足条件的占几成，0 到 1', 'Which share of them fulfils it, 0 to 1.') },
        ),
        Type.Object(
          { mean_by: FieldId },
          { ...closed, ...says('按其另一步骤加权平均', 'The mean weighted by this other step of theirs.') },
        ),
      ]),
    ),
    missing: Missing,
    not_applicable: Choice(zh('不适用的', 'Those to whom it does not apply'), {
      'left-out': zh('不计', 'left out'),
      zero: zh('按零计', 'count as zero'),
    }),
    none: Choice(zh('一个也没有时', 'Where there is none'), {
      'not-applicable': zh('不适用', 'does not apply'),
      zero: zh('按零计', 'counts as zero'),
    }),
  },
  {
    ...closed,
    ...says(
      '取与其有任职、选派或成员关系者在另一办法中同期的结果：包村干部取所包各村，派出单位取所派人员，支部取其党员。',
      'The results, in another rating of the same period, of those it is tied to: a cadre takes the villages in charge, a unit those it sent, a branch its members.',
    ),
  },
);

export type Others = Static<typeof Others>;
