import type { Decimal } from '../../decimal.ts';
import { toDecimal } from '../../measure/values.ts';
import type { Value, Words } from '../../value.ts';
import { say } from '../../words.ts';
import { gradeAt, gradeName } from '../grades.ts';
import { distanceShown } from '../number-shown.ts';
import { rivalName } from '../rivals.ts';
import type { Border, Neighbour, Sheet } from '../types.ts';
import type { Edge } from './allocate.ts';
import type { CompiledQuota, Group } from './group.ts';

/** What a rival is called whose name one is not told. */
export const THE_BORDER = say('名额边界', 'the border of the places');

/** How far a subject is from the rival on the other side of the border of places. */
export function quotaBorders(quota: CompiledQuota, group: Group, sheet: Sheet, row: number): Border[] {
  const { allocation, candidates } = group;
  const own = allocation?.gradeOf.get(row);
  if (!allocation || own === undefined || candidates.get(row)?.held !== 'free') return [];
  return allocation.edges.flatMap((edge) => {
    const place = edge.line.indexOf(row);
    const rival = place < 0 ? undefined : edge.line[place < edge.kept ? edge.kept : edge.kept - 1];
    return rival === undefined ? [] : border(quota, sheet, row, rival, allocation.gradeOf, edge);
  });
}

function border(
  { part, scale }: CompiledQuota,
  sheet: Sheet,
  row: number,
  rival: number,
  gradeOf: ReadonlyMap<number, number>,
  edge: Edge,
): Border[] {
  const [key] = part.by;
  const column = sheet.column(key?.step ?? '');
  const [mine, theirs] = [column[row] as Value, column[rival] as Value];
  const gives = gradeOf.get(rival);
  if (mine.state !== 'known' || theirs.state !== 'known' || gives === undefined) return [];
  const [now, at] = [toDecimal(mine), toDecimal(theirs)];
  const behind = gives < (gradeOf.get(row) as number);
  const name = rivalName(sheet, rival, THE_BORDER);
  const grade = gradeName(edge.grade, scale);
  const far = apart(now.minus(at).abs(), mine.unit, behind, name);
  return [
    {
      at,
      now,
      included: part.ties === 'all-in',
      gives: gradeAt(gives, scale),
      words: behind
        ? say(`“${grade['zh-CN']}”名额：${far['zh-CN']}，超过它`, `places of “${grade.en}”: ${far.en}; ahead of it`)
        : say(`“${grade['zh-CN']}”名额：${far['zh-CN']}，被它超过`, `places of “${grade.en}”: ${far.en}; behind it`),
    },
  ];
}

function apart(distance: Decimal, unit: string | undefined, behind: boolean, name: Words): Words {
  if (distance.isZero()) return say(`与${name['zh-CN']}并列`, `level with ${name.en}`);
  const far = distanceShown(distance, unit);
  return behind
    ? say(`比${name['zh-CN']}差 ${far['zh-CN']}`, `${far.en} behind ${name.en}`)
    : say(`比${name['zh-CN']}好 ${far['zh-CN']}`, `${far.en} ahead of ${name.en}`);
}

/** What one place more would bring: the grade of the place, for whoever stands first behind it. */
export function placeMore(
  { part, scale, compare }: CompiledQuota,
  group: Group,
  sheet: Sheet,
  row: number,
): Neighbour[] {
  return (group.allocation?.edges ?? []).flatMap(({ grade, line, kept }): Neighbour[] => {
    const [first, second] = [line[kept], line[kept + 1]];
    if (first !== row || grade === scale.grades.length - 1) return [];
    if (part.ties === 'all-out' && second !== undefined && compare(sheet, first, second) === 0) return [];
    const name = gradeName(grade, scale);
    const words = say(`：“${name['zh-CN']}”名额多 1 个`, `with one place more of “${name.en}”`);
    return [{ words, value: gradeAt(grade, scale) }];
  });
}
