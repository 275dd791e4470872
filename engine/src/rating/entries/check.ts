import type { Chosen } from '../../condition/type.ts';
import type { Variables } from '../../condition.ts';
import { conditionProblems, numberProblems, unknownName, valueProblems } from '../../duty/problems.ts';
import { checkBesideKeys } from '../../measure/others-check.ts';
import type { SetPart } from '../../measure/set.ts';
import { checkSet } from '../../measure/set-check.ts';
import { nearest } from '../../nearest.ts';
import { escapePointer } from '../../pack/schema-shape.ts';
import type { Finding } from '../../problem.ts';
import type { Expression } from '../../schema/expression.ts';
import type { Beside, Caps, Only, PerSize, Points, Valid } from '../../schema/rating/entries.ts';
import type { OneMatter, Repeat } from '../../schema/rating/matter.ts';
import { say } from '../../words.ts';
import { checkBands } from '../bands-check.ts';
import type { StepChecker } from '../types.ts';
import type { Stepped, WorkedOut } from './from-number.ts';
import { keysOf, rungsOf } from './ladder.ts';
import { wayOf } from './only.ts';
import { validRows, withPoints } from './valid.ts';

/** Judges which entries are read; gives the names conditions may use, null when unsound. */
export const checkEntries = (set: SetPart, at: string, checker: StepChecker): Variables | null =>
  checkSet(set, at, { ...checker, measure: null, check: () => null });

export function checkPoints(
  points: Points,
  at: string,
  set: SetPart,
  variables: Variables,
  checker: StepChecker,
): boolean {
  if (typeof points === 'object' && 'by' in points) return checkLadder(points, at, variables, checker);
  if (typeof points === 'object' && 'is' in points) return checkWorkedOut(points, at, variables, checker);
  if (typeof points === 'object' && 'rows' in points) return checkStepped(points, at, variables, checker);
  if (typeof points !== 'object' || !('from' in points)) return checkFixed(points, at, variables, checker);
  const findings = [
    ...numberProblems(points.of, variables, `${at}/of`),
    ...(points.reason === 'not-required' ? [] : valueProblems(`data.${points.reason}`, variables, `${at}/reason`)),
  ];
  for (const finding of findings) checker.add(finding);
  const ends = [checker.number(points.from, `${at}/from`), checker.number(points.to, `${at}/to`)];
  return findings.length === 0 && !ends.includes(null);
}

/** Points that are the same for each entry; whoever writes CEL over the entry here is told where it belongs. */
function checkFixed(points: Expression, at: string, variables: Variables, checker: StepChecker): boolean {
  const ofEntry = new RegExp(`\\b(${Object.keys(variables).join('|')})\\.`);
  if (typeof points !== 'string' || !ofEntry.test(points)) {
    return checker.number(points, at) !== null;
  }
  checker.add({
    code: 'entry-in-formula',
    at,
    words: say('公式读不到记录的字段', 'A formula does not read the fields of an entry'),
    wayOut: say(
      `由记录算出的分数写作 points: { is: '${points}' }`,
      `Points worked out from the entry are written points: { is: '${points}' }`,
    ),
  });
  return false;
}

function checkWorkedOut({ is, at_most }: WorkedOut, at: string, variables: Variables, checker: StepChecker): boolean {
  const findings = numberProblems(is, variables, `${at}/is`);
  for (const finding of findings) checker.add(finding);
  const limit = at_most === undefined || checker.number(at_most, `${at}/at_most`) !== null;
  return findings.length === 0 && limit;
}

function checkStepped(points: Stepped, at: string, variables: Variables, checker: StepChecker): boolean {
  const { of, rows, otherwise } = points;
  const findings = numberProblems(of, variables, `${at}/of`);
  for (const finding of findings) checker.add(finding);
  checkBands(rows, at, null, checker);
  const gives = rows.map((row, i) => checker.number(row.gives, `${at}/rows/${i}/gives`) !== null);
  const other = otherwise === 'zero' || otherwise === 'stop' || checker.number(otherwise, `${at}/otherwise`) !== null;
  return findings.length === 0 && other && !gives.includes(false);
}

