import type { Variables } from '../../condition.ts';
import { conditionProblems, numberProblems, valueProblems } from '../../duty/problems.ts';
import type { Finding } from '../../problem.ts';
import type { Slots } from '../../schema/rating/slots.ts';
import { say } from '../../words.ts';
import { checkEntries } from '../entries/check.ts';
import type { StepChecker } from '../types.ts';
import { numberOf } from '../weights-check.ts';
import { isParameter } from '../written-number.ts';
import type { FromEntries } from './declarations.ts';
import { judgeLocal } from './judge-local.ts';
import { limitExpressions } from './limits.ts';
import { localsOf } from './local.ts';

/** Judges the room left for local items; what stands in it is judged where it is written, but what it needs is noted here. */
export function checkSlots(part: Slots, at: string, checker: StepChecker): boolean {
  const { plus, minus, filled_by, none } = part;
  if (plus === undefined && minus === undefined) checker.add(noSign(at));
  const limits = limitExpressions(part).map(({ at: place, expression }) => {
    const sound = checker.number(expression, `${at}${place}`) !== null;
    const laidDown = numberOf(expression) !== null || isParameter(expression);
    if (sound && !laidDown) checker.add(notLaidDown(`${at}${place}`));
    return sound && laidDown;
  });
  const value = typeof none === 'object' ? checker.number(none.value, `${at}/none/value`) !== null : true;
  const filled =
    'packs' in filled_by ? fillPacks(at, checker) : checkFromEntries(filled_by, `${at}/filled_by`, checker);
  return value && filled && !limits.includes(false) && (plus ?? minus) !== undefined;
}

function fillPacks(at: string, checker: StepChecker): boolean {
  const step = checker.rating.steps[Number(/^\/steps\/(\d+)/.exec(at)?.[1])];
  const aside = checker.aside();
  for (const local of localsOf(checker.rating.id, step?.id ?? '', checker.parts)) judgeLocal(local, aside);
  return true;
}

const noSign = (at: string): Finding => ({
  code: 'no-sign',
  at,
  words: say('没有写明可以加分还是减分', 'It is not said whether items may bring or take marks'),
  wayOut: say(
    '写 plus、minus 或两者，如 plus: { each: 1.5 }',
    'Write plus, minus or both, such as plus: { each: 1.5 }',
  ),
});

const notLaidDown = (at: string): Finding => ({
  code: 'not-laid-down',
  at,
  words: say(
    '限度须是数字或参数，否则下级的项目无法核对',
    'A limit is a number or a parameter; otherwise the items could not be checked',
  ),
  wayOut: say('写数字，或 param("…")', 'Write a number, or param("…")'),
});

function checkFromEntries({ declared, scored }: FromEntries, at: string, checker: StepChecker): boolean {
  const own = checkEntries(declared.entries, `${at}/declared/entries`, checker);
  const given = checkEntries(scored.entries, `${at}/scored/entries`, checker);
  if (!own || !given) return false;
  const findings = [
    ...declaredProblems(declared, own, `${at}/declared`),
    ...scoredProblems(scored, given, `${at}/scored`),
  ];
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

function declaredProblems(declared: FromEntries['declared'], variables: Variables, at: string): Finding[] {
  return [
    ...valueProblems(declared.name, variables, `${at}/name`),
    ...numberProblems(declared.marks, variables, `${at}/marks`),
    ...conditionProblems(declared.minus_when, variables, `${at}/minus_when`),
    ...(declared.kind === undefined ? [] : valueProblems(declared.kind, variables, `${at}/kind`)),
    ...(declared.needs ?? []).flatMap(({ check }, i) => conditionProblems(check, variables, `${at}/needs/${i}/check`)),
  ];
}

const scoredProblems = (scored: FromEntries['scored'], variables: Variables, at: string): Finding[] => [
  ...valueProblems(scored.name, variables, `${at}/name`),
  ...numberProblems(scored.points, variables, `${at}/points`),
];
