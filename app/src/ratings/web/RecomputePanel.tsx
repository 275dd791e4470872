import type { SimulatedRow } from '@luoshi/engine';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Mark } from '../../ui/Mark.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Loaded } from '../../ui/states.tsx';
import { MovedList } from './MovedList.tsx';
import type { Grades, RunHead } from './rating-data.ts';

interface RecomputePanelProps {
  readonly run: RunHead;
  readonly grades: Grades;
  readonly onClose: () => void;
}

/** A publication worked out again by the rules of its day: the same, or who differs and from which step. */
export function RecomputePanel({ run, grades, onClose }: RecomputePanelProps) {
  const { say } = useSpeech();
  const again = useAction('ratings.recompute', { id: run.id }, { staleTime: 0 });
  return (
    <SidePanel open title={say('ratings.recompute')} onClose={onClose}>
      <p className="ratings-quiet">{say('ratings.recomputeLead')}</p>
      <Loaded of={again} lines={6}>
        {(data) => <Compared again={data} grades={grades} />}
      </Loaded>
      <section className="ratings-part">
        <h2>{say('ratings.rulesThen')}</h2>
        <ul>
          {run.packs.map(({ id, version, hash }) => (
            <li key={id}>
              {id} {version} <code>{hash.slice(0, 12)}</code>
            </li>
          ))}
        </ul>
      </section>
    </SidePanel>
  );
}

interface ComparedProps {
  readonly again: OutputOf<'ratings.recompute'>;
  readonly grades: Grades;
}

function Compared({ again: { equal, subjects, facts, rows }, grades }: ComparedProps) {
  const { say, language } = useSpeech();
  const kinds = facts.changed.map((kind) => say(`ratings.read-${kind}`)).join(language === 'zh-CN' ? '、' : ', ');
  return (
    <section className="ratings-part" aria-live="polite">
      <p>
        {equal ? (
          <Mark glyph="✓" tone="success" word={say('ratings.equal', { count: subjects })} />
        ) : (
          <Mark glyph="!" tone="warning" word={say('ratings.differ', { count: rows.length, all: subjects })} />
        )}
      </p>
      <p>{facts.equal ? say('ratings.factsEqual') : say('ratings.factsDiffer', { kinds })}</p>
      <MovedList rows={rows as readonly SimulatedRow[]} grades={grades} />
    </section>
  );
}
