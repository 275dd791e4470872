import { Decimal } from '../../decimal.ts';
import type { Explanation } from '../../explanation.ts';
import { known, type Words } from '../../value.ts';
import { valueToJson } from '../../value-json.ts';
import { counted, say } from '../../words.ts';
import { drawnPlaces } from '../drawn.ts';
import { gradeName } from '../grades.ts';
import { rivalName } from '../rivals.ts';
import type { Sheet, StepExplanation, StepFinding, Telling } from '../types.ts';
import { groupAt } from '../within.ts';
import type { Edge } from './allocate.ts';
import type { CompiledQuota, Group } from './group.ts';

/** How a grade came through the quota: the arithmetic of the places, and whether it fell, rose or stayed. */
export function explainQuota(quota: CompiledQuota, group: Group, { sheet, row, step }: Telling): StepExplanation {
  const { part } = quota;
  const steps = [...new Set([part.of, ...part.by.map((key) => key.step)])];
  const provisional = group.doubt.length > 0 && group.stopped === null;
  const way = wayOf(quota, group, row);
  return {
    words: say(
      `${way['zh-CN']}${provisional ? '；有对象结果未知，暂定' : ''}`,
      `${way.en}${provisional ? '; some are not known, so this is provisional' : ''}`,
    ),
    details: {
      base: group.base,
      among: group.rows.length,
      places: drawnPlaces([...group.candidates.keys()], row, sheet, {
        compare: quota.compare,
        of: part.by[0]?.step ?? part.of,
        gets: (one) => titleOfRow(quota, group, one),
      }),
    },
    children: [...steps.map(step), ...placesOf(quota, group, sheet)],
  };
}

function titleOfRow({ scale }: CompiledQuota, { allocation, candidates }: Group, row: number): Words | null {
  const grade = allocation?.gradeOf.get(row) ?? candidates.get(row)?.grade;
  return grade === undefined ? null : gradeName(grade, scale);
}

function wayOf({ part, scale }: CompiledQuota, { candidates, allocation, stopped }: Group, row: number): Words {
  const mine = candidates.get(row);
  if (stopped) return say('本组暂不评定', 'the group is not graded yet');
  if (!mine) return say('没有等次，不占名额', 'it has no grade and takes no place');
  if (mine.why === 'direct')
    return mine.held === 'outside'
      ? say('直接定等，不占名额', 'graded directly, takes no place')
      : say('直接定等，占一个名额', 'graded directly, takes a place');
  if (mine.why === 'reason' && typeof part.binding === 'object')
    return say(`${part.binding.why['zh-CN']}，不受名额限制`, `${part.binding.why.en}: kept beyond the places`);
  const now = allocation?.gradeOf.get(row) ?? mine.grade;
  const [before, after] = [gradeName(mine.grade, scale), gradeName(now, scale)];
  if (now > mine.grade)
    return say(
      `名额不足，由“${before['zh-CN']}”移至“${after['zh-CN']}”`,
      `beyond the places: from “${before.en}” to “${after.en}”`,
    );
  if (now < mine.grade)
    return say(
      `补足名额，由“${before['zh-CN']}”升至“${after['zh-CN']}”`,
      `to fill the places: from “${before.en}” to “${after.en}”`,
    );
  return allocation?.places.some(({ grade }) => grade === now)
    ? say('在名额之内', 'within the places')
    : say('此等次不限名额', 'this grade has no limit of places');
}

const NOBODY_NAMED = say('', '');

function placesOf({ part, scale, places, compare }: CompiledQuota, group: Group, sheet: Sheet): Explanation[] {
  if (!group.allocation) return [];
  const at = groupAt(part.within, sheet, group.rows);
  return group.allocation.places.map(({ grade, most, taken }): Explanation => {
    const name = gradeName(grade, scale);
    const place = places.find((one) => one.grade === grade);
    const size = place?.most ?? place?.least;
    const limit = group.limits[grade];
    const number = most ?? limit?.least ?? 0;
    const edge = group.allocation?.edges.find((one) => one.grade === grade);
    const lastIn = edge?.line[edge.kept - 1];
    const last = lastIn === undefined ? null : rivalName(sheet, lastIn, NOBODY_NAMED);
    const next = edge && edge.grade < scale.grades.length - 1 ? nextIn(edge, compare, sheet) : null;
    const ends = [
      ...(last && last !== NOBODY_NAMED ? [say(`，末位${last['zh-CN']}`, `, the last is ${last.en}`)] : []),
      ...(next && next !== NOBODY_NAMED ? [say(`，其后${next['zh-CN']}`, `, next is ${next.en}`)] : []),
    ];
    const how = size?.kind === 'share' ? say(`基数 ${group.base}`, `of ${group.base}`) : say('按个数', 'by number');
    return {
      construct: 'quota',
      words: say(
        `“${name['zh-CN']}”${place?.most ? '' : '至少'}${number} 个（${how['zh-CN']}），已用 ${taken}${ends.map((one) => one['zh-CN']).join('')}`,
        `“${name.en}”: ${place?.most ? '' : 'at least '}${number} (${how.en}), ${taken} taken${ends.map((one) => one.en).join('')}`,
      ),
      result: valueToJson(known(new Decimal(number))),
      ...(size ? { children: [size.size.explain(at)] } : {}),
    };
  });
}

/** Who stands first behind the last place; nothing where equals do. */
function nextIn({ line, kept }: Edge, compare: CompiledQuota['compare'], sheet: Sheet): Words | null {
  const [first, second] = [line[kept], line[kept + 1]];
  if (first === undefined || (second !== undefined && compare(sheet, first, second) === 0)) return null;
  return rivalName(sheet, first, NOBODY_NAMED);
}

/** Groups in which more stand than there are places: by ties, by a recorded reason, or by grades set directly. */
export function beyondPlaces({ part, scale }: CompiledQuota, groups: Iterable<Group>, sheet: Sheet): StepFinding[] {
  return [...groups].flatMap((group) =>
    (group.allocation?.places ?? []).flatMap(({ grade, most, taken }): StepFinding[] => {
      if (most === null || taken <= most) return [];
      const at = groupAt(part.within, sheet, group.rows);
      const name = gradeName(grade, scale);
      return [
        {
          organisation: at.organisation,
          words: say(
            `“${name['zh-CN']}”有 ${most} 个名额，已用 ${taken}`,
            `“${name.en}” has ${counted(most, 'place')}, and ${taken} are taken`,
          ),
        },
      ];
    }),
  );
}
