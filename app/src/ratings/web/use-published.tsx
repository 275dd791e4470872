import type { ValueJson } from '@luoshi/engine';
import type { TableColumnType } from 'antd';
import { useMemo } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Figure } from './Figure.tsx';
import { GradeChip } from './GradeChip.tsx';
import { RunState } from './RunState.tsx';
import type { Grades, RunHead, SheetRow } from './rating-data.ts';
import { gradeOf, readsAlike } from './rating-rows.ts';

/** The column of what was published, beside the live figure; null while nothing is. */
export function usePublished(run: RunHead | null, grades: Grades): TableColumnType<SheetRow> | null {
  const { say } = useSpeech();
  const kept = useAction('ratings.run', { id: run?.id ?? '' }, { enabled: run !== null });
  return useMemo(() => {
    if (!run || !kept.data) return null;
    const rows = new Map(kept.data.rows.map((row) => [row.subject, row]));
    return {
      key: 'published',
      title: say('ratings.publishedFigure', { version: run.version }),
      render: (_: unknown, live: SheetRow) => {
        const row = rows.get(live.subject);
        if (!row) return '—';
        const kept = { grade: row.grade as ValueJson | null, score: row.score as ValueJson | null };
        if (readsAlike(live, kept)) {
          return (
            <span className="ratings-kept">
              <RunState state={row.state} />
              <span className="ratings-quiet">{say('ratings.readsAlike')}</span>
            </span>
          );
        }
        return (
          <span className="ratings-kept">
            {grades.length > 0 ? <GradeChip grade={gradeOf(kept)} grades={grades} /> : null}
            <Figure value={kept.score} grades={grades} />
            <RunState state={row.state} />
          </span>
        );
      },
    };
  }, [run, kept.data, grades, say]);
}