/** Judges entries of other forms that say whether an entry counts. */
export function checkBeside(
  parts: Beside | undefined,
  at: string,
  variables: Variables,
  checker: StepChecker,
): boolean {
  const sound = (parts ?? []).map((part, i) => {
    const here = `${at}/${i}`;
    const { then } = part;
    const found = checkBesideKeys(part, here, variables, {
      check: (set, place) => checkEntries(set, place, checker),
      add: checker.add,
      parts: checker.parts,
    });
    const times = typeof then !== 'object' || checker.number(then.times, `${here}/then/times`) !== null;
    return found && times;
  });
  return !sound.includes(false);
}

export function checkOnly(only: Only | undefined, at: string, variables: Variables, checker: StepChecker): boolean {
  if (only === undefined) return true;
  const { way, number } = wayOf(only);
  const findings = typeof only.per === 'object' ? valueProblems(only.per.same, variables, `${at}/per/same`) : [];
  for (const finding of findings) checker.add(finding);
  return findings.length === 0 && checker.number(number, `${at}/${way}`) !== null;
}

function checkLadder(
  ladder: Extract<Points, { by: unknown }>,
  at: string,
  variables: Variables,
  checker: StepChecker,
): boolean {
  const findings = keysOf(ladder).flatMap((key, i) =>
    valueProblems(key, variables, typeof ladder.by === 'string' ? `${at}/by` : `${at}/by/${i}`),
  );
  for (const finding of findings) checker.add(finding);
  const rungs = rungsOf(ladder);
  const sound = rungs.map(({ path, points }) => checker.number(points, `${at}/table/${path.join('/')}`) !== null);
  keysOf(ladder).forEach((key, depth) => {
    const field = chosenFrom(key, variables);
    const named = new Map(rungs.map(({ path }) => [path[depth], path.slice(0, depth + 1)]));
    if (field?.options)
      for (const [name, path] of named)
        if (name !== undefined && !field.options.includes(name))
          checker.add(notAnOption(name, field, `${at}/table/${path.map(escapePointer).join('/')}#key`));
  });
  const other = typeof ladder.otherwise === 'string' && ['zero', 'stop'].includes(ladder.otherwise);
  return (
    findings.length === 0 &&
    !sound.includes(false) &&
    (other || checker.number(ladder.otherwise, `${at}/otherwise`) !== null)
  );
}

/** A field that allows only some answers; null when it allows any. */
function chosenFrom(key: string, { data }: Variables): Chosen | null {
  const field = /^data\.(\w+)$/.exec(key.trim())?.[1];
  const type = data?.type === 'record' ? data.fields[field ?? ''] : undefined;
  return type?.type === 'text' && type.options ? type : null;
}

function notAnOption(name: string, { options = [], optionTitles = {} }: Chosen, at: string) {
  const titled = Object.entries(optionTitles).find(([, { 'zh-CN': zh, en }]) => name === zh || name === en)?.[0];
  const close = titled === undefined ? nearest(name, options) : null;
  const offered = options.join(', ');
  return {
    code: 'unknown-option',
    at,
    words: say(`“${name}”不是该字段的选项`, `“${name}” is not an option of the field`),
    wayOut:
      titled !== undefined
        ? say(`写选项的 id：“${name}”写 ${titled}`, `Write the id of the option: “${name}” is ${titled}`)
        : close === null
          ? say(`可用：${offered}`, `Use one of: ${offered}`)
          : say(`是否为“${close}”？`, `Did you mean “${close}”?`),
  };
}

export function checkSize(per: PerSize | undefined, at: string, variables: Variables, checker: StepChecker): boolean {
  if (per === undefined) return true;
  const findings = numberProblems(per.of, variables, `${at}/of`);
  for (const finding of findings) checker.add(finding);
  return findings.length === 0 && checker.number(per.size, `${at}/size`) !== null;
}

