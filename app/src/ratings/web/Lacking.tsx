import type { Words } from '@luoshi/engine';
import { type Say, useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import type { Sheet } from './rating-data.ts';
import { lackingIn, type Reason } from './rating-rows.ts';

/** So many reasons are named; the rest are counted. */
const MOST = 12;

/** Why results are not known, by who supplies what they lack; nothing where all are known. */
export function Lacking({ sheet }: { readonly sheet: Pick<Sheet, 'rows' | 'suppliers'> }) {
  const { say } = useSpeech();
  const { subjects, reasons } = lackingIn(sheet.rows);
  if (subjects === 0) return null;
  const named = reasons.slice(0, MOST);
  const groups = Map.groupBy(named, ({ what }) => sheet.suppliers[what]?.en);
  return (
    <Section title={say('ratings.lacking')}>
      <p>{leadOf(say, subjects, sheet.rows.length)}</p>
      <ul className="ratings-follows">
        {[...groups].map(([key, group]) => (
          <Supplied key={key ?? ''} by={sheet.suppliers[group[0]?.what ?? '']} reasons={group} subjects={subjects} />
        ))}
      </ul>
      {reasons.length > MOST && (
        <p className="ratings-quiet">{say('ratings.lackingMore', { count: reasons.length - MOST })}</p>
      )}
    </Section>
  );
}

function leadOf(say: Say, subjects: number, all: number): string {
  if (all === 1) return say('ratings.lackingOne');
  if (subjects === all) return say('ratings.lackingAll', { all });
  return say('ratings.lackingLead', { count: subjects, all });
}

interface SuppliedProps {
  readonly by: Words | undefined;
  readonly reasons: readonly Reason[];
  readonly subjects: number;
}

/** What one supplier owes; how many wait for it stands where not all do. */
function Supplied({ by, reasons, subjects }: SuppliedProps) {
  const { say, pick, language } = useSpeech();
  const told = reasons.map(({ words, count }) =>
    count === subjects ? pick(words) : `${pick(words)}${say('ratings.lackingFor', { count })}`,
  );
  return (
    <li>
      <span>{told.join(language === 'en' ? '; ' : '；')}</span>
      {by && <strong className="ratings-supplier">{pick(by)}</strong>}
    </li>
  );
}
