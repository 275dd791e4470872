import { closed, Type } from '../common.ts';
import { says } from '../says.ts';

const Source = Type.String({ minLength: 1 });

/** One value, or several that must all be the same. */
const values = (zh: string, en: string) => Type.Union([Source, Type.Array(Source, { minItems: 2 })], says(zh, en));

/** What makes an entry and one of another form speak of one thing. */
export const SameThing = Type.Object(
  {
    own: values(
      '这条记录的哪个值：`data.meeting`；几个值都须相同的写成列表：`[data.task, data.quarter]`',
      'The value of the entry: `data.meeting`; several that must all agree: `[data.task, data.quarter]`',
    ),
    other: values(
      '那条记录的哪个值；几个值的按同样顺序写成列表',
      'The value of the other; several are a list in the same order',
    ),
  },
  { ...closed, ...says('两条记录说的是同一件事', 'What makes both speak of one thing') },
);

/** The values in their order, however they are written. */
export const sourcesOf = (written: string | readonly string[]): readonly string[] =>
  typeof written === 'string' ? [written] : written;
