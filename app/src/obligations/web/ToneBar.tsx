import type { Counts } from './board-data.ts';
import { countOf } from './counts.ts';
import { LOOKS } from './lights.ts';
import { useBoardSpeech } from './speech.ts';

/** In a bar, what is done stands left, what is missed right. */
const IN_BAR = ['met', 'late', 'excused', 'open', 'not-known', 'due-soon', 'beyond', 'overdue'] as const;

/** How the lights are shared out, as one bar; the numbers stand in its label. */
export function ToneBar({ counts }: { readonly counts: Counts }) {
  const { lightWord } = useBoardSpeech();
  const parts = IN_BAR.flatMap((light) => {
    const n = countOf(counts, light);
    return n > 0 ? [{ light, n }] : [];
  });
  const label = parts.map(({ light, n }) => `${lightWord(light)} ${n}`).join('，');
  return (
    <span className="tone-bar" role="img" aria-label={label} title={label}>
      {parts.map(({ light, n }) => (
        <span key={light} className={`bar-${LOOKS[light].tone}`} style={{ flexGrow: n }} />
      ))}
    </span>
  );
}
