import { compileExact, compileValue } from '../../condition.ts';
import { Decimal, divide } from '../../decimal.ts';
import type { Fact } from '../../facts.ts';
import { compileSet } from '../../measure/set.ts';
import type { At } from '../../measure/types.ts';
import type { Missing, Words } from '../../value.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepCompiler } from '../types.ts';
import { byEntry, type FromEntries, textOf } from './declarations.ts';
import type { LooseEntry } from './filling.ts';

/** One score of an item: what it counts, with what was done to it. */
export interface Score {
  readonly fact: Fact;
  readonly points: Decimal;
  readonly note: Words | null;
}

export interface Scores {
  /** By the name of the item, in the order of the entries. */
  readonly ofItem: (
    name: string,
    size: Decimal,
  ) => { readonly counted: readonly Score[]; readonly refused: readonly Refused[] };
  /** Entries that name none of these items. */
  readonly without: (names: ReadonlySet<string>) => readonly LooseEntry[];
}

type Refused = LooseEntry & { readonly entry: Fact };
type Put = { readonly fact: Fact; readonly name: string; readonly points: Decimal | null };

/** The scores that entries give to local items. */
export function compileScores(
  { scored }: FromEntries,
  { parts }: StepCompiler,
): (at: At) => Scores | { readonly missing: readonly Missing[] } {
  const set = compileSet(scored.entries, parts);
  const name = compileValue(scored.name, set.variables);
  const points = compileExact(scored.points, set.variables);
  return (at) => {
    const { elements, doubt } = set.gather(at);
    if (doubt.length > 0) return { missing: doubt };
    const put = [...elements].sort(byEntry).flatMap(({ env, fact }): Put[] => {
      const given = points(env);
      return fact ? [{ fact, name: textOf(name(env)), points: given === undefined ? null : new Decimal(given) }] : [];
    });
    return {
      ofItem: (own, size) =>
        judged(
          put.filter((one) => one.name === own),
          size,
          scored.beyond,
        ),
      without: (names) => put.filter((one) => !names.has(one.name)).map(({ fact, name: own }) => nobodys(fact, own)),
    };
  };
}

function judged(
  all: readonly Put[],
  size: Decimal,
  beyond: FromEntries['scored']['beyond'],
): ReturnType<Scores['ofItem']> {
  const counted: Score[] = [];
  const refused: Refused[] = [];
  for (const { fact, points } of all) {
    const why = wrong(points, size, beyond);
    if (points === null || why) {
      refused.push({
        fact: fact.id,
        entry: fact,
        words: why ?? NO_POINTS,
        wayOut: say('更正评分', 'Correct the score'),
      });
      continue;
    }
    const over = points.gt(size);
    counted.push({
      fact,
      points: over ? size : points,
      note: over
        ? say(
            `${plain(points)} 超过项目分值，按 ${plain(size)} 计`,
            `${plain(points)} is beyond the marks of the item, so ${plain(size)}`,
          )
        : null,
    });
  }
  return { counted, refused };
}

function wrong(points: Decimal | null, size: Decimal, beyond: FromEntries['scored']['beyond']): Words | null {
  if (points === null) return NO_POINTS;
  if (points.isNegative())
    return say(`评分 ${plain(points)} 为负，不计`, `a score of ${plain(points)} is below zero and does not count`);
  if (beyond === 'capped' || points.lte(size)) return null;
  return say(
    `评分 ${plain(points)} 超过项目分值 ${plain(size)}，不计`,
    `a score of ${plain(points)} is beyond the ${plain(size)} marks of the item and does not count`,
  );
}

const NO_POINTS = say('没有写明评分', 'no points are stated');

const nobodys = (fact: Fact, name: string): LooseEntry => ({
  fact: fact.id,
  words:
    name === ''
      ? say('没有写明评的是哪个自设项目，不计', 'it names no local item, so it does not count')
      : say(`没有名为“${name}”的自设项目，不计`, `there is no local item “${name}”, so it does not count`),
  wayOut: say('先申报该项目，或核对名称', 'Declare the item first, or check its name'),
});

/** What several scores of one item come to. */
export function combined(scores: readonly Score[], several: FromEntries['scored']['several'], size: Decimal): Decimal {
  const points = scores.map((one) => one.points);
  const sum = Decimal.sum(0, ...points);
  if (several === 'sum') return Decimal.min(sum, size);
  if (several === 'mean') return divide(sum, new Decimal(points.length));
  return several === 'latest' ? (points.at(-1) ?? new Decimal(0)) : Decimal.max(...points);
}
