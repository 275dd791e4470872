import type { Fact, World } from './facts.ts';
import { periodFromKey } from './period.ts';
import type { Form } from './schema/form.ts';
import type { Words } from './value.ts';
import { counted, say } from './words.ts';

interface Asked {
  readonly asOf: string;
  /** Key of the period; all days when there is none. */
  readonly period: string | undefined;
  readonly forms: ReadonlyMap<string, Form>;
}

/**
 * Why entries of an example may not have been read where a result is not as expected: they lie after its day, were recorded after
 * it, nobody confirmed them though their form asks for it, or none of their form lies in the period. Empty when none of it is so.
 */
export function unreadEntries({ facts }: World, { asOf, period, forms }: Asked): Words[] {
  const after = facts.filter(({ date }) => date > asOf);
  const known = facts.filter(({ date }) => date <= asOf);
  const late = known.filter(({ recordedOn }) => recordedOn > asOf);
  const days = period === undefined ? undefined : periodFromKey(period);
  const lies = ({ date }: Fact): boolean => !days || (date >= days.start && date <= days.end);
  const inside = new Set(known.filter(lies).map(({ form }) => form));
  const outside = known.filter((fact) => !lies(fact) && !inside.has(fact.form));
  const open = known.filter((fact) => isOpen(fact, forms, asOf));
  return [
    ...told(
      after,
      `在 as_of（${asOf}）之后，没有读`,
      `after as_of (${asOf}) and ${after.length === 1 ? 'is' : 'are'} not read`,
      'lie',
    ),
    ...told(late, `在 as_of（${asOf}）之后才记录，没有读`, `recorded after as_of (${asOf}) and not read`),
    ...told(
      open,
      '没有确认，在要求确认的地方不算（写 confirmed_on）',
      'not confirmed: where confirmation is asked for they do not count (write confirmed_on)',
    ),
    ...told(outside, `不在本期（${period}）之内`, `outside the period ${period}`, 'lie'),
  ];
}

function isOpen({ form, confirmation }: Fact, forms: ReadonlyMap<string, Form>, asOf: string): boolean {
  const asked = (forms.get(form)?.confirmation ?? 'none') !== 'none';
  return asked && (confirmation === undefined || confirmation.on > asOf);
}

function told(entries: readonly Fact[], zh: string, en: string, verb?: 'lie'): Words[] {
  const [one] = entries;
  if (!one) return [];
  const many = entries.length;
  const first = many === 1 ? `${one.form} ${one.date}` : '';
  const is = verb === 'lie' ? (many === 1 ? 'lies' : 'lie') : many === 1 ? 'is' : 'are';
  return [
    say(
      `注意：有 ${many} 条记录${first ? `（${first}）` : ''}${zh}`,
      `Note: ${counted(many, 'entry', 'entries')}${first ? ` (${first})` : ''} ${is} ${en}`,
    ),
  ];
}
