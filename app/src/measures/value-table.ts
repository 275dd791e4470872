import type { Language, ValueJson } from '@luoshi/engine';
import type { AnswerTable } from '../platform/actions/action.ts';

interface Figures {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Measures down, organisations across, exact as computed; not known and not applicable stay words, never zero. */
export function valueTable({ organisations, values }: Figures, language: Language): AnswerTable {
  const columns = organisations.map(({ id, name }) => ({ key: id, header: name }));
  const rows = Object.entries(values).map(([measure, byOrganisation]) => ({
    measure,
    ...Object.fromEntries(
      Object.entries(byOrganisation).map(([id, value]) => [id, said(value as ValueJson, language)]),
    ),
  }));
  return { columns: [{ key: 'measure', header: language === 'en' ? 'Measure' : '指标' }, ...columns], rows };
}

function said(value: ValueJson, language: Language): string {
  if (value.state === 'not-known') return language === 'en' ? 'not known' : '不知道';
  if (value.state === 'not-applicable') return language === 'en' ? 'not applicable' : '不适用';
  return String(value.value);
}
