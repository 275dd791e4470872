import { closed, Type } from '../common.ts';
import { says } from '../says.ts';

const cel = (zh: string, en: string) => Type.String({ minLength: 1, ...says(zh, en) });

/** What makes an entry and one of another form speak of one thing. */
export const SameThing = Type.Object(
  {
    own: cel('这条记录的哪个值：`data.meeting`', 'The value of the entry: `data.meeting`'),
    other: cel('那条记录的哪个值', 'The value of the other'),
  },
  { ...closed, ...says('两条记录说的是同一件事', 'What makes both speak of one thing') },
);
