import { board } from './board.ts';
import { cadence } from './cadence.ts';
import { explain } from './explain.ts';
import { light } from './light.ts';
import { limit } from './limit.ts';
import { measures } from './measures.ts';
import { organisation } from './organisation.ts';
import { packs } from './packs.ts';
import { people } from './people.ts';
import { ratings } from './ratings.ts';
import { records } from './records.ts';
import { role } from './role.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { succession } from './succession.ts';
import { ui } from './ui.ts';
import { work } from './work.ts';

/** Everything the screens say, by area. A new area is a file beside this one and a line here. */
export const areas = {
  ui,
  shell,
  signIn,
  role,
  light,
  limit,
  board,
  cadence,
  explain,
  measures,
  organisation,
  packs,
  people,
  ratings,
  records,
  succession,
  work,
} as const;

type Areas = typeof areas;

/** `board.title`, `light.overdue` …: every key that exists, and none that does not. */
export type WordKey = { [A in keyof Areas]: `${A}.${keyof Areas[A] & string}` }[keyof Areas];
