import type { Language, ValueJson, Words } from '@luoshi/engine';
import type { AnswerTable } from '../platform/actions/action.ts';

type Titled = { readonly id: string; readonly title: Words };

interface Sheet {
  readonly steps: readonly Titled[];
  readonly grades: readonly Titled[];
  readonly rows: readonly {
    readonly name: string;
    readonly group: string;
    readonly steps: Readonly<Record<string, unknown>>;
  }[];
}

const HEAD = { name: { 'zh-CN': '对象', en: 'Subject' }, group: { 'zh-CN': '所属', en: 'Under' } } as const;

/** Subjects down, steps across, exact as computed; not known and not applicable stay words, never zero. */
export function ratingTable({ steps, grades, rows }: Sheet, language: Language): AnswerTable {
  const titles = new Map(grades.map(({ id, title }) => [id, title[language]]));
  return {
    columns: [
      { key: 'name', header: HEAD.name[language] },
      { key: 'group', header: HEAD.group[language] },
      ...steps.map(({ id, title }) => ({ key: `step ${id}`, header: title[language] })),
    ],
    rows: rows.map((row) => ({
      name: row.name,
      group: row.group,
      ...Object.fromEntries(
        steps.map(({ id }) => [`step ${id}`, said(row.steps[id] as ValueJson, titles, language)] as const),
      ),
    })),
  };
}

function said(value: ValueJson, titles: ReadonlyMap<string, string>, language: Language): string {
  if (value.state === 'not-known') return language === 'en' ? 'not known' : '不知道';
  if (value.state === 'not-applicable') return language === 'en' ? 'not applicable' : '不适用';
  const text = String(value.value);
  return titles.get(text) ?? text;
}
