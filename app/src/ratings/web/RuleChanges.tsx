import { useSpeech } from '../../platform/web/i18n.ts';
import type { Tried } from './rating-data.ts';

const SIGNS: Readonly<Record<string, string>> = { added: '+', removed: '−', changed: '~' };

/** In what the packs that stand in differ from those in force; nothing where only values were tried. */
export function RuleChanges({ changes }: Pick<Tried, 'changes'>) {
  const { say, pick } = useSpeech();
  if (changes.length === 0) return null;
  return (
    <details className="ratings-knobs" open={changes.length <= 20}>
      <summary>
        {say('ratings.ruleChanges')} <span className="ratings-quiet">{changes.length}</span>
      </summary>
      <ul className="ratings-rules">
        {changes.map(({ how, words }) => (
          <li key={words.en}>
            <span aria-hidden>{SIGNS[how] ?? ''}</span> {pick(words)}
          </li>
        ))}
      </ul>
    </details>
  );
}
