import { compileValue } from '../../condition.ts';
import type { Element } from '../../measure/element.ts';
import { type Length, lengthOn, shifted } from '../../measure/length.ts';
import { type CompiledSet, compileSet, type SetPart, whoseOf } from '../../measure/set.ts';
import type { At, Figure } from '../../measure/types.ts';
import { toDecimal } from '../../measure/values.ts';
import { FIRST_DAY } from '../../measure/window.ts';
import type { Beside } from '../../schema/rating/entries.ts';
import type { Missing } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { dropped, type Line } from './line.ts';
import { compileSame } from './same-thing.ts';

type Part = Beside[number];
type Whose = Pick<SetPart, 'about' | 'predecessors'>;

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
  const { form, where, same, then, why } = part;
  const others = compileSet(
    { form, ...(where === undefined ? {} : { where }), ...whoseOf(theirs, part.about) },
    compiler.parts,
  );
  const thing = compileSame(same, set.variables, others.variables);
  const near = compileDays(part.days, others, compiler);
  const factor: Figure | null = typeof then === 'object' ? compiler.compile(then.times) : null;
  const isSame = (one: Element, beside: Element): boolean => {
    if (!thing) return true;
    const own = thing.own(one.env);
    return own !== null && own === thing.other(beside.env);
  };
  return (lines, at) => {
    const { elements, doubt } = others.gather(at, { key: at.period.key, start: FIRST_DAY, end: at.asOf });
    const days = near(at);
    const times = factor?.evaluate(at) ?? null;
    const missing = [
      ...doubt,
      ...('missing' in days ? days.missing : []),
      ...(times?.state === 'not-known' ? times.missing : []),
    ];
    if ('missing' in days || missing.length > 0) return { lines, missing };
    const found = (line: Line): Element | undefined =>
      elements.find(
        (one) => one.fact && one.fact.id !== line.fact.id && isSame(line.element, one) && days.fit(line, one),
      );
    return {
      missing: [],
      lines: lines.map((line) => {
        if (!line.counts) return line;
        const beside = found(line);
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

interface Days {
  readonly fit: (line: Line, other: Element) => boolean;
}

type Near = (at: At) => Days | { readonly missing: readonly Missing[] };

function compileDays(days: Part['days'], others: CompiledSet, { parts }: StepCompiler): Near {
  if ('until' in days) {
    const until = compileValue(days.until, others.variables);
    return () => ({
      fit: ({ fact: { date } }, { env, fact }) => {
        const last = until(env);
        return fact !== null && fact.date <= date && (typeof last !== 'string' || date <= last);
      },
    });
  }
  if ('lasts' in days) {
    const { lasts } = days;
    return (at) => {
      const length = lengthOn(lasts, parts, at.period.end);
      if ('missing' in length) return length;
      return {
        fit: ({ fact: { date } }, { fact }) =>
          fact !== null && fact.date <= date && date < shifted(fact.date, length, 1),
      };
    };
  }
  const { before, after } = days;
  return (at) => {
    const [back, ahead] = [before, after].map((one) =>
      one === undefined ? null : lengthOn(one, parts, at.period.end),
    );
    for (const one of [back, ahead]) if (one && 'missing' in one) return one;
    return {
      fit: ({ fact: { date } }, { fact }) =>
        fact !== null && fact.date >= moved(date, back, -1) && fact.date <= moved(date, ahead, 1),
    };
  };
}

const moved = (
  day: string,
  length: Length | { readonly missing: readonly Missing[] } | null | undefined,
  way: 1 | -1,
): string => (!length || 'missing' in length ? day : shifted(day, length, way));
