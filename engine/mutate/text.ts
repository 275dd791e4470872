import { readFileSync } from 'node:fs';
import type { Mutant } from './stryker.ts';

/** Below engine/src, wherever the project lies. */
export const fileIn = (name: string): string => name.replace(/^(.*\/)?engine\/src\//, '');

/** A piece of source in one line of bearable length. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-36)}` : line;
}

/** What a mutant changes; places are counted from nought. */
export function textAt(lines: readonly string[], { start, end }: Mutant['location']): string {
  const inside = lines.slice(start.line, end.line + 1);
  const cut = inside.map((line, i) => (i === inside.length - 1 ? line.slice(0, end.column) : line));
  return [cut[0]?.slice(start.column) ?? '', ...cut.slice(1)].join('\n');
}

const files = new Map<string, readonly string[]>();

/** The lines of a source file as it is now. */
export function linesOf(path: string): readonly string[] {
  const lines = files.get(path) ?? readFileSync(path, 'utf8').split('\n');
  files.set(path, lines);
  return lines;
}
