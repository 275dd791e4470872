import { useParams, useSearch } from '@tanstack/react-router';
import { EnterRecordPage } from './EnterRecordPage.tsx';
import { ImportPage } from './ImportPage.tsx';
import { RecordPage } from './RecordPage.tsx';
import { RecordsPage } from './RecordsPage.tsx';
import type { EnterSearch } from './routes.tsx';

/** The addresses of the screens on records, taken apart. */
export function RecordsScreen() {
  const search = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  return <RecordsPage {...search} />;
}

export function EnterRecordScreen() {
  const { form = '' } = useParams({ strict: false });
  const { subject, subjectKind, date } = useSearch({ strict: false }) as EnterSearch;
  return <EnterRecordPage formId={form} subject={subject} subjectKind={subjectKind} date={date} />;
}

export function ImportScreen() {
  const { form = '' } = useParams({ strict: false });
  return <ImportPage formId={form} />;
}

export function RecordScreen() {
  const { id = '' } = useParams({ strict: false });
  return <RecordPage id={id} />;
}
