import { isWordOfFormulas } from '../condition/word.ts';
import { subjectType } from '../duty/binding.ts';
import { unknownName } from '../duty/problems.ts';
import { checkWho } from '../duty/who.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Rating } from '../schema/rating.ts';
import { say } from '../words.ts';
import { checkActivity } from './activity-check.ts';
import { type Analysis, analyse } from './analyse.ts';
import { checkConsequences } from './consequences.ts';
import { constructOf } from './constructs.ts';
import { checkSince } from './earlier.ts';
import { wordOf } from './formula-hints.ts';
import { checkMarks } from './marks-check.ts';
import { checkSet } from './not-set-check.ts';
import { checkOnce } from './once-check.ts';
import { checkPublication } from './publication-check.ts';
import { checkReached } from './reach-check.ts';
import { stepsReadBy } from './read-by.ts';
import { checkSilentZero } from './silent-zero-check.ts';
import { checkStillItems } from './still-item-check.ts';
import { checkTargets } from './targets-check.ts';
import { checkTurned } from './turned-check.ts';
import { checkTwofold } from './twofold-check.ts';

/**
 * Everything wrong with a rating: subjects, scales, steps, circles, and steps that lead nowhere. While two steps share an id, nobody
 * knows which of them the others mean: only that is told.
 */
export function checkRating(rating: Rating, parts: Parts): Finding[] {
  const first = [
    ...checkWho(rating.of, '/of', { parts, subject: subjectType(rating.of, parts) }),
    ...unknownName('unit', rating.unit, parts.units, '/unit'),
    ...begins(rating),
    ...words(rating),
  ];
  const repeated = twice(rating);
  return repeated.length > 0 ? [...first, ...repeated] : [...first, ...stepProblems(rating, parts)];
}

function stepProblems(rating: Rating, parts: Parts): Finding[] {
  const analysis = analyse(rating, parts);
  return [
    ...analysis.findings,
    ...results(rating, analysis),
    ...checkConsequences(rating),
    ...checkPublication(rating, parts),
    ...deadSteps(rating, analysis, stepsReadBy(parts, rating.id)),
    ...checkMarks(rating, parts),
    ...checkOnce(rating, parts),
    ...checkSet(rating, parts),
    ...checkSilentZero(rating, parts),
    ...checkActivity(rating, analysis),
    ...checkSince(rating),
    ...checkTargets(rating, analysis, parts),
    ...checkReached(rating, parts),
    ...checkStillItems(rating),
    ...checkTurned(rating, parts),
    ...checkTwofold(rating),
  ];
}

const ANY_DAY: readonly unknown[] = ['month', 'quarter', 'half-year', 'year'];

/** Weeks begin on Mondays, parts of months on fixed days, and stretches of months in January. */
function begins({ period: { every, begins: day } }: Rating): Finding[] {
  const mayBegin = ANY_DAY.includes(every) || (typeof every === 'object' && 'years' in every);
  if (day === undefined || mayBegin) return [];
  return [
    {
      code: 'no-begin',
      at: '/period/begins',
      words: say(
        '周从星期一起，旬、半月从 1 日起，两个月从一月起，不能另定起始日',
        'Weeks begin on Mondays, parts of months on the 1st and stretches of months in January',
      ),
      wayOut: say(
        '删去 begins；几周从哪一周起写 from；要从某日起的月、季、年用 month、quarter、year',
        'Remove begins; from says with which week several weeks begin; months, quarters and years may begin on any day',
      ),
    },
  ];
}

function twice({ steps }: Rating): Finding[] {
  const seen = new Set<string>();
  return steps.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        code: 'duplicate-id',
        at: `/steps/${i}/id`,
        words: say(`步骤“${id}”定义了两次`, `The step “${id}” is defined twice`),
        wayOut: say('改名或删去一个', 'Rename or remove one'),
      },
    ];
  });
}

/** Steps whose id is a word of formulas, where a formula names them: it reads something else, or nothing. */
const words = (rating: Rating): Finding[] =>
  rating.steps.flatMap(({ id }, i) =>
    isWordOfFormulas(id) && isNamed(id, [rating.steps, rating.consequences])
      ? [
          {
            code: 'word-of-formulas',
            at: `/steps/${i}/id`,
            words: say(
              `“${id}”是公式语言里的词，公式读不到这一步`,
              `“${id}” is a word of the language of formulas: no formula can read this step`,
            ),
            wayOut: say(`换一个 id，如 ${id}_step`, `Give it another id, e.g. ${id}_step`),
            causes: wordOf(rating, id),
          },
        ]
      : [],
  );

/** Keys under which a step is named by its id, and texts for people. */
const NO_FORMULA: ReadonlySet<string> = new Set(['id', 'of', 'step', 'title', 'clause', 'why', 'where', 'note']);

function isNamed(id: string, part: unknown): boolean {
  if (typeof part === 'string') return new RegExp(`(?<![\\w."'])${id}(?![\\w"'(])`).test(part);
  if (Array.isArray(part)) return part.some((one) => typeof one === 'object' && isNamed(id, one));
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) => {
    const mayName = typeof value === 'object' || !NO_FORMULA.has(key);
    return mayName && isNamed(id, value);
  });
}

const RESULT_KINDS = { score: 'number', grade: 'text', place: 'number' } as const;

function results({ result, steps }: Rating, { types }: Analysis): Finding[] {
  const known = new Map(steps.map((step) => [step.id, step]));
  const { also = [], ...main } = result;
  const besides = also.flatMap((id, i) => unknownName('step', id, known, `/result/also/${i}`));
  const kinds = Object.entries(main).flatMap(([name, id]): Finding[] => {
    const at = `/result/${name}`;
    const unknown = unknownName('step', id, known, at);
    const type = types.get(id);
    if (unknown.length > 0 || !type || type.kind === RESULT_KINDS[name as keyof typeof RESULT_KINDS]) return unknown;
    return [
      {
        code: 'wrong-kind',
        at,
        words: say(`步骤“${id}”不能作为 ${name}`, `The step “${id}” cannot be the ${name}`),
        wayOut: say('score 与 place 须是数字，grade 须是等次', 'score and place are numbers, grade is a grade'),
      },
    ];
  });
  return [...kinds, ...besides];
}

/** Constructs that are an end in themselves: nothing need use them. */
const ENDS: ReadonlySet<string> = new Set(['allot', 'distribute', 'entitlement', 'pay', 'reconcile', 'sample', 'top']);

/** Steps that no result and no other step needs: they would be worked out for nobody. */
function deadSteps({ result, steps }: Rating, { needs }: Analysis, elsewhere: readonly string[]): Finding[] {
  const used = new Set<string>([...elsewhere, ...Object.values(result).flat(), ...[...needs.values()].flat()]);
  return steps.flatMap((step, i): Finding[] => {
    const { id, title } = step;
    if (used.has(id) || ENDS.has(constructOf(step).construct.key)) return [];
    return [
      {
        severity: 'warning',
        code: 'dead-step',
        at: `/steps/${i}/id`,
        words: say(`没有任何结果用到“${title['zh-CN']}”`, `No result needs “${title.en}”`),
        wayOut: say(
          '计入总分或等次；要一并公布的（奖金、称号）列入 result 的 also；否则删去',
          'Let the score or grade need it; what is to be shown besides (a bonus, a title) goes into `also` of result; or remove it',
        ),
      },
    ];
  });
}
