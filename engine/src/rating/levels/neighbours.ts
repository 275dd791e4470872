import { toDecimal } from '../../measure/values.ts';
import { known, type Value } from '../../value.ts';
import { say } from '../../words.ts';
import { numberShown } from '../number-shown.ts';
import type { Neighbour, Sheet } from '../types.ts';
import { asItIs, type Condition, isMet, type Judge } from './conditions.ts';

type Evaluate = (sheet: Sheet, row: number, judge: Judge) => Value;

/** The level with everything that the next one still lacks. */
export function riseNeighbours(
  conditions: readonly Condition[],
  sheet: Sheet,
  row: number,
  evaluate: Evaluate,
): Neighbour[] {
  const lacking = new Set(conditions.filter((one) => !isMet(one, sheet, row)));
  if (lacking.size === 0) return [];
  const words = [...lacking].map((one) => one.words(sheet, row));
  const met: Judge = (one, ...at) =>
    lacking.has(one) || raised(one, lacking, ...at) ? known(true) : asItIs(one, ...at);
  return [
    {
      words: say(
        `补齐所差的：${words.map((one) => one['zh-CN']).join('、')}`,
        `with what it lacks: ${words.map((one) => one.en).join(', ')}`,
      ),
      value: evaluate(sheet, row, met),
    },
  ];
}

/** A mark that is reached as well when a higher mark of the same step is. */
function raised({ mark }: Condition, lacking: ReadonlySet<Condition>, sheet: Sheet, row: number): boolean {
  const own = mark?.needs(sheet, row);
  return [...lacking].some(({ mark: other }) => {
    const needs = other?.of === mark?.of ? other?.needs(sheet, row) : undefined;
    return own?.state === 'known' && needs?.state === 'known' && toDecimal(needs).gte(toDecimal(own));
  });
}

/** The level that would be left when the step nearest to its pass mark fell below it. */
export function fallNeighbours(
  conditions: readonly Condition[],
  sheet: Sheet,
  row: number,
  evaluate: Evaluate,
): Neighbour[] {
  const margins = conditions.flatMap(({ mark }) => {
    const [has, needs] = [mark && sheet.column(mark.of)[row], mark?.needs(sheet, row)];
    if (!mark || has?.state !== 'known' || needs?.state !== 'known') return [];
    return [{ of: mark.of, needs: toDecimal(needs), margin: toDecimal(has).minus(toDecimal(needs)) }];
  });
  const [nearest] = margins.sort((a, b) => a.margin.comparedTo(b.margin));
  if (!nearest) return [];
  const fallen: Judge = (one, ...at) => {
    const needs = one.mark?.of === nearest.of ? one.mark.needs(...at) : undefined;
    return needs?.state === 'known' && toDecimal(needs).gte(nearest.needs) ? known(false) : asItIs(one, ...at);
  };
  const title = sheet.rating.steps.get(nearest.of)?.step.title ?? say(nearest.of, nearest.of);
  const [needs, has] = [nearest.needs, nearest.needs.plus(nearest.margin)].map((one) => numberShown(one));
  return [
    {
      words: say(`“${title['zh-CN']}”低于 ${needs}（现 ${has}）`, `“${title.en}” below ${needs} (now ${has})`),
      value: evaluate(sheet, row, fallen),
    },
  ];
}
