import type { Policy } from '../policy.ts';
import type { Words } from '../value.ts';
import type { SimulatedRow } from './simulate.ts';

export interface SimulationSummary {
  readonly subjects: number;
  readonly moved: Readonly<Record<SimulatedRow['moved'], number>>;
  /** Subjects by grade, from the best to the worst. */
  readonly grades: readonly {
    readonly grade: string;
    readonly title: Words;
    readonly before: number;
    readonly after: number;
  }[];
  /** Steps at which differences begin, with how many subjects. */
  readonly causes: readonly { readonly step: string; readonly title: Words; readonly subjects: number }[];
}

/** Counts over rows; a reader who may see some of them only has those counted. */
export function summarise(rows: readonly SimulatedRow[], { ratings }: Policy, rating: string): SimulationSummary {
  const moved = { up: 0, down: 0, same: 0, new: 0, gone: 0, open: 0 };
  const causes = new Map<string, { step: string; title: Words; subjects: number }>();
  for (const row of rows) {
    moved[row.moved] += 1;
    for (const { step, title } of row.causes) {
      const before = causes.get(step)?.subjects ?? 0;
      causes.set(step, { step, title, subjects: before + 1 });
    }
  }
  const given = new Set(rows.flatMap((row) => [gradeOf(row, 'before'), gradeOf(row, 'after')]));
  const grades = (ratings.get(rating)?.scales ?? []).flatMap((scale) => scale.grades).filter(({ id }) => given.has(id));
  const count = (side: 'before' | 'after', grade: string) => rows.filter((row) => gradeOf(row, side) === grade).length;
  return {
    subjects: rows.length,
    moved,
    grades: grades.map(({ id, title }) => ({
      grade: id,
      title,
      before: count('before', id),
      after: count('after', id),
    })),
    causes: [...causes.values()],
  };
}

function gradeOf(row: SimulatedRow, side: 'before' | 'after'): string | null {
  const grade = row[side]?.grade;
  return grade?.state === 'known' ? String(grade.value) : null;
}
