import { readFileSync } from 'node:fs';
import { drawn, type Sample } from './sample.ts';
import type { Tried } from './score.ts';
import { fileIn, short, textAt } from './text.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface ReportMutant extends Tried {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly statusReason?: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly ReportMutant[] }>>;
}

export interface Found extends Tried {
  /** The folder below engine/src; `.` for the files beside the folders. */
  readonly folder: string;
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly was: string;
  readonly becomes: string;
}

/** Every mutant of Stryker's report that was drawn, with the text that it changes. */
export function readReport(path: string | URL, sample: Sample): Found[] {
  const isDrawn = drawn(sample);
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return Object.entries(files).flatMap(([name, { source, mutants }]) => {
    const file = fileIn(name);
    const lines = source.split('\n');
    return mutants
      .filter((mutant) => isDrawn({ ...mutant, fileName: name, location: fromZero(mutant.location) }))
      .map((mutant) => ({
        folder: file.includes('/') ? file.slice(0, file.indexOf('/')) : '.',
        file,
        line: mutant.location.start.line,
        mutator: mutant.mutatorName,
        was: short(textAt(lines, fromZero(mutant.location))),
        becomes: short(mutant.replacement ?? ''),
        status: mutant.status,
      }));
  });
}

/** The report counts lines and columns from one, the runner from nought. */
const fromZero = ({ start, end }: ReportMutant['location']): ReportMutant['location'] => ({
  start: { line: start.line - 1, column: start.column - 1 },
  end: { line: end.line - 1, column: end.column - 1 },
});
