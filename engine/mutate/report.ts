import { readFileSync } from 'node:fs';
import type { Tried } from './score.ts';

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

/** Every mutant of Stryker's report, with the text that it changes. */
export function readReport(path: string | URL): Found[] {
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return Object.entries(files).flatMap(([name, { source, mutants }]) => {
    const file = name.replace(/^engine\/src\//, '');
    const lines = source.split('\n');
    return mutants.map((mutant) => ({
      folder: file.includes('/') ? file.slice(0, file.indexOf('/')) : '.',
      file,
      line: mutant.location.start.line,
      mutator: mutant.mutatorName,
      was: short(textAt(lines, mutant.location)),
      becomes: short(mutant.replacement ?? ''),
      status: mutant.status,
    }));
  });
}

function textAt(lines: readonly string[], { start, end }: ReportMutant['location']): string {
  const inside = lines.slice(start.line - 1, end.line);
  const cut = inside.map((line, i) => (i === inside.length - 1 ? line.slice(0, end.column - 1) : line));
  return [cut[0]?.slice(start.column - 1) ?? '', ...cut.slice(1)].join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-36)}` : line;
}
