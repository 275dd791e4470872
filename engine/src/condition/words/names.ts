import type { Words } from '../../value.ts';
import { say } from '../../words.ts';
import { isTime } from '../time.ts';
import type { Variables, VariableType } from '../type.ts';
import { atom, type Phrase, quoted } from './phrase.ts';

export interface Named {
  readonly path: readonly string[];
  readonly type: VariableType;
}

/** 「时段」 where the name has a title, else the name as it is written. */
export function namePhrase({ path, type }: Named): Phrase {
  const title = titleOf(type);
  return title ? quoted(title) : atom(path.join('.'));
}

const titleOf = (type: VariableType): Words | undefined => ('title' in type ? type.title : undefined);

/** The title of a name such as `data.kilometres`; the name itself when nothing gives it one. */
export function nameWords(name: string, variables: Variables): Words {
  const [root = '', ...deeper] = name.split('.');
  const type = deeper.reduce<VariableType | undefined>(
    (at, key) => (at?.type === 'record' ? at.fields[key] : undefined),
    variables[root],
  );
  return (type && titleOf(type)) ?? say(name, name);
}

/** What a written value is called next to something of a type: the title of the option, or the value. */
export function valuePhrase(value: unknown, beside: VariableType | null): Phrase {
  if (typeof value === 'boolean') return value ? atom('是', 'yes') : atom('否', 'no');
  if (typeof value !== 'string') return atom(String(value));
  const title = beside && 'optionTitles' in beside ? beside.optionTitles?.[value] : undefined;
  if (title) return quoted(title);
  return isDay(value) || isTime(value) ? atom(value) : quoted(say(value, value));
}

export const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
