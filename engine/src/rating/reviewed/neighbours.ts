import { Decimal } from '../../decimal.ts';
import type { FigureType } from '../../measure/types.ts';
import { figure } from '../../measure/values.ts';
import type { Reviewed } from '../../schema/rating/reviewed.ts';
import type { Value } from '../../value.ts';
import { say } from '../../words.ts';
import type { Neighbour } from '../types.ts';
import { settle } from './settle.ts';
import type { Stage } from './stage.ts';

/** A change with its reason written, a stage that has not scored yet, and the score without the last change. */
export function stageNeighbours(
  stages: readonly Stage[],
  full: Decimal,
  part: Pick<Reviewed, 'unreasoned'>,
  type: FigureType,
): Neighbour[] {
  const { holds, notes } = settle(stages, part);
  const outcome = (changed: readonly Stage[]): Value | null => {
    const settled = settle(changed, part);
    return settled.open === null && settled.holds?.score ? figure(settled.holds.score, type) : null;
  };
  const as = (i: number, other: Partial<Stage>): Value | null =>
    outcome(stages.map((one, n) => (n === i ? { ...one, missing: [], ...other } : one)));
  const found = stages.flatMap((one, i): { zh: string; en: string; value: Value | null }[] => {
    const { title } = one.stage;
    const [zh, en] = [`“${title['zh-CN']}”`, `“${title.en}”`];
    if (one.score === null) {
      if (i !== stages.findLastIndex(({ score }) => score !== null) + 1) return [];
      return [
        { zh: `${zh}评满分`, en: `${en} giving the full marks`, value: as(i, { score: full, reason: GIVEN }) },
        { zh: `${zh}评 0 分`, en: `${en} giving 0`, value: as(i, { score: new Decimal(0), reason: GIVEN }) },
      ];
    }
    const unreasoned = notes[i] !== null && one.reason === '';
    if (unreasoned) return [{ zh: `${zh}写明理由`, en: `${en} giving its reason`, value: as(i, { reason: GIVEN }) }];
    return one === holds && i > 0 ? [{ zh: `没有${zh}`, en: `without ${en}`, value: as(i, { score: null }) }] : [];
  });
  return found.flatMap(({ zh, en, value }) => (value ? [{ words: say(`：${zh}`, en), value }] : []));
}

/** Stands for a reason that would be given. */
const GIVEN = '…';
