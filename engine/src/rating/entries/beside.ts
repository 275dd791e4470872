import { compileBesideFinder, type Whose } from '../../measure/beside.ts';
import { type CompiledSet, compileSet } from '../../measure/set.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Beside } from '../../schema/rating/entries.ts';
import type { Missing } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { dropped, type Line } from './line.ts';

type Part = Beside[number];

/** Entries as others beside them let them count; what keeps that from being known. */
export type BesideRun = (
  lines: readonly Line[],
  at: At,
) => { readonly lines: readonly Line[]; readonly missing: readonly Missing[] };

export function compileBeside(
  parts: Beside | undefined,
  set: CompiledSet,
  theirs: Whose,
  compiler: StepCompiler,
): BesideRun {
  const runs = (parts ?? []).map((part) => compileOne(part, set, theirs, compiler));
  return (lines, at) =>
    runs.reduce<ReturnType<BesideRun>>(
      (so, run) => {
        if (so.missing.length > 0 || so.lines.every(({ counts }) => !counts)) return so;
        return run(so.lines, at);
      },
      { lines, missing: [] },
    );
}

function compileOne(part: Part, set: CompiledSet, theirs: Whose, compiler: StepCompiler): BesideRun {
  const { then, why } = part;
  const { parts } = compiler;
  const finder = compileBesideFinder(part, set, theirs, { parts, compile: (one) => compileSet(one, parts) });
  const factor: Figure | null = typeof then === 'object' ? compiler.compile(then.times) : null;
  return (lines, at) => {
    const { missing: open, find } = finder.at(at);
    const times = factor?.evaluate(at) ?? null;
    const missing = [...open, ...(times?.state === 'not-known' ? times.missing : [])];
    if (missing.length > 0) return { lines, missing };
    return {
      missing: [],
      lines: lines.map((line) => {
        if (!line.counts) return line;
        const beside = find(line);
        if (then === 'only-then') return beside ? line : dropped(line, why);
        if (!beside) return line;
        const said = say(`${beside.fact?.date} ${why['zh-CN']}`, `${why.en} (${beside.fact?.date})`);
        if (then === 'does-not-count') return dropped(line, said);
        if (times?.state !== 'known') return line;
        const by = toDecimal(times);
        const note = say(`${said['zh-CN']}，按 ${plain(by)} 倍计`, `${said.en}, counts ${plain(by)}-fold`);
        const rated = line.part && { ...line.part, rate: line.part.rate.times(by) };
        return { ...line, points: line.points.times(by), part: rated, notes: [...line.notes, note] };
      }),
    };
  };
}
