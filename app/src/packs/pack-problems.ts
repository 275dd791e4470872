import type { Problem } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';

/** Why a pack cannot be used: each finding with its place, what is wrong and the way out. */
export function packProblems(problems: readonly Problem[]) {
  return invalid(
    'pack-problems',
    {
      'zh-CN': `制度包有 ${problems.length} 处错误，没有采用；改正后再试。`,
      en: `The pack has ${problems.length} error(s) and was not taken; put them right and try again.`,
    },
    problemFields(problems),
  );
}

/** Each problem by its place, with the way out. */
export const problemFields = (problems: readonly Problem[]) =>
  problems.map((problem) => ({
    field: `${problem.path}:${problem.line}:${problem.column}`,
    rule: problem.code,
    words: {
      'zh-CN': `${problem.words['zh-CN']} ${problem.wayOut['zh-CN']}`,
      en: `${problem.words.en} ${problem.wayOut.en}`,
    },
  }));
