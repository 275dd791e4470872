import type { Explanation } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Mark } from '../../ui/Mark.tsx';

/** What follows for one subject: said first, since it is what people ask first. Nothing where nothing follows. */
export function OwnFollows({ steps }: { readonly steps: readonly Explanation[] }) {
  const { say, pick } = useSpeech();
  const follows = steps.filter(({ construct }) => construct === 'consequence');
  if (follows.length === 0) return null;
  return (
    <section className="ratings-part">
      <h2>{say('ratings.follows')}</h2>
      <ul className="ratings-follows">
        {follows.map(({ words, result }) => (
          <li key={words.en}>
            <span>{pick(words)}</span>{' '}
            {result.state === 'known' ? (
              <Mark glyph="!" tone="warning" word={say('ratings.holds')} />
            ) : (
              <Mark glyph="?" tone="unknown" word={say('ratings.open')} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
