import type { Decimal } from '../decimal.ts';
import type { Explanation } from '../explanation.ts';
import type { At, Figure, FigureType } from '../measure/types.ts';
import { lacking, toDecimal } from '../measure/values.ts';
import { type Cap, compileCap } from '../rating/effect/cap.ts';
import { checkEffect } from '../rating/effect/check.ts';
import { checkEscalation } from '../rating/effect/escalation.ts';
import { perRow } from '../rating/rows.ts';
import { everybody, squeezed } from '../rating/squeezed.ts';
import type { Neighbour, Sheet, StepChecker, StepCompiler, StepConstruct, StepPart, Turn } from '../rating/types.ts';
import { holdsUntil } from '../rating/until.ts';
import type { Ceiling } from '../schema/rating/ceiling.ts';
import type { Missing, Value, Words } from '../value.ts';
import { valueToJson } from '../value-json.ts';
import { say } from '../words.ts';

type Written = Ceiling['limits'][number];

/** `ceiling: { of: class, limits: [{ when: late, at_most: { grade: second }, why: … }] }`: not above, as long as it holds. */
export const ceiling: StepConstruct<StepPart<'ceiling'>> = {
  key: 'ceiling',
  check: (part, at, checker) => {
    const type = checker.step(part.of, `${at}/of`);
    const sound = part.limits.map((limit, i) => checkLimit(limit, part.of, type, `${at}/limits/${i}`, checker));
    return sound.includes(false) ? null : type;
  },
  compile: (part, compiler) => {
    const limits = part.limits.map((limit) => compileLimit(limit, part.of, compiler));
    const kept = (at: At, sheet: Sheet, row: number): Value =>
      limits.reduce((value, limit) => limited(value, limit.active(at), at), sheet.column(part.of)[row] as Value);
    const { scale: graded } = compiler.typeOf(part.of);
    const scale = graded === undefined ? null : compiler.scale(graded);
    return perRow(
      {
        evaluate: kept,
        explain: ({ at, sheet, row, step }) => {
          const active = limits.map((limit) => ({ limit, now: limit.active(at) }));
          const held = active.filter(({ now }) => now.cap !== null);
          const [before, after] = [sheet.column(part.of)[row] as Value, kept(at, sheet, row)];
          return {
            words: wordsOf(
              held.map(({ limit, now }) => ({ why: limit.why, cap: now.cap as Cap })),
              alike(before, after),
              at,
            ),
            children: [step(part.of), ...active.map(({ limit }): Explanation => limit.figure.explain(at))],
          };
        },
      },
      {
        neighbours: (sheet, row) => neighboursOf(limits, sheet.column(part.of)[row] as Value, sheet.at(row)),
        findings: (sheet) => {
          if (scale === null) return [];
          const after = sheet.subjects.map((_, row) => kept(sheet.at(row), sheet, row));
          return squeezed(everybody(sheet), sheet.column(part.of), after, scale, sheet.subjects[0]?.organisation ?? '');
        },
        turns: (sheet, row) => turnsOf(limits, sheet.column(part.of)[row] as Value, sheet, row),
      },
    );
  },
};

/** Whether a limit holds: its cap when it does, what is missing while that is not known. */
interface Active {
  readonly cap: Cap | null;
  /** The lowest cap that may yet hold. */
  readonly feared: Cap | null;
  readonly missing: readonly Missing[];
}

interface Limit {
  readonly why: Words;
  readonly figure: Figure;
  readonly active: (at: At) => Active;
  /** One case more, one fewer; with the condition and without it. */
  readonly others: (at: At) => readonly { readonly words: Words; readonly active: Active }[];
}

/** A value kept down by a limit; not known only when the limit may hold and would lower it. */
function limited(value: Value, { cap, feared, missing }: Active, at: At): Value {
  if (value.state !== 'known') return value;
  if (cap) return cap.lower(value, at);
  return feared && !alike(feared.lower(value, at), value) ? lacking(missing) : value;
}

/** What would be kept if one limit stood otherwise, where that is something else. */
function neighboursOf(limits: readonly Limit[], value: Value, at: At): Neighbour[] {
  const keptWith = (one: Limit | null, active: Active | null): Value =>
    limits.reduce((so, limit) => limited(so, limit === one && active ? active : limit.active(at), at), value);
  const now = keptWith(null, null);
  return limits.flatMap((limit) =>
    limit
      .others(at)
      .map(({ words, active }) => ({ words, value: keptWith(limit, active) }))
      .filter((other) => !alike(other.value, now)),
  );
}

