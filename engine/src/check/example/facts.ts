import { unknownName } from '../../duty/problems.ts';
import { validateEntry } from '../../entry/validate-entry.ts';
import type { EntryData } from '../../entry/visible-fields.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { Example } from '../../schema/example.ts';
import type { Form } from '../../schema/form.ts';
import { say } from '../../words.ts';
import { answerHint } from './answer-hint.ts';
import type { Subjects } from './subjects.ts';

type ExampleFact = NonNullable<Example['facts']>[number];

/** Entries: of a form that exists, about somebody named, on days that exist, with answers the form would take. */
export function factProblems(example: Example, { all }: Subjects, parts: Parts): Finding[] {
  return (example.facts ?? []).flatMap((fact, i) => {
    const at = `/facts/${i}`;
    const form = parts.forms.get(fact.form);
    return [
      ...unknownName('form', fact.form, parts.forms, `${at}/form`),
      ...unknownName('subject', fact.subject, all, `${at}/subject`),
      ...dayProblems(fact, at),
      ...(form ? answerProblems(fact, form, at) : []),
    ];
  });
}

const DAYS = ['date', 'recorded_on', 'confirmed_on', 'rejected_on', 'ended_on'] as const;

function dayProblems(fact: ExampleFact, at: string): Finding[] {
  const { date, repeat } = fact;
  if (date === undefined && !repeat) return [noDay(at)];
  const repeated = repeat && 'on' in repeat ? repeat.on : repeat ? [repeat.from, repeat.to] : [];
  const named = DAYS.flatMap((key) => (fact[key] === undefined ? [] : [[key, fact[key]] as const]));
  return [...named, ...repeated.map((day) => ['repeat', day] as const)].flatMap(([key, day]) =>
    isDay(day) ? [] : [noSuchDay(`${at}/${key}`, day)],
  );
}

const noDay = (at: string): Finding => ({
  code: 'missing-key',
  at,
  words: say('没有写哪一天', 'No day is given'),
  wayOut: say('补上 date，或用 repeat 写几天', 'Add date, or several days by repeat'),
});

const noSuchDay = (at: string, day: string): Finding => ({
  code: 'no-such-day',
  at,
  words: say(`没有 ${day} 这一天`, `There is no day ${day}`),
  wayOut: say('核对月份和日期', 'Check the month and the day'),
});

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Left open on purpose in an example: an answer that is not known, and rules over several answers. */
const LEFT_OPEN: ReadonlySet<string> = new Set(['required', 'not-asked', 'rule', 'file']);
const LAST_DAY = '9999-12-31';

function answerProblems(fact: ExampleFact, form: Form, at: string): Finding[] {
  const data = (fact.data ?? {}) as EntryData;
  return validateEntry(form, data, { today: LAST_DAY })
    .filter(({ rule }) => !LEFT_OPEN.has(rule))
    .flatMap(({ field: id, rule, words }): Finding[] => {
      const place = `${at}/data/${id}`;
      const field = form.fields.find((one) => one.id === id);
      if (!field) {
        return unknownName('field', id, new Map(form.fields.map((one) => [one.id, one])), `${place}#key`);
      }
      return [{ code: 'wrong-answer', at: place, words, wayOut: answerHint(field, data[id], rule) }];
    });
}
