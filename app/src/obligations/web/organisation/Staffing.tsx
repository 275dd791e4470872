import { useSpeech } from '../../../platform/web/i18n.ts';
import { useAction } from '../../../platform/web/query.ts';

/** What does not fit the rules over teams, posts and postings, here and below; nothing where there are no rules. */
export function Staffing({ organisation }: { readonly organisation: string }) {
  const { pick, say } = useSpeech();
  const { data } = useAction('obligations.staffing', { organisation });
  if (!data || data.rules === 0) return null;
  const { findings, more } = data;
  return (
    <section className="organisation-staffing" aria-label={say('organisation.staffing')}>
      <h3>{say('organisation.staffing')}</h3>
      {findings.length === 0 ? (
        <p className="organisation-under">{say('organisation.staffingFits')}</p>
      ) : (
        <>
          <p className="organisation-under">{say('organisation.staffingHint')}</p>
          <ul className="organisation-lines">
            {findings.map((one) => (
              <li key={`${one.subject} ${one.words.en}`} className="organisation-person">
                <span>{pick(one.words)}</span>
                <span className="organisation-span">
                  {[pick(one.rule), one.document, one.clause].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="organisation-under">{say('organisation.staffingMore', { count: more })}</p>}
        </>
      )}
    </section>
  );
}
