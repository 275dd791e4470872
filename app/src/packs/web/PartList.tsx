import type { Words } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { EmptyState } from '../../ui/states.tsx';

/** A duty, form, measure or parameter as the list shows it. */
export interface Part {
  readonly id: string;
  readonly title: Words;
  readonly detail?: Words;
  readonly source: { readonly document: string; readonly clause?: string; readonly requirement?: readonly string[] };
}

/** Parts of a pack, each with where it stands. */
export function PartList({ parts }: { readonly parts: readonly Part[] }) {
  const { pick } = useSpeech();
  if (parts.length === 0) return <EmptyState />;
  return (
    <ul className="pack-parts">
      {parts.map((part) => (
        <li key={part.id}>
          <strong>{pick(part.title)}</strong> <code className="pack-id">{part.id}</code>
          {part.detail && <p>{pick(part.detail)}</p>}
          <p className="pack-source">
            {[part.source.document, part.source.clause, ...(part.source.requirement ?? [])].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
