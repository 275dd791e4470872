import type { SimulatedRow, ValueJson } from '@luoshi/engine';
import { useSpeech } from '../../platform/web/i18n.ts';
import { Figure } from './Figure.tsx';
import type { Grades } from './rating-data.ts';

const MOST = 100;
const ARROWS: Readonly<Record<SimulatedRow['moved'], string>> = {
  up: '↑',
  down: '↓',
  same: '=',
  new: '+',
  gone: '−',
  open: '?',
};

/** Whom a comparison moves, with the step at which it begins. */
export function MovedList({ rows, grades }: { readonly rows: readonly SimulatedRow[]; readonly grades: Grades }) {
  return (
    <ul className="ratings-moves">
      {rows.slice(0, MOST).map((row) => (
        <Moved key={row.subject.id} row={row} grades={grades} />
      ))}
    </ul>
  );
}

function Moved({ row, grades }: { readonly row: SimulatedRow; readonly grades: Grades }) {
  const { say, pick, language } = useSpeech();
  const causes = row.causes.map(({ title }) => pick(title)).join(language === 'zh-CN' ? '、' : ', ');
  const parts = (['grade', 'score', 'place'] as const).filter((key) => row.after?.[key] ?? row.before?.[key]);
  return (
    <li>
      <span aria-hidden>{ARROWS[row.moved]}</span> <b>{row.name}</b>
      {parts.map((key) => (
        <span key={key} className="ratings-turn">
          {say(`ratings.${key}`)} <Turn before={row.before?.[key]} after={row.after?.[key]} grades={grades} />
        </span>
      ))}
      {causes !== '' && (
        <span className="ratings-quiet">
          {say('ratings.causes')} {causes}
        </span>
      )}
    </li>
  );
}

interface TurnProps {
  readonly before: ValueJson | null | undefined;
  readonly after: ValueJson | null | undefined;
  readonly grades: Grades;
}

/** What it was and what it would be; one figure where nothing changes. */
function Turn({ before, after, grades }: TurnProps) {
  const same = JSON.stringify(before) === JSON.stringify(after);
  if (same) return <Figure value={after} grades={grades} />;
  return (
    <>
      <Figure value={before} grades={grades} /> → <Figure value={after} grades={grades} />
    </>
  );
}
