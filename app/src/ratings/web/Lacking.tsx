import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import type { SheetRow } from './rating-data.ts';
import { lackingIn } from './rating-rows.ts';

/** So many reasons are named; the rest are counted. */
const MOST = 6;

/** Why results are not known, what most of them lack first; nothing where all are known. */
export function Lacking({ rows }: { readonly rows: readonly SheetRow[] }) {
  const { say, pick } = useSpeech();
  const { subjects, reasons } = lackingIn(rows);
  if (subjects === 0) return null;
  return (
    <Section title={say('ratings.lacking')}>
      <p>{say('ratings.lackingLead', { count: subjects })}</p>
      <ul className="ratings-follows">
        {reasons.slice(0, MOST).map(({ what, words, count }) => (
          <li key={what}>
            <span>{pick(words)}</span>
            <span className="ratings-quiet">{say('ratings.lackingFor', { count })}</span>
          </li>
        ))}
      </ul>
      {reasons.length > MOST && (
        <p className="ratings-quiet">{say('ratings.lackingMore', { count: reasons.length - MOST })}</p>
      )}
    </Section>
  );
}
