import type { Language, ValueJson, Words } from '@luoshi/engine';
import type { AnswerTable } from '../platform/actions/action.ts';

type Titled = { readonly id: string; readonly title: Words };

interface Sheet {
  readonly title?: Words;
  readonly period?: string;
  /** `number` steps stand as numbers; `grades` are those of a step's own scale. */
  readonly steps: readonly (Titled & { readonly number?: boolean; readonly grades?: readonly Titled[] })[];
  readonly grades: readonly Titled[];
  /** What may follow; absent where that is told elsewhere. */
  readonly consequences?: readonly Titled[];
  readonly rows: readonly {
    readonly name: string;
    readonly group: string;
    readonly steps: Readonly<Record<string, unknown>>;
    readonly follows?: readonly { readonly id: string; readonly state: 'holds' | 'not-known' }[];
  }[];
}

const HEAD = {
  name: { 'zh-CN': '对象', en: 'Subject' },
  group: { 'zh-CN': '所属', en: 'Under' },
  follows: { 'zh-CN': '结果运用', en: 'What follows' },
} as const;
const YES = { 'zh-CN': '是', en: 'yes' } as const;
const NO = { 'zh-CN': '否', en: 'no' } as const;
const MAY = { 'zh-CN': '（待定）', en: ' (open)' } as const;

/** Subjects down, steps across, exact as computed; not known and not applicable stay words, never zero. */
export function ratingTable(
  { title: own, period, steps, grades, consequences = [], rows }: Sheet,
  language: Language,
): AnswerTable {
  const titlesOf = (own: readonly Titled[] = grades) => new Map(own.map(({ id, title }) => [id, title[language]]));
  const whats = new Map(consequences.map(({ id, title }) => [id, title[language]]));
  const followsOf = ({ follows = [] }: Sheet['rows'][number]): string =>
    follows.map(({ id, state }) => `${whats.get(id) ?? id}${state === 'holds' ? '' : MAY[language]}`).join('；');
  return {
    ...(own && period ? { title: `${own[language]} ${period}` } : {}),
    columns: [
      { key: 'name', header: HEAD.name[language] },
      { key: 'group', header: HEAD.group[language] },
      ...steps.map(({ id, title, number }) => ({
        key: `step ${id}`,
        header: title[language],
        ...(number ? { type: 'decimal' as const, rounded: true } : {}),
      })),
      ...(consequences.length > 0 ? [{ key: 'follows', header: HEAD.follows[language] }] : []),
    ],
    rows: rows.map((row) => ({
      name: row.name,
      group: row.group,
      ...(consequences.length > 0 ? { follows: followsOf(row) } : {}),
      ...Object.fromEntries(
        steps.map(
          ({ id, grades: own }) => [`step ${id}`, said(row.steps[id] as ValueJson, titlesOf(own), language)] as const,
        ),
      ),
    })),
  };
}

function said(value: ValueJson, titles: ReadonlyMap<string, string>, language: Language): string {
  if (value.state === 'not-known') return language === 'en' ? 'not known' : '不知道';
  if (value.state === 'not-applicable') return language === 'en' ? 'not applicable' : '不适用';
  if (typeof value.value === 'boolean') return value.value ? YES[language] : NO[language];
  const text = String(value.value);
  return titles.get(text) ?? text;
}