export function checkValid(valid: Valid | undefined, at: string, variables: Variables, checker: StepChecker): boolean {
  if (valid === undefined) return true;
  const rows = validRows(valid);
  const findings = rows.flatMap((row, i) => {
    const here = Array.isArray(valid) ? `${at}/${i}` : at;
    return [
      ...conditionProblems(row.when, withPoints(variables), `${here}/when`),
      ...('until' in row ? valueProblems(row.until, variables, `${here}/until`) : []),
    ];
  });
  if (rows.at(-1)?.when !== undefined) findings.push(noLastRow(at));
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

const noLastRow = (at: string) => ({
  code: 'not-every-entry',
  at,
  words: say('没有写明其余记录多久有效', 'It is not said how long the other entries count'),
  wayOut: say('末行不写 when，例如 { ends: never }', 'End with a row without when, e.g. { ends: never }'),
});

/** Judges what makes entries one matter, a repeat, or share a cap. */
export function checkSame(
  { one_matter, repeat, caps }: { one_matter: OneMatter; repeat: Repeat; caps?: Caps },
  at: string,
  variables: Variables,
  checker: StepChecker,
): boolean {
  const sources = [
    ...(one_matter === 'each' ? [] : one_matter.same.map((key, i) => [key, `${at}/one_matter/same/${i}`] as const)),
    ...(repeat === 'single' || repeat.same === 'all'
      ? []
      : repeat.same.map((key, i) => [key, `${at}/repeat/same/${i}`] as const)),
  ];
  const findings = [
    ...sources.flatMap(([key, where]) => valueProblems(key, variables, where)),
    ...amongProblems(one_matter, `${at}/one_matter`, checker),
  ];
  for (const finding of findings) checker.add(finding);
  const capsSound = checkCaps(caps ?? [], `${at}/caps`, variables, checker);
  return findings.length === 0 && capsSound;
}

/** Those among whom one entry counts stand under a kind of organisation that exists. */
const amongProblems = (matter: OneMatter, at: string, { parts }: StepChecker): Finding[] =>
  matter === 'each' || typeof matter.among !== 'object'
    ? []
    : unknownName('organisation-kind', matter.among.under, parts.organisationKinds, `${at}/among/under`);

/** Judges one matter of a book of points, which is one subject’s own. */
export function checkMatter(
  matter: OneMatter | undefined,
  at: string,
  variables: Variables,
  checker: StepChecker,
): boolean {
  if (matter === undefined || matter === 'each') return true;
  const findings = [
    ...matter.same.flatMap((key, i) => valueProblems(key, variables, `${at}/same/${i}`)),
    ...(matter.among === undefined ? [] : [ofOneBook(`${at}/among`)]),
  ];
  for (const finding of findings) checker.add(finding);
  return findings.length === 0;
}

const ofOneBook = (at: string): Finding => ({
  code: 'wrong-set',
  at,
  words: say('积分账只看对象自己的记录', 'A book of points reads the subject’s own entries only'),
  wayOut: say('删去 among，或改用 item 的 entries', 'Remove among, or use entries of an item'),
});

export function checkCaps(caps: Caps, at: string, variables: Variables, checker: StepChecker): boolean {
  const findings = caps.flatMap(({ per }, i) =>
    typeof per === 'object' ? valueProblems(per.same, variables, `${at}/${i}/per/same`) : [],
  );
  for (const finding of findings) checker.add(finding);
  const most = caps.map(({ at_most }, i) => checker.number(at_most, `${at}/${i}/at_most`));
  caps.forEach(({ at_most }, i) => {
    if (at_most === 0) checker.add(countsNothing(`${at}/${i}/at_most`));
  });
  return findings.length === 0 && !most.includes(null);
}

const countsNothing = (at: string): Finding => ({
  severity: 'warning',
  code: 'counts-nothing',
  at,
  words: say('至多计 0 分：这些记录一分也不计', 'At most 0 counts: these entries would count nothing at all'),
  wayOut: say('改正这个数；不设上限的删去这一条', 'Correct the number; without a limit remove this cap'),
});
