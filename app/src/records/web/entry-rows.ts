import { type Field, type FieldValue, type Form, idsNamed, isShares, visibleFields, type Words } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import type { FieldRow } from '../../ui/FieldList.tsx';
import type { Draft } from './draft.ts';
import { unitOf } from './EntryForm.tsx';
import type { EntryView } from './entry-view.ts';

type Units = Readonly<Record<string, Words>>;
type Speech = ReturnType<typeof useSpeech>;

/** What an entry says, as labels and values in the words of its form; files stand elsewhere. */
export function useEntryRows(entry: EntryView, form: Form | null, units: Units): FieldRow[] {
  const speech = useSpeech();
  const { say, pick } = speech;
  const { subject, organisation } = entry;
  const named = subject.name.includes(organisation.name) ? subject.name : `${subject.name} · ${organisation.name}`;
  const head = { label: say('records.about'), value: named };
  if (!form || !entry.data) return [head, { label: say('records.content'), value: say('records.restricted') }];
  const data = entry.data as Draft;
  const fields = visibleFields(form, data).filter((field) => field.type !== 'file');
  return [
    head,
    ...fields.map((field) => ({
      label: pick(field.title),
      value: shown(field, data[field.id], entry.named, units, speech),
    })),
  ];
}

/** What an entry says in one line: choices and words by themselves, a number or a yes with what it is about. */
export function summaryOf(entry: EntryView, form: Form | undefined, units: Units, speech: Speech): string {
  if (!form || !entry.data) return '';
  const data = entry.data as Draft;
  const told = visibleFields(form, data).filter(
    ({ id, type }) => id !== form.date && type !== 'file' && data[id] !== undefined && data[id] !== null,
  );
  return told
    .slice(0, MOST_TOLD)
    .map((field) => {
      const value = shown(field, data[field.id], entry.named, units, speech);
      const speaks = SPEAKING.has(field.type);
      return speaks ? value : `${speech.pick(field.title)} ${value}`;
    })
    .join(' · ');
}

/** Answers that say by themselves what they are about. */
const SPEAKING: ReadonlySet<Field['type']> = new Set(['choice', 'choices', 'text', 'subject', 'subjects']);

const MOST_TOLD = 4;

/** A value as people write it: the words of a choice, a number with its unit. */
function shown(
  field: Field,
  value: FieldValue | undefined,
  names: EntryView['named'],
  units: Units,
  { pick, say }: Speech,
): string {
  if (value === undefined || value === null) return '—';
  if (typeof value === 'boolean') return say(value ? 'records.yes' : 'records.no');
  if ('options' in field) {
    const chosen = Array.isArray(value) ? value : [value];
    return chosen.map((id) => titleOf(field.options.find((option) => option.id === id)?.title, id, pick)).join('、');
  }
  const unit = unitOf(field, units, pick);
  if (field.type === 'subject' || field.type === 'subjects') {
    const number = (id: string): string => (isShares(value) ? ` ${value[id]}${unit ? ` ${unit}` : ''}` : '');
    return idsNamed(value)
      .map((id) => `${names[id] ?? id}${number(id)}`)
      .join('、');
  }
  return unit ? `${value} ${unit}` : String(value);
}

const titleOf = (title: Words | undefined, id: unknown, pick: Speech['pick']) => (title ? pick(title) : String(id));
