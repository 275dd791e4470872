import { Choice } from '../choice.ts';
import { Condition, closed, FormId, type Static, Type, Why } from '../common.ts';
import { Duration } from '../duration.ts';
import { says, told } from '../says.ts';
import { About } from '../set.ts';
import { SameThing } from './same-thing.ts';

/** Which entry of another form stands beside an entry. */
export const besideKeys = {
  form: FormId,
  where: Type.Optional(Condition),
  about: Type.Optional(About),
  same: Type.Optional(SameThing),
  days: Type.Union(
    [
      Type.Object(
        {
          before: Type.Optional(told(Duration, '早于这条记录多久以内', 'So long before the entry')),
          after: Type.Optional(told(Duration, '晚于这条记录多久以内', 'So long after the entry')),
        },
        {
          ...closed,
          ...says('在这条记录前后多久以内；当天总算', 'Within so long before or after the entry; its own day counts'),
        },
      ),
      Type.Object(
        { lasts: told(Duration, '那条记录的效力多久', 'How long the other has effect') },
        {
          ...closed,
          ...says('这条记录发生时，那条记录仍在效力期内', 'The other is in effect on the day of the entry'),
        },
      ),
      Type.Object(
        {
          until: Type.String({
            minLength: 1,
            ...says('那条记录的最后一天：`data.until`', 'The last day of the other: `data.until`'),
          }),
        },
        { ...closed, ...says('那条记录的效力到它写明的日子为止', 'The other has effect until the day it states') },
      ),
    ],
    says('两条记录的日子怎么对得上', 'How the days of both must lie'),
  ),
};

export const WHERE_THERE_IS = { 'zh-CN': '有这样的记录时', en: 'With such an entry' };
export const WHETHER = {
  'does-not-count': { 'zh-CN': '这条不计', en: 'does not count' },
  'only-then': { 'zh-CN': '才计；没有则不计', en: 'counts only then' },
} as const;

/** Entries of another form that say whether an entry of a set counts. */
export const SetBeside = Type.Array(
  Type.Object({ ...besideKeys, then: Choice(WHERE_THERE_IS, WHETHER), why: Why }, closed),
  { minItems: 1, ...says('另一种记录决定这条算不算', 'Entries of another form say whether it counts') },
);

const Keys = Type.Object(besideKeys, closed);
export type BesideKeys = Static<typeof Keys>;
export type SetBeside = Static<typeof SetBeside>;
