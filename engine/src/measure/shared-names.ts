import { record, type Variables, type VariableType } from '../condition.ts';

/** Names that mean the same in all of several sets: of one type, and of one unit. */
export function sharedNames([first = {}, ...others]: readonly Variables[]): Variables {
  return Object.fromEntries(
    Object.entries(first).flatMap(([name, type]): [string, VariableType][] => {
      const theirs = others.map((one) => (Object.hasOwn(one, name) ? one[name] : undefined));
      const both = theirs.reduce<VariableType | null>((so, one) => (so && one ? sharedType(so, one) : null), type);
      return both === null ? [] : [[name, both]];
    }),
  );
}

function sharedType(a: VariableType, b: VariableType): VariableType | null {
  if (a === b) return a;
  if (a.type === 'record') {
    if (b.type !== 'record') return null;
    if (a.open || b.open) return a.open ? b : a;
    const fields = sharedNames([a.fields, b.fields]);
    return Object.keys(fields).length === 0 ? null : record(fields);
  }
  if (a.type !== b.type) return null;
  if (a.type === 'number' && b.type === 'number' && a.unit !== b.unit) return null;
  if (!('options' in a || 'options' in b)) return a;
  return bothOptions(a, b);
}

/** What may be chosen in either. */
function bothOptions(a: VariableType, b: VariableType): VariableType {
  if (!('options' in a && 'options' in b && a.options && b.options)) return withoutOptions(a);
  return {
    ...a,
    options: [...new Set([...a.options, ...b.options])],
    optionTitles: { ...b.optionTitles, ...a.optionTitles },
  };
}

const withoutOptions = (type: VariableType): VariableType =>
  type.type === 'list' || type.type === 'text'
    ? { type: type.type, ...(type.title === undefined ? {} : { title: type.title }) }
    : type;
