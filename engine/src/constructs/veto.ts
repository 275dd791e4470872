import type { At, Figure } from '../measure/types.ts';
import { checkDueProcess } from '../rating/effect/behind.ts';
import { checkEffect } from '../rating/effect/check.ts';
import { lastPlaces } from '../rating/effect/last-place.ts';
import { gradeTitle } from '../rating/outcome.ts';
import { perSheet } from '../rating/per-sheet.ts';
import type { Sheet, StepConstruct, StepPart, Turn } from '../rating/types.ts';
import { holdsUntil } from '../rating/until.ts';
import { groupsOf } from '../rating/within.ts';
import type { Veto } from '../schema/rating/veto.ts';
import type { Rating } from '../schema/rating.ts';
import { known, type Value } from '../value.ts';
import { formatValue } from '../value-json.ts';
import { say } from '../words.ts';

type Case = Veto['cases'][number];

interface CompiledCase {
  readonly written: Case;
  readonly when: Figure;
  /** The fixed value; null for the last place, which depends on the others. */
  readonly fixed: ((at: At) => Value) | null;
}

/** `veto: { of: class, cases: [{ when: fraud, gives: { grade: fail }, why: … }] }`: a fixed result; the sum stays visible. */
export const veto: StepConstruct<StepPart<'veto'>> = {
  key: 'veto',
  check: (part, at, checker) => {
    const type = checker.step(part.of, `${at}/of`);
    const sound = part.cases.map((one, i) => {
      const where = `${at}/cases/${i}`;
      checkDueProcess(one.when, `${where}/when`, checker);
      const judged = checker.judgement(one.when, `${where}/when`) !== null;
      return checkEffect(one.gives, part.of, type, `${where}/gives`, checker) && judged;
    });
    return sound.includes(false) ? null : type;
  },
  compile: (part, { compile, rating, typeOf, scale }) => {
    const cases = part.cases.map((written): CompiledCase => {
      const { gives } = written;
      const points = 'points' in gives ? compile(gives.points) : null;
      const value = 'grade' in gives ? known(gives.grade) : known(false);
      const fixed = 'place' in gives ? null : (at: At) => points?.evaluate(at) ?? value;
      return { written, when: compile(written.when), fixed };
    });
    /** The case that decides for a row, none, or what keeps that from being known. */
    const deciding = (at: At): CompiledCase | Value | null => {
      for (const one of cases) {
        const holds = one.when.evaluate(at);
        if (holds.state === 'not-known') return holds;
        if (holds.state === 'known' && holds.value === true) return one;
      }
      return null;
    };
    const column = perSheet((sheet) => {
      const own = sheet.column(part.of);
      const decided = own.map((_, row) => deciding(sheet.at(row)));
      const places = putLast(part.of, rating, sheet, own, decided);
      return own.map((value, row) => {
        const one = decided[row] ?? null;
        if (one === null || !('written' in one)) return one ?? places.get(row) ?? value;
        return one.fixed?.(sheet.at(row)) ?? places.get(row) ?? value;
      });
    });
    const gradeScale = typeOf(part.of).scale;
    const turns = (sheet: Sheet, row: number): Turn[] => {
      const one = deciding(sheet.at(row));
      if (one === null || !('written' in one)) return [];
      const on = holdsUntil((at) => isTrue(one.when.evaluate(at)), sheet, row);
      const { why } = one.written;
      return on ? [{ on, words: say(`不再因“${why['zh-CN']}”否决`, `no longer vetoed for “${why.en}”`) }] : [];
    };
    return {
      column,
      turns,
      explain: ({ sheet, row, at, step }) => {
        const one = deciding(at);
        const before = sheet.column(part.of)[row] as Value;
        const held = one !== null && 'written' in one;
        const grades = gradeScale === undefined ? null : scale(gradeScale);
        const was =
          grades && before.state === 'known'
            ? gradeTitle(String(before.value), grades)
            : say(formatValue(before, undefined, 'zh-CN'), formatValue(before, undefined, 'en'));
        return {
          words: held
            ? say(
                `${one.written.why['zh-CN']}，否决；原为${was['zh-CN']}`,
                `vetoed: ${one.written.why.en}; it was ${was.en}`,
              )
            : say('没有否决情形', 'nothing vetoes it'),
          children: [step(part.of), ...(held ? [one.when.explain(at)] : cases.map(({ when }) => when.explain(at)))],
        };
      },
    };
  },
};

const isTrue = (value: Value): boolean => value.state === 'known' && value.value === true;

/** The places of everybody when some are put last. */
function putLast(
  of: string,
  { steps }: Rating,
  sheet: Sheet,
  places: readonly Value[],
  decided: readonly (CompiledCase | Value | null)[],
): ReadonlyMap<number, Value> {
  const rank = steps.find(({ id }) => id === of);
  if (!rank || !('rank' in rank)) return new Map();
  const last = new Map<number, 'move-up' | 'stay'>();
  decided.forEach((one, row) => {
    if (one !== null && 'written' in one && 'place' in one.written.gives) last.set(row, one.written.gives.others);
  });
  const moved = groupsOf(rank.rank.within, sheet).map((rows) => {
    const own = rows.filter((row) => last.has(row));
    const others = own.some((row) => last.get(row) === 'move-up') ? 'move-up' : 'stay';
    return lastPlaces(rows, places, new Set(own), others);
  });
  return new Map(moved.flatMap((group) => [...group]));
}
