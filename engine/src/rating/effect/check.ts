import { unknownName } from '../../duty/problems.ts';
import type { FigureType } from '../../measure/types.ts';
import type { Veto } from '../../schema/rating/veto.ts';
import { say } from '../../words.ts';
import { scaleOfType } from '../grades.ts';
import type { StepChecker } from '../types.ts';

export type Effect = Veto['cases'][number]['gives'];

/** Whether an effect suits what the step it stands on gives; what does not is reported. */
export function checkEffect(
  effect: Effect,
  of: string,
  type: FigureType | null,
  at: string,
  checker: StepChecker,
): boolean {
  if (!type) return false;
  if ('grade' in effect) {
    const scale = scaleOfType(type, checker);
    if (!scale) return unsuited(at, say('等次', 'grades'), checker);
    const grades = new Map(scale.grades.map((grade) => [grade.id, grade]));
    const unknown = unknownName('grade', effect.grade, grades, `${at}/grade`);
    for (const finding of unknown) checker.add(finding);
    return unknown.length === 0;
  }
  if ('prize' in effect) return type.kind === 'boolean' || unsuited(at, say('“是/否”', 'yes or no'), checker);
  if ('place' in effect) return isRank(of, checker) || unsuited(at, say('名次（rank）', 'places (rank)'), checker);
  if (type.kind !== 'number') return unsuited(at, say('数字', 'a number'), checker);
  return checker.number(effect.points, `${at}/points`) !== null;
}

const isRank = (id: string, { rating }: StepChecker): boolean =>
  rating.steps.some((step) => step.id === id && 'rank' in step);

function unsuited(at: string, wanted: { 'zh-CN': string; en: string }, { add }: StepChecker): false {
  add({
    code: 'wrong-kind',
    at,
    words: say(`所在步骤给出的不是${wanted['zh-CN']}`, `The step it stands on does not give ${wanted.en}`),
    wayOut: say(
      '等次用 grade，得分用 points，名次用 place，“是/否”用 prize',
      'Use grade on grades, points on a score, place on places, prize on yes or no',
    ),
  });
  return false;
}
