import { itemEntries } from '../../constructs/item-entries.ts';
import { itemTimes } from '../../constructs/item-times.ts';
import { itemWhen } from '../../constructs/item-when.ts';
import { isRecord } from '../../pack/schema-shape.ts';
import type { Parts } from '../../parts.ts';
import type { Finding } from '../../problem.ts';
import type { Change } from '../../schema/rating/item.ts';
import { plain } from '../../value-json.ts';
import { say } from '../../words.ts';
import type { StepChecker, StepCompiler } from '../types.ts';
import { writtenNumbers } from '../written-number.ts';
import type { ChangeConstruct, ChangeRun } from './types.ts';

const CONSTRUCTS: ReadonlyMap<string, ChangeConstruct<never>> = new Map<string, ChangeConstruct<never>>(
  [itemEntries, itemTimes, itemWhen].map((construct) => [construct.key, construct]),
);

/** The construct of a change: the one key that tells its kind. */
export function changeConstruct(change: Change): ChangeConstruct<never> {
  const key = Object.keys(change).find((name) => CONSTRUCTS.has(name)) ?? '';
  const construct = CONSTRUCTS.get(key);
  if (!construct) throw new Error(`No construct of changes is among ${Object.keys(change).join(', ')}`);
  return construct;
}

export function checkChange(change: Change, at: string, checker: StepChecker): boolean {
  const written = belowZero(change.points, `${at}/points`, checker.parts);
  for (const finding of written) checker.add(finding);
  return changeConstruct(change).check(change as never, at, checker) && written.length === 0;
}

/** “Less 4” is 4 under deduct: a number below zero, also that of a parameter, would turn it into its opposite. */
function belowZero(points: unknown, at: string, parts: Parts): Finding[] {
  const numbers = writtenNumbers(points, parts);
  if (numbers.length > 0 || !isRecord(points)) {
    const number = numbers.find((one) => one.lt(0));
    return number ? [negative(plain(number), at)] : [];
  }
  const name = 'table' in points ? 'table' : 'rows';
  return Object.entries(points[name] ?? {}).flatMap(([key, rung]): Finding[] => {
    const here = `${at}/${name}/${key}`;
    if (isRecord(rung) && 'gives' in rung) return belowZero(rung.gives, `${here}/gives`, parts);
    if (isRecord(rung) && name === 'table' && !('number' in rung) && !('parameter' in rung))
      return Object.entries(rung).flatMap(([deep, one]) => belowZero(one, `${here}/${deep}`, parts));
    return belowZero(rung, here, parts);
  });
}

const negative = (number: string, at: string): Finding => ({
  code: 'negative-points',
  at,
  words: say(`分值 ${number} 为负：扣分会变成加分`, `The points are ${number}: what takes would add`),
  wayOut: say(
    '写正数；扣分写在 deduct，加分写在 award',
    'Write it above zero; under deduct it takes, under award it adds',
  ),
});

export const compileChange = (change: Change, compiler: StepCompiler): ChangeRun =>
  changeConstruct(change).compile(change as never, compiler);
