import { useSpeech } from '../../platform/web/i18n.ts';
import { MovedList } from './MovedList.tsx';
import type { Grades, Tried } from './rating-data.ts';

/** Counts first, then everybody who moves, with the step at which it begins. */
export function WhoMoves({ tried: { summary, rows }, grades }: { readonly tried: Tried; readonly grades: Grades }) {
  const { say, pick } = useSpeech();
  const moved = rows.filter((row) => row.moved !== 'same');
  const { up, down, same } = summary.moved;
  if (moved.length === 0) return <p>{say('ratings.nobodyMoves')}</p>;
  return (
    <>
      <h2>{say('ratings.moved', { up, down, same })}</h2>
      <ul className="ratings-counts">
        {summary.grades.map(({ grade, title, before, after }) => (
          <li key={grade}>
            {pick(title)} {before} → <b>{after}</b>
          </li>
        ))}
      </ul>
      <MovedList rows={moved} grades={grades} />
    </>
  );
}
