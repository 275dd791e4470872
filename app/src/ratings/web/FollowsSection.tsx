import { useSpeech } from '../../platform/web/i18n.ts';
import { Section } from '../../ui/Page.tsx';
import type { Scheme, SheetRow } from './rating-data.ts';

interface FollowsSectionProps {
  readonly scheme: Scheme;
  readonly rows: readonly SheetRow[];
}

/** What the rules lay down for after the result: how it becomes final, what follows, by whom, until when, and for how many. */
export function FollowsSection({ scheme: { publication, consequences }, rows }: FollowsSectionProps) {
  const { say, pick, language } = useSpeech();
  if (publication.length + consequences.length === 0) return null;
  const end = language === 'zh-CN' ? '。' : '. ';
  const concerned = (id: string, state: 'holds' | 'not-known'): number =>
    rows.filter(({ follows }) => follows.some((one) => one.id === id && one.state === state)).length;
  return (
    <Section title={say('ratings.follows')}>
      {publication.length > 0 && (
        <p className="ratings-publication">
          <b>{say('ratings.publication')}</b> {publication.map((one) => `${pick(one)}${end}`).join('')}
        </p>
      )}
      <ul className="ratings-follows">
        {consequences.map(({ id, what, by, terms, clause }) => (
          <li key={id}>
            <b>{pick(what)}</b>
            <span className="ratings-count">
              {say('ratings.concerned', { count: concerned(id, 'holds') })}
              {concerned(id, 'not-known') > 0 && `${say('ratings.maybe', { count: concerned(id, 'not-known') })}`}
            </span>
            <span className="ratings-quiet">
              {[
                ...(by ? [say('ratings.by', { who: pick(by) })] : []),
                ...terms.map(pick),
                ...(clause ? [say('ratings.clause', { clause })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
