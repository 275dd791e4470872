import { compilePredicate, nameWords, type Variables } from '../condition.ts';
import { compileApart } from '../measure/apart.ts';
import type { Element, Gathered } from '../measure/element.ts';
import { narrowed } from '../measure/narrowed.ts';
import type { CompiledSet, SetPart } from '../measure/set.ts';
import { setWords } from '../measure/set-words.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';

/** `any_of: [{ form: visit, same: data.household }, …]`: several sets together. An entry that two of them hold is one member. */
export function compileUnion(
  set: SetPart,
  parts: readonly CompiledSet[],
  variables: Variables,
  declared: Parts,
): CompiledSet {
  const where = set.where === undefined ? null : compilePredicate(set.where, variables);
  const apart = set.apart === undefined ? null : compileApart(set.apart, declared);
  const missingName: CompiledSet['missingName'] = (path) => ({
    what: path,
    words: say(`未填写“${nameWords(path, variables)['zh-CN']}”`, `“${nameWords(path, variables).en}” is not recorded`),
  });
  const called = together(parts.map(setWords));
  return {
    key: 'any_of',
    variables,
    title: together(parts.map(({ title }) => title)),
    called,
    where: set.where,
    during: null,
    on: null,
    apart: apart?.words ?? null,
    notes: [],
    predicate: where,
    missingName,
    gather: (at, days) => {
      const all = parts.map((part) => ({ part, found: part.gather(at, days) }));
      const elements = all.flatMap(({ part, found }) =>
        found.elements.map((one) => ({ missingName: part.missingName, ...one })),
      );
      const joined = all.flatMap(({ found }) => found.joined ?? [])[0];
      const gathered: Gathered = {
        elements: eachEntryOnce(elements),
        doubt: all.flatMap(({ found }) => found.doubt),
        ...(joined === undefined ? {} : { joined }),
      };
      return narrowed(gathered, { where, apart, missingName });
    },
  };
}

const together = (names: readonly Words[]): Words =>
  say(names.map((one) => one['zh-CN']).join('或'), names.map((one) => one.en).join(' or '));

/** Sets of one form may hold the same entry, which is one member for each thing it speaks of. */
function eachEntryOnce(elements: readonly Element[]): Element[] {
  const seen = new Set<string>();
  return elements.filter(({ fact, thing = '' }) => {
    if (fact === null) return true;
    const key = `${fact.id} ${thing}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
