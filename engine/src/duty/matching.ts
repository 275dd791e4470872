import type { Fact } from '../facts.ts';
import type { Event } from '../schema/after.ts';
import type { Missing } from '../value.ts';
import { say } from '../words.ts';
import type { WorldIndex } from '../world-index.ts';
import type { BareSpan, CompileContext } from './types.ts';

/** Which field of the event, and which of the entries that answer it. */
export const fieldsOfMatch = (match: NonNullable<Event['match']>) =>
  typeof match === 'string' ? { event: match, entry: match } : match;

type Matched = Pick<BareSpan, 'accepts' | 'declined'> & { readonly missing: readonly Missing[] };

/** Entries that name the event: which of them count, and what is missing while the event names nothing itself. */
export function compileMatch({ form, match }: Event, { parts, obligation }: CompileContext) {
  if (match === undefined) return (): Matched => ({ missing: [] });
  const { event, entry } = fieldsOfMatch(match);
  const forms = obligation.counts.map((part) => part.form);
  const title = parts.forms.get(form)?.fields.find(({ id }) => id === event)?.title ?? say(event, event);
  return (fact: Fact, index: WorldIndex): Matched => {
    const wanted = textOf(fact.data[event]);
    if (wanted === null) return { missing: [notNamed(form, event, title['zh-CN'], title.en)] };
    return {
      missing: [],
      accepts: (item, row) => {
        const answer = index.columns(forms[item] ?? '').facts[row];
        return answer !== undefined && textOf(answer.data[entry]) === wanted;
      },
      declined: () => OTHER_EVENT,
    };
  };
}

const OTHER_EVENT = say('没有写明是对应这一件的', 'it does not name this event');

export const textOf = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value).trim();

const notNamed = (form: string, field: string, zh: string, en: string): Missing => ({
  what: `form:${form}.${field}`,
  words: say(`事由未填写“${zh}”`, `“${en}” of the event is not recorded`),
});