/** Until when each limit holds that keeps something down now. */
function turnsOf(limits: readonly Limit[], value: Value, sheet: Sheet, row: number): Turn[] {
  const at = sheet.at(row);
  return limits.flatMap((limit): Turn[] => {
    const now = limit.active(at);
    if (!now.cap || alike(now.cap.lower(value, at), value)) return [];
    const on = holdsUntil((when) => limit.active(when).cap !== null, sheet, row);
    const words = say(`不再因“${limit.why['zh-CN']}”受限`, `no longer limited for “${limit.why.en}”`);
    return on ? [{ on, words }] : [];
  });
}

const alike = (a: Value, b: Value): boolean => JSON.stringify(valueToJson(a)) === JSON.stringify(valueToJson(b));

function checkLimit(limit: Written, of: string, type: FigureType | null, at: string, checker: StepChecker): boolean {
  if ('when' in limit)
    return [
      checker.judgement(limit.when, `${at}/when`) !== null,
      checkEffect(limit.at_most, of, type, `${at}/at_most`, checker),
    ].every(Boolean);
  const effects = limit.from.map(({ at_most }, i) =>
    checkEffect(at_most, of, type, `${at}/from/${i}/at_most`, checker),
  );
  const count = checker.number(limit.count, `${at}/count`);
  return count !== null && !effects.includes(false) && checkEscalation(limit.from, type, at, checker);
}

function compileLimit(limit: Written, of: string, compiler: StepCompiler): Limit {
  const { scale: id } = compiler.typeOf(of);
  const scale = id === undefined ? null : compiler.scale(id);
  if ('when' in limit) {
    const [figure, cap] = [compiler.compile(limit.when), compileCap(limit.at_most, scale, compiler)];
    return {
      why: limit.why,
      figure,
      active: (at) => {
        const holds = figure.evaluate(at);
        if (holds.state === 'known') return { cap: holds.value === true ? cap : null, feared: null, missing: [] };
        return { cap: null, ...doubted(holds, cap) };
      },
      others: (at) => {
        const holds = figure.evaluate(at);
        if (holds.state !== 'known') return [];
        const { 'zh-CN': zh, en } = limit.why;
        return holds.value === true
          ? [{ words: say(`没有“${zh}”`, `without “${en}”`), active: { ...NOT_ACTIVE } }]
          : [{ words: say(`有“${zh}”`, `with “${en}”`), active: { ...NOT_ACTIVE, cap } }];
      },
    };
  }
  const figure = compiler.compile(limit.count);
  const rows = limit.from.map(({ at_least, at_most }) => ({ at_least, cap: compileCap(at_most, scale, compiler) }));
  const capAt = (count: Decimal): Active => ({
    ...NOT_ACTIVE,
    cap: rows.findLast(({ at_least }) => count.gte(at_least))?.cap ?? null,
  });
  return {
    why: limit.why,
    figure,
    active: (at) => {
      const count = figure.evaluate(at);
      if (count.state !== 'known') return { cap: null, ...doubted(count, rows.at(-1)?.cap ?? null) };
      return capAt(toDecimal(count));
    },
    others: (at) => {
      const count = figure.evaluate(at);
      if (count.state !== 'known') return [];
      const { 'zh-CN': zh, en } = limit.why;
      const number = toDecimal(count);
      return [
        { words: say(`多一件（${zh}）`, `one more (${en})`), active: capAt(number.plus(1)) },
        { words: say(`少一件（${zh}）`, `one fewer (${en})`), active: capAt(number.minus(1)) },
      ];
    },
  };
}

const NOT_ACTIVE: Active = { cap: null, feared: null, missing: [] };

const doubted = (value: Value, cap: Cap | null): Pick<Active, 'feared' | 'missing'> =>
  value.state === 'not-known' ? { feared: cap, missing: value.missing } : { feared: null, missing: [] };

function wordsOf(held: readonly { readonly why: Words; readonly cap: Cap }[], same: boolean, at: At): Words {
  if (held.length === 0) return say('没有限制', 'nothing limits it');
  const said = held.map(({ why, cap }) => {
    const words = cap.words(at);
    return say(`${why['zh-CN']}，${words['zh-CN']}`, `${why.en}: ${words.en}`);
  });
  const end = same ? say('，本就不高于此', ', which it is not above') : say('', '');
  return say(
    `${said.map((one) => one['zh-CN']).join('；')}${end['zh-CN']}`,
    `${said.map((one) => one.en).join('; ')}${end.en}`,
  );
}
